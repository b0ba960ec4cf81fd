import { Manifest } from '../../inventory/manifest';
import type { Direction } from '../direction';

/**
 * What an app declares of the traffic of pods, written on each policy that is made from it, for the pods that it selects: a line each. All that is written
 * on the policies of a workload holds together, and nothing else is declared.
 */
export const DECLARED: { readonly [direction in Direction]: string } = { ingress: 'cdk8s-bulwark/accepts-from', egress: 'cdk8s-bulwark/allows-to' };

/** The kinds of policies that can carry a declaration. */
export const DECLARING_KINDS = ['networking.k8s.io/NetworkPolicy', 'cilium.io/CiliumNetworkPolicy'] as const;

/** Whether a manifest declares traffic. */
export function declares({ groupKind, object: { metadata } }: Manifest): boolean {
  return DECLARING_KINDS.some(kind => kind === groupKind) && Object.values(DECLARED).some(annotation => typeof metadata?.annotations?.[annotation] === 'string');
}
