import { literal } from './literal';
import { Variable } from './variables';
import { Requirement } from '../controls/requirement';

/** Something that the operators of a cluster let an object break. */
export interface AdmissionExemption {
  /** The id of the control. */
  readonly control: string;

  /**
   * The namespace it is for.
   *
   * @default - objects that belong to no namespace
   */
  readonly namespace?: string;

  /**
   * The name of the object: of a workload, its replica sets, Jobs and pods are exempt with it.
   *
   * @default - every object of the namespace
   */
  readonly name?: string;

  /** Why it is accepted, and by whom. It stands in the policy. */
  readonly reason: string;
}

/** What stands for the namespace of an object that has none. No namespace is called so. */
const CLUSTER = '_';

/** Who makes what the owner of an object names. Of others nobody believes which object made theirs. */
const CONTROLLERS = '(request.userInfo.username.startsWith("system:serviceaccount:kube-system:") || request.userInfo.username == "system:kube-controller-manager")';
const OWNERS = 'variables.object.?metadata.?ownerReferences.orValue([]).filter(owner, owner.?controller.orValue(false)).map(owner, string(owner.name))';
const NAMESPACE = `(request.?namespace.orValue("") == "" ? "${CLUSTER}" : request.namespace)`;
const SHORTENED = 'variables.owners.filter(owner, owner.contains("-")).map(owner, owner.substring(0, owner.lastIndexOf("-")))';

/**
 * The variables that find what an object is exempt from: by its own name, and where a controller of Kubernetes made it, by the name of its owner
 * and of the owner of that: the pods of Deployment `web` belong to ReplicaSet `web-5d4f8c`. Exemptions stand in the policy itself, which tenants
 * cannot write. (Parameters would be an object of their own, but an API server may lose sight of those: kubernetes/kubernetes#130887.)
 */
export function exemptionVariables(rows: readonly AdmissionExemption[]): Variable[] {
  return [
    { name: 'exemptions', expression: literal(Object.fromEntries(rows.map(row => [keyOf(row), row.reason]))) },
    { name: 'owners', expression: `${CONTROLLERS} ? ${OWNERS} : []` },
    { name: 'names', expression: `[variables.object.?metadata.?name.orValue("")] + variables.owners + ${SHORTENED}` },
    { name: 'scopes', expression: `["." + ${NAMESPACE}] + variables.names.map(name, "." + ${NAMESPACE} + "." + name)` },
    { name: 'exempt', expression: 'variables.exemptions.map(key, key).filter(key, key.substring(key.indexOf(".")) in variables.scopes).map(key, key.split(".")[0])' },
  ];
}

/** @throws if an exemption is from nothing, from a strict control, for nothing, or without a reason */
export function checkExemption({ control, namespace, name, reason }: AdmissionExemption, { strict }: Requirement): void {
  if (strict) {
    throw new Error(`the exemption from ${control}: it is strict, nothing is exempt from it`);
  }
  if (reason.trim() === '') {
    throw new Error(`the exemption from ${control}: say the reason`);
  }
  if (namespace === undefined && name === undefined) {
    throw new Error(`the exemption from ${control}: say the namespace, or the name of an object that belongs to none`);
  }
}

function keyOf({ control, namespace = CLUSTER, name }: AdmissionExemption): string {
  return [control, namespace, ...name === undefined ? [] : [name]].join('.');
}
