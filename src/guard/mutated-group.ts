import { Mutation } from './mutation';
import { TEMPLATE_PATH, TEMPLATE_VARIABLES } from './template-variables';
import { OBJECT_VARIABLES, UNCHANGED_VARIABLES, Variable } from './variables';
import { Subject } from '../controls/subject';
import { POD_TEMPLATE_GROUP_KINDS } from '../model/pod-template';
import { resourceRules } from '../model/resource-rule';

/** Safe remedies that one mutating policy applies. */
export interface MutatedGroup {
  readonly name: string;
  readonly variables: readonly Variable[];
  readonly rules: readonly object[];
  readonly expressions: readonly string[];
}

/** What can only be filled in when it is made: its template cannot change. */
const UNCHANGEABLE = ['Pod', 'batch/Job'];

const written = (operation: string, kinds: readonly string[]) => resourceRules(kinds)
  .map(rule => ({ ...rule, resources: rule.resources.filter(resource => !resource.includes('/')), operations: [operation], scope: 'Namespaced' }));

/** The mutating policies: one for what is made of pod templates, one for other objects. */
export function mutatedGroups(mutations: readonly Mutation[]): MutatedGroup[] {
  const ofObjects = mutations.filter(({ subject }) => subject === Subject.OBJECT);
  const ofTemplates = mutations.filter(({ subject }) => subject !== Subject.OBJECT);
  const kinds = [...new Set(ofObjects.flatMap(mutation => mutation.kinds))];
  const groups: MutatedGroup[] = [
    {
      name: 'cdk8s-bulwark-workload-remedies',
      variables: [...OBJECT_VARIABLES, ...TEMPLATE_VARIABLES, TEMPLATE_PATH],
      rules: [...written('CREATE', POD_TEMPLATE_GROUP_KINDS), ...written('UPDATE', POD_TEMPLATE_GROUP_KINDS.filter(kind => !UNCHANGEABLE.includes(kind)))],
      expressions: ofTemplates.map(({ expression }) => expression),
    },
    {
      name: 'cdk8s-bulwark-object-remedies',
      variables: [...OBJECT_VARIABLES, ...UNCHANGED_VARIABLES],
      rules: [...written('CREATE', kinds), ...written('UPDATE', kinds)],
      expressions: ofObjects.map(({ expression }) => expression),
    },
  ];
  return groups.filter(({ expressions }) => expressions.length > 0);
}
