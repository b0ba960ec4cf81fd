import { GuardObject } from './plan';
import { Variable } from './variables';
import { Requirement } from '../controls/requirement';

/** Something that an operator of the cluster lets an object break. */
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

  /** Why it is accepted, and by whom: it stands in the ConfigMap. */
  readonly reason: string;
}

/** The ConfigMap in which exemptions stand. Nobody but operators may write it: keys are `<control>.<namespace>` or `<control>.<namespace>.<name>`, values the reasons. */
export const EXEMPTIONS = 'cdk8s-bulwark-exemptions';

/** What stands for the namespace of an object that has none. No namespace is called so. */
const CLUSTER = '_';

/** Who makes what the owner of an object names. Of others nobody believes which object made theirs. */
const CONTROLLERS = '(request.userInfo.username.startsWith("system:serviceaccount:kube-system:") || request.userInfo.username == "system:kube-controller-manager")';
const OWNERS = 'variables.object.?metadata.?ownerReferences.orValue([]).filter(owner, owner.?controller.orValue(false)).map(owner, string(owner.name))';
const NAMESPACE = `(request.?namespace.orValue("") == "" ? "${CLUSTER}" : request.namespace)`;

/**
 * The variables that find what an object is exempt from: by its own name, and where a controller of Kubernetes made it, by the name of its owner
 * and of the owner of that: the pods of Deployment `web` belong to ReplicaSet `web-5d4f8c`.
 */
export function exemptionVariables(data: string, strict: readonly string[]): Variable[] {
  return [
    { name: 'owners', expression: `${CONTROLLERS} ? ${OWNERS} : []` },
    {
      name: 'scopes',
      expression: `["." + ${NAMESPACE}] + ([variables.object.?metadata.?name.orValue("")] + variables.owners + variables.owners.filter(owner, owner.contains("-")).map(owner, owner.substring(0, owner.lastIndexOf("-"))))`
        + `.map(name, "." + ${NAMESPACE} + "." + name.replace(":", "_"))`,
    },
    {
      name: 'exempt',
      expression: `dyn(${data}).filter(key, key.contains(".") && dyn(${data})[key] != "" && key.substring(key.indexOf(".")) in variables.scopes).map(key, key.split(".")[0])`
        + (strict.length === 0 ? '' : `.filter(id, !(id in [${strict.map(id => `"${id}"`).join(', ')}]))`),
    },
  ];
}

/** The ConfigMap with its first exemptions. Operators add to it. */
export function exemptionsMap(namespace: string, exemptions: readonly AdmissionExemption[], known: (id: string) => Requirement): GuardObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: EXEMPTIONS, namespace },
    data: Object.fromEntries(exemptions.map(exemption => [keyOf(exemption, known(exemption.control)), exemption.reason])),
  };
}

function keyOf({ control, namespace, name, reason }: AdmissionExemption, { strict }: Requirement): string {
  if (strict) {
    throw new Error(`the exemption from ${control}: it is strict, nothing is exempt from it`);
  }
  if (reason.trim() === '') {
    throw new Error(`the exemption from ${control}: say the reason`);
  }
  if (namespace === undefined && name === undefined) {
    throw new Error(`the exemption from ${control}: say the namespace, or the name of an object that belongs to none`);
  }
  return [control, namespace ?? CLUSTER, ...name === undefined ? [] : [name.replaceAll(':', '_')]].join('.');
}
