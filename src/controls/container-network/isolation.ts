import { CelProgram, compile } from '../../cel/program';
import { Inventory, podLabels, Where } from '../../inventory/inventory';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { SelectorIndex } from '../../inventory/selector-index';
import { Selecting, selectorsIn } from '../../inventory/selectors';
import { KubernetesVersion } from '../../model/kubernetes-version';
import { lookUp, Resolution } from '../reference-judgement';
import { allowsAll, Direction } from './allow-all';

/** Policies of other makers. They isolate by rules of their own, so what they do to a pod stays open. */
const OTHER_POLICIES = [
  'cilium.io/CiliumNetworkPolicy', 'cilium.io/CiliumClusterwideNetworkPolicy', 'crd.projectcalico.org/NetworkPolicy', 'projectcalico.org/NetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy', 'projectcalico.org/GlobalNetworkPolicy', 'policy.networking.k8s.io/AdminNetworkPolicy',
  'policy.networking.k8s.io/BaselineAdminNetworkPolicy', 'policy.networking.k8s.io/ClusterNetworkPolicy',
];

/** Whether a NetworkPolicy of its namespace isolates a workload in a direction. One that lets everybody through does not. */
export function isolation(workload: Manifest, inventory: Inventory, direction: Direction): Resolution {
  const labels = podLabels(workload);
  const resolution = lookUp(workload.namespace, where => isolating(inventory, where, direction).some(labels));
  return resolution === Resolution.MISSING && others(inventory, workload.namespace) ? Resolution.OPEN : resolution;
}

/** Whether the workload is on the host network, where no NetworkPolicy reaches it. */
export function onHostNetwork({ pod }: Manifest): boolean {
  return pod?.template.spec.hostNetwork === true;
}

/** The policies that isolate in a direction, by the labels they select. */
export function isolating(inventory: Inventory, where: Where, direction: Direction): SelectorIndex<Selecting> {
  return policiesWhere(inventory, where, `isolating ${direction}`, policy => isolates(policy, direction));
}

/** The policies for which something holds, by the labels they select. */
export function policiesWhere(inventory: Inventory, where: Where, name: string, holds: (policy: JsonObject) => boolean): SelectorIndex<Selecting> {
  return selectorsIn(inventory, where, {
    name,
    groupKind: 'networking.k8s.io/NetworkPolicy',
    selectorOf: ({ object }) => holds(object) ? object.spec?.podSelector ?? {} : undefined,
  });
}

const programs = new Map<Direction, CelProgram>();

/** Whether a policy lets everybody through. */
function open(direction: Direction): CelProgram {
  const program = programs.get(direction) ?? compile(allowsAll(direction), { variables: ['object'], kubernetes: KubernetesVersion.OLDEST.toString() });
  programs.set(direction, program);
  return program;
}

function isolates(policy: JsonObject, direction: Direction): boolean {
  return policy.spec !== undefined && directions(policy.spec).includes(direction) && open(direction).evaluate({ object: policy }) !== true;
}

/** As the API server fills it in: Ingress always, Egress where there are egress rules. */
function directions({ policyTypes = [], egress = [] }: JsonObject): readonly string[] {
  return policyTypes.length > 0 ? policyTypes : ['Ingress', ...egress.length > 0 ? ['Egress'] : []];
}

function others(inventory: Inventory, namespace: string): boolean {
  return OTHER_POLICIES.some(kind => [namespace, ''].some(where => inventory.ofKind(kind, where).some(saysSomething)));
}

/** Cilium takes one rule in `spec`, or a list of them in `specs`. An empty list isolates nobody. */
function saysSomething({ object: { spec, specs } }: Manifest): boolean {
  return spec !== undefined || !Array.isArray(specs) || specs.length > 0;
}
