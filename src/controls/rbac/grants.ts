/** Something a rule may grant. */
export interface Grant {
  /** API groups; empty for the core group. A rule for every group counts. */
  readonly groups: readonly string[];

  /** Resources, by name. A rule for every resource does not count: `rbac-wildcard-resources` finds it, once. */
  readonly resources: readonly string[];

  /** Verbs. A rule for every verb counts: who grants it on a resource by name grants these. */
  readonly verbs: readonly string[];
}

/** CEL, over `rule`: whether it grants one of these. */
export function grants({ groups, resources, verbs }: Grant): string {
  // `*/exec` is that subresource of every resource.
  const subresources = resources.filter(resource => resource.includes('/')).map(resource => `*/${resource.split('/')[1]}`);
  return [
    holds('apiGroups', [...groups, '*']),
    holds('resources', [...resources, ...new Set(subresources)]),
    holds('verbs', [...verbs, '*']),
  ].join(' && ');
}

/**
 * CEL, over a Role or ClusterRole: whether none of its rules is one of these. An aggregated role has no rules of its own: those that it collects
 * are judged where they stand. Roles whose names begin with `system:` are judged as others are, for anybody may take such a name.
 */
export function noRule(...found: readonly string[]): string {
  return `object.?rules.orValue([]).all(rule, ${found.map(rule => `!(${rule})`).join(' && ')})`;
}

/** CEL, over `rule`: whether a field of it holds one of these. */
export function holds(field: string, values: readonly string[]): string {
  return `rule.?${field}.orValue([]).exists(value, value in [${values.map(value => `"${value}"`).join(', ')}])`;
}
