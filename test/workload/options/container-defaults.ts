/** What a container says of which its author gives the name and the image alone, by path. */
export function containerDefaults(list: string, name: string, image: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries({
    name,
    image,
    'resources.requests.cpu': '100m',
    'resources.requests.memory': '256Mi',
    'resources.requests.ephemeral-storage': '128Mi',
    'resources.limits.memory': '256Mi',
    'resources.limits.ephemeral-storage': '128Mi',
    'volumeMounts[tmp].name': 'tmp',
    'volumeMounts[tmp].mountPath': '/tmp',
    'terminationMessagePolicy': 'FallbackToLogsOnError',
    'securityContext.capabilities.drop[0]': 'ALL',
    'securityContext.allowPrivilegeEscalation': false,
    'securityContext.readOnlyRootFilesystem': true,
  }).map(([path, value]) => [`spec.${list}[${name}].${path}`, value]));
}
