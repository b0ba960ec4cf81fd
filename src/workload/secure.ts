import { ApiObject, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { withoutOwnDefaults } from './cdk8s-plus-defaults';
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
import { Remedies } from '../hardening/remedies';
import { addLastStep } from '../hardening/render';
import { KubernetesVersion } from '../model/kubernetes-version';
import { TENANT } from '../tenancy/tenant-facts';

const POD_DEFAULTS: readonly PodDefault[] = [isolation, labels, resources, probes, temporaryDirectory, termination, spread];

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
    Object.assign(workload, { serviceAccount: new kplus.ServiceAccount(workload, 'ServiceAccount', { metadata: { name: workload.name } }) });
  }
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
    name: workload.node.id,
    partOf: tenant?.name ?? Chart.of(workload).node.id,
    defaults,
    kubernetes: tenant?.platform.kubernetes ?? KubernetesVersion.DEFAULT,
    spec,
    single: spec.replicas === 1,
    tenant,
  };
  template.metadata ??= {};
  POD_DEFAULTS.forEach(fill => fill(template as Pod, context));
  configHash(template, workload, rendered.metadata.namespace);
  jobDefaults(kind, spec, defaults);
  Remedies.of(context.kubernetes, true).fillIn(rendered);
  rendered.metadata.labels = { ...template.metadata.labels, ...rendered.metadata.labels };
  return rendered;
}
