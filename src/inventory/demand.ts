import { Amounts, both, COUNTED, greatest, NO_USAGE, plus, times, Usage } from './demand-amounts';
import { jobsOf, NO_STORAGE, plusStorage, servicesOf, StorageDemand, storageOfClaim, storageOfWorkload } from './demand-of-objects';
import { PodOptions, usageOfPod, usagesOf } from './demand-of-pod';
import { CountOptions, isScaler, makesPods, podsAtMost, scaledTo, Unsaid } from './demand-replicas';
import { JsonObject, Manifest } from './manifest';
import { PodTemplate } from '../model/pod-template';

/** The part of a manifest that is looked at. */
export type DemandManifest = Pick<Manifest, 'object' | 'groupKind' | 'pod' | 'origin'>;

/** What the manifests themselves do not say. */
export interface DemandOptions extends CountOptions, Pick<PodOptions, 'defaults' | 'sidecars'> {
  /** Objects of the whole cluster: the RuntimeClasses among them say what a sandbox takes for itself. */
  readonly cluster?: readonly DemandManifest[];
}

/** What the objects of a namespace take at most, at the same time. */
export interface Demand extends StorageDemand {
  /** With every autoscaler at its maximum and every workload being rolled. */
  readonly pods: number;
  readonly requests: Amounts;
  readonly limits: Amounts;

  /** The most that one pod takes. */
  readonly largestPod: Usage;

  /** The resources that every container names: a quota on any other makes the API server refuse pods. */
  readonly named: { readonly [side in keyof Usage]: ReadonlySet<string> };

  /** Jobs that run, or are kept for their logs. */
  readonly jobs: number;
  readonly loadBalancers: number;
  readonly nodePorts: number;

  /** Workloads whose pods cannot be counted, with what must be said. They are not in the sums. */
  readonly unknown: readonly { readonly manifest: DemandManifest; readonly missing: Unsaid }[];
}

/** What the objects of one namespace take at most. Nothing else is looked at than what is given. */
export function demandOf(manifests: readonly DemandManifest[], options: DemandOptions): Demand {
  const classes = new Map((options.cluster ?? manifests).filter(({ groupKind }) => groupKind === 'node.k8s.io/RuntimeClass')
    .map(({ object }) => [object.metadata?.name, object.overhead?.podFixed as JsonObject | undefined]));
  const podOptions: PodOptions = { ...options, overhead: name => classes.get(name) };
  const scale = scaledTo(manifests.filter(({ groupKind }) => isScaler(groupKind)).map(({ object }) => object));
  const sum = new Sum();
  for (const manifest of manifests) {
    const { object, groupKind, pod } = manifest;
    sum.jobs += jobsOf(object, options);
    if (groupKind === 'Service') {
      sum.addService(object);
    } else if (groupKind === 'PersistentVolumeClaim') {
      sum.storage = plusStorage(sum.storage, storageOfClaim(object));
    } else if (pod !== undefined || makesPods(groupKind)) {
      const count = pod === undefined ? { missing: 'template' as const } : podsAtMost(object, scale(object), options);
      if ('missing' in count) {
        sum.unknown.push({ manifest, missing: count.missing });
      } else {
        sum.addPods(pod!.template, object, count, podOptions);
      }
    }
  }
  return { ...sum, ...sum.storage, ...sum.usage };
}

class Sum {
  public pods = 0;
  public usage: Usage = NO_USAGE;
  public largestPod: Usage = NO_USAGE;
  public named = { requests: new Set<string>(COUNTED), limits: new Set<string>(COUNTED) };
  public storage: StorageDemand = NO_STORAGE;
  public jobs = 0;
  public loadBalancers = 0;
  public nodePorts = 0;
  public unknown: { manifest: DemandManifest; missing: Unsaid }[] = [];

  public addPods(template: PodTemplate, object: JsonObject, { pods, surge }: { pods: number; surge: number }, options: PodOptions): void {
    const usages = usagesOf(template, options);
    const usage = usageOfPod(template, options, usages);
    this.pods += pods + surge;
    this.usage = both(side => plus(this.usage[side], times(usage[side], pods + surge)));
    this.largestPod = both(side => greatest(this.largestPod[side], usage[side]));
    this.storage = plusStorage(this.storage, storageOfWorkload(object, template, pods, surge));
    for (const { usage: container } of [...usages.inits, ...usages.running]) {
      for (const side of ['requests', 'limits'] as const) {
        COUNTED.filter(resource => container[side][resource] === undefined).forEach(resource => this.named[side].delete(resource));
      }
    }
  }

  public addService(object: JsonObject): void {
    const { loadBalancers, nodePorts } = servicesOf(object);
    this.loadBalancers += loadBalancers;
    this.nodePorts += nodePorts;
  }
}
