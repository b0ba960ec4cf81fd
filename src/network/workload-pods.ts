import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Pods } from './pods';
import { servedPorts } from './port';
import { httpProbes } from '../workload/cdk8s-plus-probes';

/** The pods of a workload, ours or one of cdk8s-plus itself. */
export class WorkloadPods implements Pods {
  public constructor(public readonly construct: kplus.Workload) {}

  public get kind() {
    return ApiObject.of(this.construct).kind;
  }

  public get name() {
    return this.construct.name;
  }

  public get namespace() {
    return this.construct.metadata.namespace;
  }

  /** Jobs have no selector, but their pods have the label. */
  public get matchLabels() {
    return { [kplus.Pod.ADDRESS_LABEL]: this.construct.podMetadata.getLabel(kplus.Pod.ADDRESS_LABEL)! };
  }

  public get serviceAccount() {
    return this.construct.serviceAccount?.name ?? 'default';
  }

  public get served() {
    return servedPorts(this.construct);
  }

  public get probes() {
    return [...this.construct.containers, ...this.construct.initContainers].flatMap(httpProbes);
  }

  public get end() {
    return this.construct.resourceType.endsWith('jobs');
  }
}
