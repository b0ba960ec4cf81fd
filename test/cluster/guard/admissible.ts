import { JsonObject } from '../../../src/inventory/manifest';

type Pod = JsonObject;
const LISTS = ['containers', 'initContainers', 'ephemeralContainers'];

/** Fixtures of these controls are changed in what Kubernetes itself refuses beside it, so that the guard gets to see the rest. */
const CHANGES: { readonly [control: string]: (pod: Pod) => Pod } = {
  // `allowPrivilegeEscalation: false` beside `privileged: true`.
  'privileged-container': pod => ofContainers(pod, container => container.securityContext?.privileged !== true ? container
    : { ...container, securityContext: { ...container.securityContext, allowPrivilegeEscalation: undefined } }),
  // An unmasked /proc without a user namespace.
  'proc-mount': pod => ({ ...pod, hostUsers: false }),
  // A host process beside containers that are none, or without the network of its node.
  'host-process': pod => !JSON.stringify(pod).includes('"hostProcess":true') ? pod : {
    ...ofContainers(pod, container => ({ ...container, securityContext: { ...container.securityContext, windowsOptions: { hostProcess: true } } })),
    securityContext: { ...pod.securityContext, windowsOptions: { hostProcess: true } },
    hostNetwork: true,
    hostUsers: undefined,
  },
  // Lifecycle handlers of an init container that is no sidecar.
  'host-probe-host': pod => ({ ...pod, initContainers: pod.initContainers?.map((init: JsonObject) => init.lifecycle === undefined ? init : { ...init, restartPolicy: 'Always' }) }),
};

/** Why Kubernetes refuses some manifests before a guard sees them. What it refuses for another reason is a fault of the manifest. */
export const REASONS: readonly (readonly [message: RegExp, reason: string])[] = [
  [/is not served by this cluster/, 'the cluster does not serve its kind'],
  [/(volumeMounts|volumeDevices)\[\d\]\.name: Not found/, 'it mounts a volume that its pod does not have, or, made from a StatefulSet, no longer has'],
  [/must be less than or equal to cpu limit/, 'it requests more than its limit'],
  [/`selector` does not match template `labels`|empty selector is invalid/, 'it does not select its own pods'],
  [/must specify one of: `configMapRef` or `secretRef`/, 'its source of variables has no source: a verifier must not stumble over it'],
  [/topologyKey: Required value/, 'it spreads by no label: a verifier must not stumble over it'],
  [/must specify a volume type/, 'its volume has no kind: another control is about that'],
  [/(ports\[\d\]\.(name|containerPort)|targetPort): (Invalid|Duplicate|Required) value/, 'it names a port as Kubernetes does not: a verifier says so before'],
  [/either `defaultBackend` or `rules` must be specified/, 'its routes are none: another control is about hosts'],
  [/triggers: Required value/, 'its scaler has no triggers: a verifier must not stumble over it'],
  [/either minimum or maximum storage value is required/, 'it bounds claims by a default alone'],
  [/cannot be set for a windows pod/, 'it is for Windows, and sets what only Linux has'],
  [/Limit must be set for non overcommitable resources/, 'it asks for what cannot be shared without a limit: a resource that no other control asks for'],
  [/ephemeral containers not allowed in pod template/, 'a template has no ephemeral containers: a verifier must not stumble over them'],
  [/`selector` (not|will be) auto-generated/, 'a Job\'s selector is Kubernetes\' own, unless it says otherwise'],
  [/at least one validation action is required/, 'its policy does nothing at all'],
  [/metadata\.labels: Invalid value/, 'its label has a value that none can have'],
  [/lifecycle: Forbidden: cannot be set for an Ephemeral Container/, 'ephemeral containers have no lifecycle'],
];

/** A pod as Kubernetes takes it. */
export function admissible(control: string, pod: Pod): Pod {
  return CHANGES[control]?.(pod) ?? pod;
}

function ofContainers(pod: Pod, change: (container: JsonObject) => JsonObject): Pod {
  const lists = LISTS.filter(list => pod[list] !== undefined).map(list => [list, pod[list].map(change)]);
  return { ...pod, ...Object.fromEntries(lists) };
}
