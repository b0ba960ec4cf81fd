/** CEL: whether a container is none that was added to a running pod. Such a one can have no resources: the API server refuses them. */
export const IS_NOT_EPHEMERAL = '!pod.spec.?ephemeralContainers.orValue([]).exists(ephemeral, ephemeral.name == container.name)';
