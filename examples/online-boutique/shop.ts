import { join } from 'node:path';
import { Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { backUp } from './backup';
import { containerOf, waitingFor } from './container';
import { EDGES } from './edges';
import { openToPeople } from './gateway';
import { withCookies } from './probes';
import { EXPOSURES } from '../online-boutique-plain/exposures';
import { Exposure, Workload } from '../online-boutique-plain/workload';
import { WORKLOADS } from '../online-boutique-plain/workloads';
import { Deployment, Environment, ImageLock, NetworkMonitoring, Platform, Sensitivity, StatefulSet, Tenant, WorkloadDefaults } from 'cdk8s-bulwark';

/** The user and group that the shop's makers run everything as. */
const USER = { user: 1000, group: 1000, fsGroup: 1000 };

/** Where the shop runs, and how many there are of each workload. */
export interface ShopProps {
  readonly environment: Environment;
  readonly replicas: number;

  /** The cluster; Kubernetes 1.34 with Istio ambient where it is left out. */
  readonly platform?: Platform;
}

const PLATFORM = Platform.generic({ kubernetes: '1.34' });

/** Google's online boutique in one environment: a tenant with its workloads, their Services, and who talks to whom. */
export class Shop extends Tenant {
  private readonly environment: Environment;
  private readonly images: ImageLock;
  private readonly workloads: ReadonlyMap<string, Deployment | StatefulSet>;

  public constructor(scope: Construct, id: string, { environment, replicas, platform = PLATFORM }: ShopProps) {
    super(scope, id, { platform, owner: 'team-boutique', environment, sensitivity: Sensitivity.CONFIDENTIAL });
    this.environment = environment;
    this.images = ImageLock.fromFile(join(__dirname, 'images.lock.yaml'), environment);
    this.workloads = new Map(WORKLOADS.map(row => [row.name, row.scratch === undefined ? this.stateless(row, replicas) : this.stateful(row)]));
    EXPOSURES.forEach(row => this.expose(row));
    Object.entries(EDGES).forEach(([client, servers]) => servers.forEach(server => this.workload(client).allowTo(this.workload(server))));
    new NetworkMonitoring(this, 'monitoring');
  }

  private stateless(row: Workload, replicas: number): Deployment {
    const { name, startsAfter, graceSeconds } = row;
    const deployment = new Deployment(this, name, {
      replicas, securityContext: USER, containers: [containerOf(row, this.images.reference(name))],
    });
    if (startsAfter !== undefined) {
      deployment.addInitContainer(waitingFor(startsAfter, this.images.reference('busybox')));
    }
    if (graceSeconds !== undefined) {
      WorkloadDefaults.of(deployment).set({ stopTime: Duration.seconds(graceSeconds) });
    }
    withCookies(deployment, row);
    return deployment;
  }

  /** What its makers keep as long as the pod lives, is kept, and backed up: there is one pod, with a volume of its own. */
  private stateful(row: Workload): StatefulSet {
    const { name, container, scratch } = row;
    const { portName, port, targetPort } = EXPOSURES.find(exposure => exposure.name === name)!;
    const service = new kplus.Service(this, `${name}-service`, { metadata: { name }, clusterIP: 'None', ports: [{ name: portName, port, targetPort }] });
    const statefulSet = new StatefulSet(this, name, {
      replicas: 1, securityContext: USER, service, containers: [containerOf(row, this.images.reference(container))],
    });
    statefulSet.claim({ name: scratch!.name, size: Size.gibibytes(1), mountPath: scratch!.path });
    backUp(statefulSet, scratch!.name, this.images.reference('restic'), this.environment);
    return statefulSet;
  }

  /** Where its makers have a load balancer, there is a gateway, which authenticates. */
  private expose({ name, to = name, portName, port, targetPort, type }: Exposure): void {
    const workload = this.workload(to);
    if (workload instanceof Deployment) {
      const service = workload.exposeViaService({ name, ports: [{ name: portName, port, targetPort }] });
      if (type === 'LoadBalancer') {
        openToPeople(workload, service, this.environment);
      }
    }
  }

  private workload(name: string): Deployment | StatefulSet {
    return this.workloads.get(name)!;
  }
}
