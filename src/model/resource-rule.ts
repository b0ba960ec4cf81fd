import { resourceNameOf } from './resource-name';

/** Resources of one API group, as admission policies match them. */
export interface ResourceRule {
  readonly apiGroups: string[];
  readonly apiVersions: string[];
  readonly resources: string[];
}

/** Subresources through which a kind's own objects are written too. */
const SUBRESOURCES: { readonly [groupKind: string]: readonly string[] } = {
  Pod: ['ephemeralcontainers', 'resize'],
};

/** The rules that match kinds as `Requirement.kinds` writes them, one for each API group, in every version. */
export function resourceRules(groupKinds: readonly string[]): ResourceRule[] {
  const byGroup = new Map<string, Set<string>>();
  for (const groupKind of groupKinds) {
    const slash = groupKind.indexOf('/');
    const group = slash < 0 ? '' : groupKind.slice(0, slash);
    const resource = resourceNameOf(groupKind.slice(slash + 1));
    const found = byGroup.get(group) ?? new Set<string>();
    [resource, ...(SUBRESOURCES[groupKind] ?? []).map(subresource => `${resource}/${subresource}`)].forEach(name => found.add(name));
    byGroup.set(group, found);
  }
  return [...byGroup].map(([group, resources]) => ({ apiGroups: [group], apiVersions: ['*'], resources: [...resources] }));
}
