import { Chart, Cron, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import {
  CronJob, DaemonSet, Deployment, Environment, Job, Mode, Platform, Sensitivity, StatefulSet, Tenant, Verifier,
} from '../../src';

/** Some image of a version, by its digest. */
export const IMAGE = `registry.example.com/web:1.2.3@sha256:${'0123456789abcdef'.repeat(4)}`;

/** Each kind of workload, with what it cannot be made without. */
export const KINDS = {
  Deployment: (scope: Chart, props: any) => new Deployment(scope, 'web', props),
  StatefulSet: (scope: Chart, props: any) => new StatefulSet(scope, 'web', {
    service: new kplus.Service(scope, 'service', { ports: [{ port: 80 }], metadata: { name: 'web' } }), ...props,
  }),
  DaemonSet: (scope: Chart, props: any) => new DaemonSet(scope, 'web', props),
  Job: (scope: Chart, props: any) => new Job(scope, 'web', props),
  CronJob: (scope: Chart, props: any) => new CronJob(scope, 'web', { schedule: Cron.daily(), ...props }),
};

export type Kind = keyof typeof KINDS;

/** A chart of an app that does not judge: what is tested is what is rendered. */
export function chart(): Chart {
  const app = Testing.app();
  Verifier.of(app, { mode: Mode.OFF });
  return new Chart(app, 'chart');
}

/** A tenant of an app that does not judge. */
export function tenant(kubernetes = '1.34'): Tenant {
  const app = Testing.app();
  Verifier.of(app, { mode: Mode.OFF });
  return new Tenant(app, 'shop', {
    platform: Platform.generic({ kubernetes }), owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.INTERNAL,
  });
}

/** The objects of a kind that a chart renders. */
export function rendered(scope: Chart, kind: string): any[] {
  return Testing.synth(scope).filter(object => object.kind === kind);
}

/** The pod template of a workload. */
export function template({ kind, spec }: any): any {
  return kind === 'CronJob' ? spec.jobTemplate.spec.template : spec.template;
}

/** Every leaf of a value, by its path. Items of lists with names go by these, so that an item more does not rename the others. */
export function leaves(value: unknown, path = ''): Map<string, unknown> {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) {
    return new Map([[path, value]]);
  }
  return new Map(Object.entries(value).flatMap(([key, child]) => {
    const name = Array.isArray(value) ? `[${child?.name ?? child?.mountPath ?? child?.topologyKey ?? key}]` : `${path === '' ? '' : '.'}${key}`;
    return [...leaves(child, path + name)];
  }));
}

/** How the leaves of one value differ from those of another: what is gone is `undefined`. */
export function changes(from: unknown, to: unknown): Record<string, unknown> {
  const [before, after] = [leaves(from), leaves(to)];
  const paths = [...new Set([...before.keys(), ...after.keys()])].filter(path => !equal(before.get(path), after.get(path)));
  return Object.fromEntries(paths.map(path => [path, after.get(path)]));
}

function equal(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
