import { AdmissionExemption } from './exemption';
import { Guarded } from './guarded';
import { TEMPLATE_VARIABLES } from './template-variables';
import { judgingVariables, VALIDATION } from './validations';
import { OBJECT_VARIABLES, UNCHANGED_VARIABLES, Variable } from './variables';
import { Subject } from '../controls/subject';
import { POD_TEMPLATE_GROUP_KINDS } from '../model/pod-template';
import { ResourceRule, resourceRules } from '../model/resource-rule';
import { CLUSTER_SCOPED } from '../model/scope-of-kinds';

/** Controls that are asked for by one policy: the subject decides, and which objects it is about. */
export interface Group {
  readonly name: string;

  /** What it is about, in a few words. */
  readonly title: string;

  /** Whether it asks of objects that belong to no namespace. */
  readonly clusterScoped: boolean;
  readonly variables: readonly Variable[];
  readonly rules: readonly ResourceRule[];
  readonly controls: readonly Guarded[];

  /** Requests that it is not about. */
  readonly conditions?: readonly MatchCondition[];
}

/** In CEL: where it is false, a policy has nothing to say. */
export interface MatchCondition { readonly name: string; readonly expression: string }

/** The API server itself makes objects when it starts, such as the first cluster roles: a policy must not keep it from starting. */
const NOT_THE_API_SERVER = { name: 'not-the-api-server', expression: 'request.userInfo.username != "system:apiserver"' };

/** Kubernetes gives each namespace its default account, which pods that name none cannot do without. */
const NOT_THE_FIRST_ACCOUNT = {
  name: 'not-the-default-account',
  expression: '!(request.userInfo.username in ["system:serviceaccount:kube-system:service-account-controller", "system:kube-controller-manager"] && request.resource.resource == "serviceaccounts")',
};

const EVERYTHING: readonly ResourceRule[] = [{ apiGroups: ['*'], apiVersions: ['*'], resources: ['*'] }];

const isObject = ({ control }: Guarded) => control.subject === Subject.OBJECT;
const kindsOf = (controls: readonly Guarded[], clusterScoped: boolean) =>
  [...new Set(controls.filter(isObject).flatMap(({ control: { kinds } }) => kinds))].filter(kind => CLUSTER_SCOPED.has(kind) === clusterScoped);
const some = (kinds: readonly string[], controls: readonly Guarded[]) =>
  controls.filter(guard => isObject(guard) && (guard.control.kinds.length === 0 || guard.control.kinds.some(kind => kinds.includes(kind))));

/** The groups of controls. A few policies, each with many controls: a denial then names everything that is wrong at once. */
export function groupsOf(controls: readonly Guarded[]): Group[] {
  const namespaced = kindsOf(controls, false);
  const cluster = kindsOf(controls, true);
  const objects = [...OBJECT_VARIABLES, ...UNCHANGED_VARIABLES];
  const groups: Group[] = [
    {
      name: 'cdk8s-bulwark-workloads',
      title: 'pods, and every kind that makes them',
      clusterScoped: false,
      variables: [...OBJECT_VARIABLES, ...TEMPLATE_VARIABLES],
      rules: resourceRules(POD_TEMPLATE_GROUP_KINDS),
      controls: controls.filter(guard => !isObject(guard)),
    },
    {
      name: 'cdk8s-bulwark-objects',
      title: 'other objects in namespaces',
      clusterScoped: false,
      variables: objects,
      rules: resourceRules(namespaced),
      conditions: [NOT_THE_FIRST_ACCOUNT],
      controls: some(namespaced, controls).filter(({ control }) => control.kinds.length > 0),
    },
    {
      name: 'cdk8s-bulwark-every-object',
      title: 'every object in a namespace',
      clusterScoped: false,
      variables: objects,
      rules: EVERYTHING,
      controls: controls.filter(guard => isObject(guard) && guard.control.kinds.length === 0),
    },
    {
      name: 'cdk8s-bulwark-cluster-objects',
      title: 'namespaces, and what belongs to none',
      clusterScoped: true,
      variables: objects,
      rules: resourceRules(cluster),
      conditions: [NOT_THE_API_SERVER],
      controls: cluster.length === 0 ? [] : some(cluster, controls),
    },
  ];
  return groups.filter(group => group.controls.length > 0);
}

/** What every policy of a group says, whichever engine evaluates it: how it fails, what it matches, and what it asks. */
export function askingOf({ clusterScoped, conditions, variables, rules, controls }: Group, exemptions: readonly AdmissionExemption[]) {
  return {
    failurePolicy: 'Fail',
    matchConstraints: { resourceRules: rules.map(rule => ({ ...rule, operations: ['CREATE', 'UPDATE'], scope: clusterScoped ? 'Cluster' : 'Namespaced' })) },
    ...conditions && { matchConditions: conditions },
    variables: [...variables, ...judgingVariables(controls, exemptions)],
    validations: [VALIDATION],
  };
}
