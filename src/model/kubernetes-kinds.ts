/**
 * The kinds of the API groups of Kubernetes that gain hardly any, as `kubectl api-resources` of 1.37 lists them, with subresources that are sent as objects.
 * `Config` is a file of kubectl. Groups that gain kinds with new versions are left out: of those nobody knows what is none.
 */
export const KUBERNETES_KINDS: { readonly [apiGroup: string]: readonly string[] } = {
  '': [
    'Binding', 'ComponentStatus', 'Config', 'ConfigMap', 'Endpoints', 'Event', 'LimitRange', 'List', 'Namespace', 'Node', 'PersistentVolume', 'PersistentVolumeClaim',
    'Pod', 'PodTemplate', 'ReplicationController', 'ResourceQuota', 'Secret', 'Service', 'ServiceAccount',
  ],
  'apps': ['ControllerRevision', 'DaemonSet', 'Deployment', 'ReplicaSet', 'StatefulSet'],
  'autoscaling': ['HorizontalPodAutoscaler', 'Scale'],
  'batch': ['CronJob', 'Job'],
  'networking.k8s.io': ['IPAddress', 'Ingress', 'IngressClass', 'NetworkPolicy', 'ServiceCIDR'],
  'policy': ['Eviction', 'PodDisruptionBudget'],
  'rbac.authorization.k8s.io': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
};
