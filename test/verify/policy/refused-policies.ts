const RULES = { resourceRules: [{ apiGroups: [''], apiVersions: ['v1'], operations: ['CREATE'], resources: ['configmaps'] }] };
const validating = (expression: string, more: object = {}) => ({ matchConstraints: RULES, validations: [{ expression }], ...more });

interface RefusedPolicy {
  readonly spec: object;

  /** What ours says. */
  readonly message: string;

  /** Whether only we refuse it: an API server has what a file has not. */
  readonly offline?: boolean;

  /** The line where it goes wrong, in a file that has a field a line. */
  readonly at?: string;
}

/** Policies that are bad input, by what is wrong with them: of all but those marked the API server says so too. */
export const REFUSED_POLICIES: { readonly [wrong: string]: RefusedPolicy } = {
  'no CEL': { spec: validating('object.data ='), message: 'spec.validations[0].expression: not CEL' },
  'an undeclared name': { spec: validating('container.image == ""'), message: '"container" is not declared' },
  'an unknown function': { spec: validating('object.frobnicate()'), message: 'the API server has no function frobnicate()' },
  'not a bool': { spec: validating('object.data.a'), message: 'must be sure that it is a bool' },
  'a function that came later': { spec: validating('lists.range(3).size() == 3 && object.data.list.slice(0, 1) == []'), message: 'exists from Kubernetes 1.35 on' },
  'params without a paramKind': { spec: validating('params.a == 1'), message: '"params" is not declared' },
  'a variable that is not there': { spec: validating('variables.a', { variables: [{ name: 'b', expression: 'true' }] }), message: 'kubernetes.variables has no field "a"' },
  'a variable that comes later': {
    spec: validating('variables.a', { variables: [{ name: 'a', expression: 'variables.b' }, { name: 'b', expression: 'true' }] }), message: 'spec.variables[0].expression: kubernetes.variables has no field "b"',
  },
  'variables where there are none': { spec: validating('variables.a'), message: '"variables" is not declared' },
  'a variable of another type': { spec: validating('variables.a + 1 == 2', { variables: [{ name: 'a', expression: '"x"' }] }), message: 'no such overload: + of string, int' },
  'variables in a match condition': {
    spec: validating('true', { variables: [{ name: 'a', expression: 'true' }], matchConditions: [{ name: 'a', expression: 'variables.a' }] }), message: 'spec.matchConditions[0].expression: "variables" is not declared',
  },
  'a field that a request lacks': { spec: validating('request.verb == "create"'), message: 'kubernetes.AdmissionRequest has no field "verb"' },
  'a field that a namespace lacks': { spec: validating('namespaceObject.name == "a"'), message: 'kubernetes.Namespace has no field "name"' },
  'a message that is no text': {
    spec: { matchConstraints: RULES, validations: [{ expression: 'true', messageExpression: '1' }] }, message: 'spec.validations[0].messageExpression: the API server must be sure that it is a string',
  },
  'the authorizer in a message': { spec: { matchConstraints: RULES, validations: [{ expression: 'true', messageExpression: 'string(authorizer.group("").resource("pods").check("get").allowed())' }] }, message: 'the authorizer cannot be asked' },
  'no rules': { spec: { matchConstraints: { resourceRules: [] }, validations: [{ expression: 'true' }] }, message: 'spec.matchConstraints.resourceRules: give at least 1' },
  'no match constraints': { spec: { validations: [{ expression: 'true' }] }, message: 'spec: it has no matchConstraints: give it' },
  'no validations': { spec: { matchConstraints: RULES }, message: 'it validates nothing: give validations' },
  'a misspelt field': { spec: validating('true', { matchCondition: [] }), message: 'spec.matchCondition: there is no such field' },
  'a message of two lines': { spec: { matchConstraints: RULES, validations: [{ expression: 'true', message: 'a\nb' }] }, message: 'spec.validations[0].message: it must not contain line breaks' },
  'an unknown reason': { spec: { matchConstraints: RULES, validations: [{ expression: 'true', reason: 'Because' }] }, message: '"Because" is not known here' },
  'an unknown failure policy': { spec: validating('true', { failurePolicy: 'Retry' }), message: '"Retry" is not known here' },
  'a name that CEL cannot use': { spec: validating('true', { variables: [{ name: 'for', expression: 'true' }] }), message: '"for" is not a name that CEL can use' },
  'two conditions of one name': { spec: validating('true', { matchConditions: [{ name: 'a', expression: 'true' }, { name: 'a', expression: 'true' }] }), message: 'spec.matchConditions[1].name: "a" is there twice' },
  'an annotation that is no text': { spec: { matchConstraints: RULES, auditAnnotations: [{ key: 'a', valueExpression: '1' }] }, message: 'spec.auditAnnotations[0].valueExpression: the API server must be sure that it is a string or null_type' },
  'a selector that says nothing': { spec: validating('true', { matchConstraints: { ...RULES, objectSelector: { matchExpressions: [{ key: 'a', operator: 'Is', values: ['b'] }] } } }), message: '"Is" is not known here' },
  'the authorizer': { spec: validating('authorizer.group("").resource("pods").namespace("default").check("get").allowed()'), message: 'the authorizer cannot be asked outside an API server', offline: true },
};
