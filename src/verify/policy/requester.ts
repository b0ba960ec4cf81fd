/** Who creates the objects. */
export interface Requester {
  /** Such as `system:serviceaccount:argocd:argocd-application-controller`. */
  readonly user: string;
  readonly groups: readonly string[];
}

/** Everybody who has shown who they are is in this group. */
const AUTHENTICATED = 'system:authenticated';

/** A service account is in the groups that its name tells. */
export function requester(user: string | undefined, groups: readonly string[] = []): Requester | undefined {
  if (user === undefined) {
    if (groups.length > 0) {
      throw new Error('groups are given without a user: name the user too');
    }
    return undefined;
  }
  const [, namespace] = /^system:serviceaccount:([^:]+):[^:]+$/.exec(user) ?? [];
  const own = namespace === undefined ? [] : ['system:serviceaccounts', `system:serviceaccounts:${namespace}`];
  return { user, groups: [...new Set([...groups, ...own, AUTHENTICATED])] };
}
