import { KubernetesVersion } from '../../model/kubernetes-version';
import { TenantFacts } from '../../tenancy/tenant-facts';
import { EffectiveDefaults } from '../workload-defaults';

/** A pod template in the making: plain JSON, changed in place. */
export interface Pod {
  metadata: { labels?: Record<string, string>; annotations?: Record<string, string> };
  spec: Record<string, any>;
}

/** What a default may look at. */
export interface Context {
  readonly kind: string;

  /** The name of the workload's construct, which its pods carry as `app.kubernetes.io/name`. */
  readonly name: string;

  /** What the workload is a part of: its tenant, else its chart (`app.kubernetes.io/part-of`). */
  readonly partOf: string;
  readonly defaults: EffectiveDefaults;
  readonly kubernetes: KubernetesVersion;

  /** The `spec` of the workload. */
  readonly spec: any;

  /** Whether the author asks for one replica, and nothing scales it. */
  readonly single: boolean;
  readonly tenant?: TenantFacts;
}

/** A policy that fills in what a pod's author left out. Applied twice, it changes nothing. */
export type PodDefault = (pod: Pod, context: Context) => void;

/** Containers that run as long as the pod does. */
export function longRunning(kind: string): boolean {
  return kind === 'Deployment' || kind === 'StatefulSet' || kind === 'DaemonSet';
}

/** Containers and init containers. */
export function everyContainer(spec: Pod['spec']): any[] {
  return [...spec.containers ?? [], ...spec.initContainers ?? []];
}
