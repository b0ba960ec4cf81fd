import { anyText, fields, line, listOf, matching, named, oneOf, Shape, text, whatever } from './shape';

const NAME = matching(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/, 'a name: use lower-case letters, digits, hyphens and dots');
const RESERVED = 'true|false|null|in|as|break|const|continue|else|for|function|if|import|let|loop|package|namespace|return|var|void|while';
const IDENTIFIER = matching(new RegExp(`^(?!(?:${RESERVED})$)[_a-zA-Z][_a-zA-Z0-9]*$`), 'a name that CEL can use');

const METADATA = (value: unknown, path: readonly (string | number)[]) => NAME((value as any)?.name, [...path, 'name']);

const SELECTOR = fields({}, {
  matchLabels: whatever,
  matchExpressions: listOf(fields({ key: text, operator: oneOf('In', 'NotIn', 'Exists', 'DoesNotExist') }, { values: listOf(anyText) })),
});

const RULE = fields({ apiGroups: listOf(anyText, 1), apiVersions: listOf(text, 1), operations: listOf(oneOf('*', 'CREATE', 'UPDATE', 'DELETE', 'CONNECT'), 1), resources: listOf(text, 1) },
  { resourceNames: listOf(text), scope: oneOf('*', 'Cluster', 'Namespaced') });

const MATCH = {
  excludeResourceRules: listOf(RULE),
  matchPolicy: oneOf('Equivalent', 'Exact'),
  namespaceSelector: SELECTOR,
  objectSelector: SELECTOR,
};

const EXPRESSION = { expression: text };

const VALIDATION = fields(EXPRESSION, {
  message: line,
  messageExpression: text,
  reason: oneOf('Unauthorized', 'Forbidden', 'Invalid', 'RequestEntityTooLarge'),
});

const [V1, BETA, ALPHA] = ['v1', 'v1beta1', 'v1alpha1'].map(version => `admissionregistration.k8s.io/${version}`);
const OBJECT = { apiVersion: oneOf(V1, BETA, ALPHA), kind: text, metadata: METADATA };

/** A ValidatingAdmissionPolicy, of v1 as of what came before it: the fields have been the same. */
export const POLICY: Shape = fields({
  ...OBJECT,
  spec: (value, path) => [
    ...fields({ matchConstraints: fields({ resourceRules: listOf(RULE, 1) }, MATCH) }, {
      auditAnnotations: named(fields({ key: text, valueExpression: text }), 'key'),
      failurePolicy: oneOf('Fail', 'Ignore'),
      matchConditions: named(fields({ name: text, ...EXPRESSION }), 'name'),
      paramKind: fields({ apiVersion: text, kind: text }),
      validations: listOf(VALIDATION),
      variables: listOf(fields({ name: IDENTIFIER, ...EXPRESSION })),
    })(value, path),
    ...[(value as any)?.validations, (value as any)?.auditAnnotations].some(list => Array.isArray(list) && list.length > 0) ? []
      : [{ path, message: 'it validates nothing: give validations' }],
  ],
}, { status: whatever });

const ACTIONS: Shape = (value, path) => [
  ...listOf(oneOf('Deny', 'Warn', 'Audit'), 1)(value, path),
  ...Array.isArray(value) && value.includes('Deny') && value.includes('Warn') ? [{ path, message: 'Deny and Warn together say the same twice: give one' }] : [],
];

const NOT_FOUND = { parameterNotFoundAction: oneOf('Allow', 'Deny') };
const PARAM = { name: text, namespace: text, selector: SELECTOR };

/** In v1alpha1 what happens without parameters need not be said: it is denied. */
const paramRef = (apiVersion: string): Shape => (value, path) => [
  ...apiVersion === ALPHA ? fields({}, { ...PARAM, ...NOT_FOUND })(value, path) : fields(NOT_FOUND, PARAM)(value, path),
  ...((value as any)?.name === undefined) === ((value as any)?.selector === undefined) ? [{ path, message: 'give either a name or a selector' }] : [],
];

/** A ValidatingAdmissionPolicyBinding. */
export const BINDING: Shape = (value, path) => fields({
  ...OBJECT,
  spec: fields({ policyName: NAME, validationActions: ACTIONS }, {
    matchResources: fields({}, { ...MATCH, resourceRules: listOf(RULE) }),
    paramRef: paramRef((value as any)?.apiVersion),
  }),
}, { status: whatever })(value, path);
