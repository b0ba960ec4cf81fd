import { ApiObject, Chart, Names } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { withoutOwnDefaults } from './cdk8s-plus-defaults';
import { checkWorkload } from './checks/workload';
import { Verifier } from '../app/verifier';
import { configHash } from './defaults/config-hash';
import { Context, Pod, PodDefault } from './defaults/context';
import { isolation } from './defaults/isolation';
import { jobDefaults } from './defaults/job';
import { labels } from './defaults/labels';
import { probes } from './defaults/probes';
import { resources } from './defaults/resources';
import { spread } from './defaults/spread';
import { temporaryDirectory } from './defaults/temporary-directory';
import { termination } from './defaults/termination';
import { WorkloadDefaults } from './workload-defaults';
import { Remedies } from '../controls/remedies';
import { addLastStep } from '../hardening/render';
import { KubernetesVersion } from '../model/kubernetes-version';
import { isLabelValue } from '../model/label-value';
import { TENANT } from '../tenancy/tenant-facts';

const POD_DEFAULTS: readonly PodDefault[] = [isolation, resources, probes, temporaryDirectory, termination, spread];

/** Where the pod template of a kind stands, below `spec`. */
const templateOf = (kind: string, spec: any): any => kind === 'CronJob' ? spec.jobTemplate.spec.template : spec.template;

/**
 * Makes a workload of cdk8s-plus secure by default: it gets a service account of its own, and at its last rendering what cdk8s-plus filled in is
 * taken out, and what our table says is put in wherever the author says nothing. So whatever is added to it at any time is treated alike.
 */
export function secure(workload: kplus.Workload, props: object): void {
  Verifier._attach(workload);
  if (workload.serviceAccount === undefined) {
    // cdk8s-plus reads it from props alone, and it is ours to make: it belongs below the workload, which does not exist before them.
    const metadata = { name: workload.name, namespace: workload.metadata.namespace };
    Object.assign(workload, { serviceAccount: new kplus.ServiceAccount(workload, 'ServiceAccount', { metadata }) });
  }
  checkWorkload(workload);
  addLastStep(ApiObject.of(workload), rendered => secured(rendered, workload, props));
}

function secured(rendered: any, workload: kplus.Workload, props: object): any {
  const { kind, spec } = rendered;
  const template = templateOf(kind, spec);
  withoutOwnDefaults(kind, spec, template.spec, props, workload.containers, workload.initContainers);
  const tenant = TENANT.nearest(workload);
  const defaults = WorkloadDefaults._for(workload);
  const context: Context = {
    kind,
    name: labelValueOf(workload),
    partOf: tenant?.name ?? labelValueOf(Chart.of(workload)),
    defaults,
    kubernetes: tenant?.platform.kubernetes ?? KubernetesVersion.DEFAULT,
    spec,
    single: spec.replicas === 1,
    tenant,
  };
  const own = labels(template, context);
  template.metadata = { ...template.metadata, labels: { ...own, ...template.metadata?.labels } };
  POD_DEFAULTS.forEach(fill => fill(template as Pod, context));
  configHash(template, workload, rendered.metadata.namespace);
  jobDefaults(kind, spec, defaults);
  Remedies.of(context.kubernetes, true).fillIn(rendered);
  rendered.metadata.labels = { ...own, ...rendered.metadata.labels };
  return rendered;
}

/** The id of a construct, which people know, where it can be a label. */
function labelValueOf(construct: IConstruct): string {
  return isLabelValue(construct.node.id) ? construct.node.id : Names.toLabelValue(construct);
}
