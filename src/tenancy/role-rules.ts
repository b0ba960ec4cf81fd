import { Environment } from '../model/environment';

/** The roles of every tenant. */
export const ROLES = ['viewer', 'developer', 'operator', 'auditor'] as const;
export type Role = typeof ROLES[number];

/** A rule of a Role of `rbac.authorization.k8s.io/v1`. */
export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

const READ = ['get', 'list', 'watch'];
const WRITE = ['create', 'update', 'patch', 'delete'];

type Resources = readonly (readonly [apiGroup: string, ...resources: string[]])[];

const WORKLOADS: Resources = [
  ['apps', 'deployments', 'statefulsets', 'daemonsets'],
  ['batch', 'jobs', 'cronjobs'],
  ['', 'services', 'persistentvolumeclaims'],
  ['autoscaling', 'horizontalpodautoscalers'],
  ['policy', 'poddisruptionbudgets'],
];
const MADE_BY_THEM: Resources = [
  ['', 'pods', 'endpoints', 'events'],
  ['apps', 'replicasets', 'controllerrevisions'],
  ['discovery.k8s.io', 'endpointslices'],
  ['events.k8s.io', 'events'],
  ['metrics.k8s.io', 'pods'],
];
const CONFIGURATION: Resources = [['', 'configmaps']];
const LOGS: Resources = [['', 'pods/log']];
const POLICIES: Resources = [
  ['', 'resourcequotas', 'limitranges', 'serviceaccounts'],
  ['rbac.authorization.k8s.io', 'roles', 'rolebindings'],
  ['networking.k8s.io', 'networkpolicies', 'ingresses'],
  ['gateway.networking.k8s.io', 'httproutes', 'grpcroutes', 'tlsroutes', 'referencegrants'],
  ['security.istio.io', 'peerauthentications', 'authorizationpolicies', 'requestauthentications'],
  ['policy.linkerd.io', 'servers', 'httproutes', 'authorizationpolicies', 'meshtlsauthentications', 'networkauthentications'],
  ['cilium.io', 'ciliumnetworkpolicies'],
];

const may = (verbs: readonly string[], ...resources: Resources[]): Rule[] =>
  resources.flat().map(([apiGroup, ...names]) => ({ apiGroups: [apiGroup], resources: names, verbs: [...verbs] }));

const RESTART = may(['create'], [['', 'pods/eviction']]).concat(may(['delete'], [['', 'pods']]));
const SCALE = may(['get', 'update', 'patch'], [['apps', 'deployments/scale', 'statefulsets/scale'], ['autoscaling', 'horizontalpodautoscalers']]);

/** What everybody with the role may do, and what more below PROD. */
const MATRIX: { readonly [role in Role]: { readonly always: readonly Rule[]; readonly belowProd: readonly Rule[] } } = {
  viewer: { always: may(READ, WORKLOADS, MADE_BY_THEM), belowProd: [] },
  developer: {
    always: may(READ, WORKLOADS, MADE_BY_THEM, CONFIGURATION, LOGS),
    belowProd: [...may(WRITE, WORKLOADS, CONFIGURATION), ...RESTART, ...SCALE],
  },
  operator: { always: [...may(READ, WORKLOADS, MADE_BY_THEM, CONFIGURATION, LOGS), ...RESTART, ...SCALE], belowProd: [] },
  auditor: { always: may(READ, WORKLOADS, MADE_BY_THEM, POLICIES), belowProd: [] },
};

/** What a role may do in its namespace (part 8.7). The matrix as people read it is docs/roles.md; the tests of the cluster hold the two together. */
export function rulesOf(role: Role, environment: Environment): readonly Rule[] {
  const { always, belowProd } = MATRIX[role];
  return environment.atLeast(Environment.PROD) ? always : [...always, ...belowProd];
}
