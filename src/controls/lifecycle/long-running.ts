import { IS_NOT_EPHEMERAL } from '../resources/ephemeral';

/** CEL: whether a container runs as long as its pod. It is no init container but for a sidecar, whose readiness counts for its pod as that of a container does. */
const STAYS = '(container.?restartPolicy.orValue("") == "Always" || !pod.spec.?initContainers.orValue([]).exists(init, init.name == container.name))';

/** CEL: whether a container has a port and runs as long as its pod. */
export const LISTENS = `size(container.?ports.orValue([])) > 0 && ${STAYS}`;

/**
 * CEL: whether a container is to be asked how it is. It listens, or the parameter asks all of them but those that were added to a running pod, which can have no
 * probes; and its pod is restarted always, which that of a Job never is.
 */
export const SERVES_OR_IS_ASKED = 'pod.spec.?restartPolicy.orValue("Always") == "Always"'
  + ` && (size(container.?ports.orValue([])) > 0 || (params.withoutPorts && ${IS_NOT_EPHEMERAL})) && ${STAYS}`;
