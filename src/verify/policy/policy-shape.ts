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

const OBJECT = { apiVersion: text, kind: text, metadata: METADATA };

/** A ValidatingAdmissionPolicy, of v1 as of its betas: the fields have been the same. */
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

const PARAM_REF: Shape = (value, path) => [
  ...fields({ parameterNotFoundAction: oneOf('Allow', 'Deny') }, { name: text, namespace: text, selector: SELECTOR })(value, path),
  ...((value as any)?.name === undefined) === ((value as any)?.selector === undefined) ? [{ path, message: 'give either a name or a selector' }] : [],
];

/** A ValidatingAdmissionPolicyBinding. */
export const BINDING: Shape = fields({
  ...OBJECT,
  spec: fields({ policyName: NAME, validationActions: ACTIONS }, {
    matchResources: fields({}, { ...MATCH, resourceRules: listOf(RULE) }),
    paramRef: PARAM_REF,
  }),
}, { status: whatever });
