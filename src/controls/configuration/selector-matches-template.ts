import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

const SELECTED = 'object.spec.?selector.?matchLabels.orValue({})';
const EXPRESSIONS = 'object.spec.?selector.?matchExpressions.orValue([])';
const LABELS = 'object.spec.template.?metadata.?labels.orValue({})';

/** Each operator of a selector, on `expression`. */
const OPERATORS: { readonly [operator: string]: string } = {
  In: `expression.key in ${LABELS} && ${LABELS}[expression.key] in expression.values`,
  NotIn: `!(expression.key in ${LABELS} && ${LABELS}[expression.key] in expression.values)`,
  Exists: `expression.key in ${LABELS}`,
  DoesNotExist: `!(expression.key in ${LABELS})`,
};

/** The API server refuses a workload that does not select the pods it makes, or selects everything. */
export const selectorMatchesTemplate = new Control({
  id: 'selector-matches-template',
  title: 'Workloads select the pods that they make',
  recommendation: '8.8',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.selector',
  kinds: ['apps/Deployment', 'apps/ReplicaSet', 'apps/StatefulSet', 'apps/DaemonSet', 'argoproj.io/Rollout'],
  // A Rollout may take its template from a Deployment.
  when: 'has(object.spec.template)',
  expression: [
    `size(${SELECTED}) + size(${EXPRESSIONS}) > 0`,
    `${SELECTED}.all(label, label in ${LABELS} && ${LABELS}[label] == ${SELECTED}[label])`,
    `${EXPRESSIONS}.all(expression, ${Object.entries(OPERATORS).map(([operator, holds]) => `(expression.operator == "${operator}" && ${holds})`).join(' || ')})`,
  ].join(' && '),
  message: 'it does not select the pods of its own template: the API server refuses it',
  remediation: 'make spec.selector match the labels of the pod template',
  references: [],
});
