import { BOOL, DYN, INT, list, map, object, simple, STRING, Type } from '../../cel/types';

const TIMESTAMP = simple('google.protobuf.Timestamp');
const TEXTS = list(STRING);
const LABELS = map(STRING, STRING);

const KIND = object('kubernetes.GroupVersionKind', { group: STRING, version: STRING, kind: STRING });
const RESOURCE = object('kubernetes.GroupVersionResource', { group: STRING, version: STRING, resource: STRING });

/** What the API server lets an expression ask of `request`. */
export const REQUEST: Type = object('kubernetes.AdmissionRequest', {
  kind: KIND,
  resource: RESOURCE,
  subResource: STRING,
  requestKind: KIND,
  requestResource: RESOURCE,
  requestSubResource: STRING,
  name: STRING,
  namespace: STRING,
  operation: STRING,
  userInfo: object('kubernetes.UserInfo', { username: STRING, uid: STRING, groups: TEXTS, extra: map(STRING, TEXTS) }),
  dryRun: BOOL,
  options: DYN,
});

const CONDITION = object('kubernetes.NamespaceCondition', { status: STRING, type: STRING, lastTransitionTime: TIMESTAMP, message: STRING, reason: STRING });

/** What it lets an expression ask of `namespaceObject`. */
export const NAMESPACE: Type = object('kubernetes.Namespace', {
  metadata: object('kubernetes.NamespaceMetadata', {
    name: STRING,
    generateName: STRING,
    namespace: STRING,
    labels: LABELS,
    annotations: LABELS,
    UID: STRING,
    creationTimestamp: TIMESTAMP,
    deletionGracePeriodSeconds: INT,
    deletionTimestamp: TIMESTAMP,
    generation: INT,
    resourceVersion: STRING,
    finalizers: TEXTS,
  }),
  spec: object('kubernetes.NamespaceSpec', { finalizers: TEXTS }),
  status: object('kubernetes.NamespaceStatus', { conditions: list(CONDITION), phase: STRING }),
});

/** The type of `variables`, from those of the variables before. */
export function variablesType(types: { readonly [name: string]: Type }): Type {
  return object('kubernetes.variables', types);
}

const KEPT = new Set(['bool', 'bytes', 'double', 'int', 'null_type', 'string', 'uint', 'google.protobuf.Timestamp', 'google.protobuf.Duration']);

/** What other expressions know of a variable's type: of values that a library brings, nothing. */
export function typeOfVariable(type: Type): Type {
  return KEPT.has(type.kind) ? type : type.kind === 'list' || type.kind === 'map' ? { kind: type.kind, parameters: type.parameters.map(typeOfVariable) } : DYN;
}
