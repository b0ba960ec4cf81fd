import { PodDefault } from './context';

/** The loss of a node or a zone takes one replica, not all (part 12.3). Where there is one node only, pods still start. */
export const spread: PodDefault = ({ spec }, { kind, defaults, single, spec: { selector } }) => {
  // Without a selector of its own, a workload would be spread by every pod of the namespace.
  const selective = Object.keys(selector ?? {}).length > 0;
  if (!defaults.spread || single || !selective || kind === 'DaemonSet' || spec.affinity?.podAntiAffinity !== undefined) {
    return;
  }
  spec.topologySpreadConstraints ??= ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'].map(topologyKey => ({
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: structuredClone(selector),
    // Pods of the release before would count, and pull the new ones out of balance.
    ...kind === 'Deployment' ? { matchLabelKeys: ['pod-template-hash'] } : {},
  }));
};
