import { JsonObject } from './manifest';
import { groupKindOf } from '../model/scope-of-kinds';

/** What no manifest says, and whoever asks must. */
export interface CountOptions {
  /** On how many nodes a DaemonSet runs at most. */
  readonly nodes?: number;

  /** How many runs of a CronJob whose `concurrencyPolicy` is Allow there are at most at once. */
  readonly concurrentRuns?: number;
}

/** What must be said before the pods of a workload can be counted. */
export type Unsaid = keyof CountOptions | 'maximum' | 'template';

/** How many pods a workload has at most: those that stay, and those that stand in for others while it is rolled. Else what must be said to know it. */
export type PodCount = { readonly pods: number; readonly surge: number } | { readonly missing: Unsaid };

/** @param most to what autoscalers take a workload at most; 0 where there is none */
type Count = (object: JsonObject, most: number, options: CountOptions) => PodCount;

const fixed: Count = ({ spec }, most) => ({ pods: Math.max(most, spec.replicas ?? (most > 0 ? 0 : 1)), surge: 0 });
const replicasOf = (object: JsonObject, most: number) => (fixed(object, most, {}) as { pods: number }).pods;

/** Knative scales by itself, up to what an annotation says. */
const knative: Count = ({ spec }) => {
  const bound = Number(spec.template?.metadata?.annotations?.['autoscaling.knative.dev/max-scale'] ?? 0);
  return bound > 0 ? { pods: bound, surge: bound } : { missing: 'maximum' };
};

const KINDS: { readonly [groupKind: string]: Count } = {
  'Pod': () => ({ pods: 1, surge: 0 }),
  'PodTemplate': () => ({ pods: 0, surge: 0 }),
  'ReplicationController': fixed,
  'apps/ReplicaSet': fixed,
  'apps/StatefulSet': fixed,
  'apps/Deployment': (object, most) => {
    const pods = replicasOf(object, most);
    const { type, rollingUpdate } = object.spec.strategy ?? {};
    return { pods, surge: type === 'Recreate' ? 0 : share(rollingUpdate?.maxSurge ?? '25%', pods) };
  },
  'apps.openshift.io/DeploymentConfig': (object, most) => {
    const pods = replicasOf(object, most);
    const { type, rollingParams } = object.spec.strategy ?? {};
    return { pods, surge: type === 'Recreate' ? 0 : share(rollingParams?.maxSurge ?? '25%', pods) };
  },
  'argoproj.io/Rollout': (object, most) => {
    const pods = replicasOf(object, most);
    const { blueGreen, canary } = object.spec.strategy ?? {};
    return { pods, surge: blueGreen === undefined ? share(canary?.maxSurge ?? '25%', pods) : pods };
  },
  'apps/DaemonSet': ({ spec }, _, { nodes }) => nodes === undefined ? { missing: 'nodes' }
    : { pods: nodes, surge: spec.updateStrategy?.type === 'OnDelete' ? 0 : share(spec.updateStrategy?.rollingUpdate?.maxSurge ?? 0, nodes) },
  'batch/Job': ({ spec }) => ({ pods: podsOfJob(spec), surge: 0 }),
  'batch/CronJob': ({ spec: { concurrencyPolicy, jobTemplate } }, _, { concurrentRuns }) => {
    const runs = concurrencyPolicy === 'Forbid' || concurrencyPolicy === 'Replace' ? 1 : concurrentRuns;
    return runs === undefined ? { missing: 'concurrentRuns' } : { pods: podsOfJob(jobTemplate.spec) * runs, surge: 0 };
  },
  'serving.knative.dev/Service': knative,
  'serving.knative.dev/Configuration': knative,
  'keda.sh/ScaledJob': ({ spec }) => ({ pods: podsOfJob(spec.jobTargetRef) * (spec.maxReplicaCount ?? 100), surge: 0 }),
};

/** How many pods an object with a pod template has at most. */
export function podsAtMost(object: JsonObject, most: number, options: CountOptions): PodCount {
  const count = KINDS[groupKindOf(object.apiVersion, object.kind)];
  return count === undefined ? { missing: 'maximum' } : count(object, most, options);
}

/** Whether objects of a kind make pods that are counted. */
export function makesPods(groupKind: string): boolean {
  return Object.prototype.hasOwnProperty.call(KINDS, groupKind);
}

/** Kinds that scale others, with the most they go to. */
const SCALERS: { readonly [groupKind: string]: (spec: JsonObject) => number } = {
  'autoscaling/HorizontalPodAutoscaler': ({ maxReplicas }) => maxReplicas,
  'keda.sh/ScaledObject': ({ maxReplicaCount }) => maxReplicaCount ?? 100,
};

/** Whether an object decides how many pods others have. */
export function isScaler(groupKind: string): boolean {
  return Object.prototype.hasOwnProperty.call(SCALERS, groupKind);
}

/** To how many pods autoscalers take a workload at most; 0 where there is none. */
export function scaledTo(scalers: readonly JsonObject[]): (object: JsonObject) => number {
  const byTarget = new Map<string, number>();
  for (const { apiVersion, kind, spec } of scalers) {
    const target = spec.scaleTargetRef ?? {};
    const key = `${target.kind ?? 'Deployment'}/${target.name}`;
    byTarget.set(key, Math.max(byTarget.get(key) ?? 0, SCALERS[groupKindOf(apiVersion, kind)](spec)));
  }
  return ({ kind, metadata }) => byTarget.get(`${kind}/${metadata?.name}`) ?? 0;
}

function podsOfJob({ parallelism = 1, completions }: JsonObject): number {
  return Math.min(parallelism, completions ?? parallelism);
}

/** A number, or a percentage that is rounded up (`maxSurge`). */
function share(amount: number | string, of: number): number {
  return typeof amount === 'number' ? amount : Math.ceil(Number(amount.replace('%', '')) * of / 100);
}
