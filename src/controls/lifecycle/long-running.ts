/**
 * CEL: whether a container serves as long as its pod lives. It has a port, its pod is restarted always, which that of a Job never is, and it is
 * no init container but for a sidecar, whose readiness counts for its pod as that of a container does.
 */
export const SERVES = 'size(container.?ports.orValue([])) > 0 && pod.spec.?restartPolicy.orValue("Always") == "Always"'
  + ' && (container.?restartPolicy.orValue("") == "Always" || !pod.spec.?initContainers.orValue([]).exists(init, init.name == container.name))';
