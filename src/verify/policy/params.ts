import { AdmissionSubject } from './admission-subject';
import { admittedInFull } from './defaults/admitted-in-full';
import { ParamRef, Policy } from './policy-kinds';
import { customResources } from './resource';
import { Unknown } from './unknown';
import { Inventory } from '../../inventory/inventory';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { CLUSTER_SCOPED, groupKindOf } from '../../model/scope-of-kinds';

/** What `params` is, one after the other: null where the policy or its binding has none. */
export type Params = readonly (JsonObject | null)[];

/**
 * The parameters that a binding gives a policy for an object.
 *
 * @throws Unknown where they could lie outside the input, and Error where the API server refuses the object for want of them
 */
export function boundParams(policy: Policy, paramRef: ParamRef | undefined, subject: AdmissionSubject, inventory: Inventory): Params {
  const { paramKind } = policy.spec;
  if (paramKind === undefined || paramRef === undefined) {
    return [null];
  }
  const groupKind = groupKindOf(paramKind.apiVersion, paramKind.kind);
  const namespaced = isNamespaced(groupKind, inventory);
  if (namespaced === true && paramRef.namespace === undefined && subject.namespace === '' && !subject.namespaced) {
    throw new Error('failed to configure binding: cannot use namespaced paramRef in policy binding that matches cluster-scoped resources');
  }
  if (namespaced === false && paramRef.namespace !== undefined) {
    throw new Error('failed to configure binding: paramRef.namespace must not be provided for a cluster-scoped `paramKind`');
  }
  const wanted = paramRef.namespace ?? subject.namespace;
  // One whose namespace is not written gets it on apply, as the objects do.
  const inReach = ({ namespace }: Manifest) => namespaced === false || namespace === '' || namespace === wanted;
  const found = inventory.ofKind(groupKind).filter(manifest => inReach(manifest)
    && (paramRef.name === undefined ? matchesLabels(paramRef.selector!, manifest.object.metadata?.labels ?? {}) : manifest.name === paramRef.name));
  if (found.length > 0) {
    return found.map(manifest => admittedInFull(manifest, inventory));
  }
  if (!inventory.complete) {
    throw new Unknown(`${paramKind.kind} ${paramRef.name ?? 'that the binding selects'}${namespaced === true && wanted !== '' ? ` in namespace ${wanted}` : ''}, its parameters`);
  }
  if (paramRef.parameterNotFoundAction !== 'Allow') {
    throw new Error('failed to configure binding: no params found for policy binding with `Deny` parameterNotFoundAction');
  }
  return [];
}

/**
 * The parameters of a policy that nothing binds: every object of their kind that was given beside the policies or as context.
 *
 * @throws Error if there is none
 */
export function unboundParams({ name, spec: { paramKind } }: Policy, inventory: Inventory): Params {
  if (paramKind === undefined) {
    return [null];
  }
  const found = inventory.ofKind(groupKindOf(paramKind.apiVersion, paramKind.kind)).filter(({ judged }) => !judged);
  if (found.length === 0) {
    throw new Error(`it needs parameters of kind ${paramKind.kind} (${paramKind.apiVersion}), and nothing gives them: give a ${paramKind.kind} with --policy or --context, `
      + `or a binding of ${name} that names one`);
  }
  return found.map(manifest => admittedInFull(manifest, inventory));
}

/** Undefined where only the cluster knows the kind. */
function isNamespaced(groupKind: string, inventory: Inventory): boolean | undefined {
  const custom = customResources(inventory).get(groupKind);
  return custom !== undefined ? custom.scope !== 'Cluster' : CLUSTER_SCOPED.has(groupKind) ? false : groupKind.includes('.') ? undefined : true;
}
