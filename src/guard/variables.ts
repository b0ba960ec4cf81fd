/** A variable of a policy: it is evaluated once a request, and only where something asks for it. */
export interface Variable {
  readonly name: string;
  readonly expression: string;
}

/** Fields that change when an object is scaled or paused. */
const SCALING = '["replicas", "paused", "suspend"]';
const OUTSIDE = '["apiVersion", "kind", "metadata", "status", "spec"]';

/** The object and the one it replaces. Their fields are looked up when they are evaluated: a policy is for many kinds. */
export const OBJECT_VARIABLES: readonly Variable[] = [
  { name: 'object', expression: 'dyn(object)' },
  { name: 'oldObject', expression: 'dyn(oldObject)' },
  {
    name: 'kind',
    expression: 'variables.object.apiVersion.contains("/") ? variables.object.apiVersion.split("/")[0] + "/" + variables.object.kind : variables.object.kind',
  },
];

/** The ratchet of whole objects: what did not change is not judged again. */
export const UNCHANGED_VARIABLES: readonly Variable[] = [
  {
    name: 'sameSpec',
    expression: 'variables.oldObject != null && [variables.object, variables.oldObject].all(each, '
      + `each.all(field, field in ${OUTSIDE} || variables.object[?field] == variables.oldObject[?field]) && `
      + `each.?spec.orValue({}).all(field, field in ${SCALING} || variables.object.?spec[?field] == variables.oldObject.?spec[?field]))`,
  },
  {
    name: 'sameMetadata',
    expression: 'variables.oldObject != null && ["labels", "annotations"].all(field, variables.object.?metadata[?field] == variables.oldObject.?metadata[?field])',
  },
];
