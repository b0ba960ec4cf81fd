import { JsonObject } from '../manifest';

/** What somebody becomes who holds a power: the owner of the cluster, any service account in reach, or one that a pod in reach runs as. */
export type Gain = 'cluster' | 'any account' | 'running account';

/** A permission with which somebody gets more than what is granted. */
export interface Power {
  /** What it lets its holder do, as it is said. */
  readonly does: string;
  readonly gain: Gain;

  /** Whether it counts only where it is held in every namespace. */
  readonly clusterWide?: boolean;
  readonly groups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const WORKLOADS: readonly (readonly [group: string, resources: readonly string[]])[] = [
  ['', ['pods', 'replicationcontrollers']], ['apps', ['deployments', 'replicasets', 'statefulsets', 'daemonsets']], ['batch', ['jobs', 'cronjobs']],
];
const RBAC = 'rbac.authorization.k8s.io';
const ADMISSION = 'admissionregistration.k8s.io';
const CERTIFICATES = 'certificates.k8s.io';

const row = (does: string, gain: Gain, group: string, resources: readonly string[], verbs: readonly string[], clusterWide?: boolean): Power =>
  ({ does, gain, clusterWide, groups: [group], resources, verbs });

/** The ways from one identity to another, in the order in which they are named. */
export const POWERS: readonly Power[] = [
  row('do everything', 'cluster', '*', ['*'], ['*'], true),
  row('give itself any role', 'cluster', RBAC, ['clusterroles'], ['escalate', 'bind'], true),
  row('act as any user or group', 'cluster', '', ['users', 'groups'], ['impersonate'], true),
  row('approve certificates of any user', 'cluster', CERTIFICATES, ['certificatesigningrequests/approval'], ['update', 'patch'], true),
  row('change every object by a webhook', 'cluster', ADMISSION, ['mutatingwebhookconfigurations', 'mutatingadmissionpolicies'], ['create', 'update', 'patch'], true),
  row('mount any path of a node', 'cluster', '', ['persistentvolumes'], ['create'], true),
  row('enter every container by its kubelet', 'cluster', '', ['nodes/proxy'], ['get', 'create'], true),
  ...WORKLOADS.map(([group, resources]) => row('start pods', 'any account', group, resources, ['create'])),
  row('ask for tokens', 'any account', '', ['serviceaccounts/token'], ['create']),
  row('act as service accounts', 'any account', '', ['serviceaccounts'], ['impersonate']),
  row('enter pods', 'running account', '', ['pods/exec', 'pods/attach'], ['create', 'get']),
  row('put containers into pods', 'running account', '', ['pods/ephemeralcontainers'], ['update', 'patch']),
];

/** Some ClusterRoles that every cluster has, by what they grant. */
export const WELL_KNOWN_ROLES: { readonly [name: string]: readonly JsonObject[] } = {
  'cluster-admin': [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
  'admin': [{ apiGroups: ['', 'apps', 'batch'], resources: ['*'], verbs: ['*'] }],
  'edit': [{ apiGroups: ['', 'apps', 'batch'], resources: ['*'], verbs: ['*'] }],
};

/** The powers that a rule grants. One for objects of some names grants none but to create, which no name restricts. */
export function powersOf(rule: JsonObject): Power[] {
  return POWERS.filter(({ groups, resources, verbs }) => holds(rule.apiGroups, groups) && holds(rule.resources, resources)
    && holds(rule.verbs, (rule.resourceNames ?? []).length === 0 ? verbs : verbs.filter(verb => verb === 'create')));
}

function holds(granted: unknown, wanted: readonly string[]): boolean {
  return Array.isArray(granted) && granted.some(value => value === '*' || wanted.includes(value)
    || (String(value).startsWith('*/') && wanted.some(resource => resource.endsWith(String(value).slice(1)))));
}
