import { Variable } from './variables';
import { TENANCY_LABELS } from '../model/tenancy-labels';

/** The labels by which namespaces are guarded: those of the tenancy, and those of Pod Security. */
const OURS = `[${Object.values(TENANCY_LABELS).map(label => JSON.stringify(label)).join(', ')}]`;
const POD_SECURITY = 'pod-security.kubernetes.io/';

const labels = (object: string) => `variables.${object}.?metadata.?labels`;

/** What finds the labels of a namespace that a request changes and that nobody but operators may change, whether they come, go or differ. */
export const CHANGED_LABELS: readonly Variable[] = [
  { name: 'object', expression: 'dyn(object)' },
  { name: 'oldObject', expression: 'dyn(oldObject)' },
  {
    name: 'changed',
    expression: `${['object', 'oldObject'].map(each => `${labels(each)}.orValue({}).map(label, label)`).join(' + ')}`,
  },
  {
    name: 'faults',
    expression: `variables.changed.filter(label, (label in ${OURS} || label.startsWith("${POD_SECURITY}")) && ${labels('object')}[?label] != ${labels('oldObject')}[?label])`,
  },
];

/** Namespaces, and every way to write their labels. */
export const NAMESPACE_RULE = { apiGroups: [''], apiVersions: ['*'], resources: ['namespaces', 'namespaces/status', 'namespaces/finalize'] };

export const LABELS_POLICY = 'cdk8s-bulwark-labels';

/** Who may change the policies may change for whom they are. */
export const OPERATORS = 'who may update the admission policies';
export const OPERATOR = `authorizer.group("admissionregistration.k8s.io").resource("validatingadmissionpolicies").name("${LABELS_POLICY}").check("update").allowed()`;

/** The validation: the labels are as they were, or an operator asks. */
export function labelValidation(operator: string, who: string): object {
  return {
    expression: `size(variables.faults) == 0 || ${operator}`,
    messageExpression: `"protected-labels: only ${who} may change " + variables.faults.join(", ")`,
    message: `protected-labels: only ${who} may change the labels by which a namespace is guarded`,
    reason: 'Forbidden',
  };
}
