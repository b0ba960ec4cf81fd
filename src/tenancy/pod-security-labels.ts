import { PodSecurityLevel } from './pod-security-level';
import { KubernetesVersion } from '../model/kubernetes-version';

/**
 * The labels by which a namespace tells the API server which pods to refuse. The version is that of the platform, so that an upgrade of the cluster
 * refuses no pod that was admitted before. Warnings and the audit log stay `restricted` where enforcement is loosened: what it lets through is seen.
 */
export function podSecurityLabels(level: PodSecurityLevel, kubernetes: KubernetesVersion): { [label: string]: string } {
  const levels = { enforce: level, audit: PodSecurityLevel.RESTRICTED, warn: PodSecurityLevel.RESTRICTED };
  return Object.fromEntries(Object.entries(levels).flatMap(([mode, judged]) => [
    [`pod-security.kubernetes.io/${mode}`, judged],
    [`pod-security.kubernetes.io/${mode}-version`, `v${kubernetes}`],
  ]));
}
