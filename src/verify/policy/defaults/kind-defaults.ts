import { Default } from './fill';

type Open = { readonly [field: string]: any };

const ROLLING = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '25%', maxSurge: '25%' } };
const SUBJECT_GROUP = ({ kind }: Open) => kind === 'User' || kind === 'Group' ? 'rbac.authorization.k8s.io' : undefined;
const BINDING: readonly Default[] = [['roleRef.apiGroup', 'rbac.authorization.k8s.io'], ['subjects[].apiGroup', SUBJECT_GROUP]];
const labelsOf = (path: readonly string[]) => (_: Open, root: Open) => path.reduce<any>((value, field) => value?.[field], root);
const TEMPLATE_LABELS = labelsOf(['spec', 'template', 'metadata', 'labels']);
const WEBHOOK: readonly Default[] = [
  ['webhooks[].failurePolicy', 'Fail'], ['webhooks[].matchPolicy', 'Equivalent'], ['webhooks[].timeoutSeconds', 10], ['webhooks[].namespaceSelector', {}],
  ['webhooks[].objectSelector', {}], ['webhooks[].rules[].scope', '*'], ['webhooks[].clientConfig.service.port', 443],
];
const exposed = ({ type = 'ClusterIP', externalIPs = [] }: Open) => type === 'NodePort' || type === 'LoadBalancer' || type === 'ClusterIP' && externalIPs.length > 0;
const CPU = [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }];
const SCALE_UP = {
  stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies: [{ type: 'Pods', value: 4, periodSeconds: 15 }, { type: 'Percent', value: 100, periodSeconds: 15 }],
};
const SCALE_DOWN = { selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 15 }] };
const scaling = (direction: string, rules: object): readonly Default[] =>
  [[`spec.behavior.${direction}`, rules], ...Object.entries(rules).map(([field, value]): Default => [`spec.behavior.${direction}.${field}`, value])];
const inVersion = (version: string, value: unknown) => (_: Open, { apiVersion }: Open) => apiVersion === version ? value : undefined;

/** What the API server fills into objects of its own kinds, as far as an expression is likely to look. Pod templates are filled in beside. */
export const KINDS: { readonly [groupKind: string]: readonly Default[] } = {
  'Service': [
    ['spec.type', 'ClusterIP'], ['spec.sessionAffinity', 'None'], ['spec.ports[].protocol', 'TCP'],
    ['spec.ports[].targetPort', ({ port }: Open) => port],
    ['spec.internalTrafficPolicy', ({ type }: Open) => type === 'ExternalName' ? undefined : 'Cluster'],
    ['spec.externalTrafficPolicy', (spec: Open) => exposed(spec) ? 'Cluster' : undefined],
    ['spec.allocateLoadBalancerNodePorts', ({ type }: Open) => type === 'LoadBalancer' ? true : undefined],
    ['spec.sessionAffinityConfig', ({ sessionAffinity }: Open) => sessionAffinity === 'ClientIP' ? { clientIP: { timeoutSeconds: 10800 } } : undefined],
    ['status', { loadBalancer: {} }],
  ],
  'Namespace': [['spec', { finalizers: ['kubernetes'] }], ['status', { phase: 'Active' }]],
  'Secret': [['type', 'Opaque']],
  'PersistentVolumeClaim': [['spec.volumeMode', 'Filesystem'], ['status', { phase: 'Pending' }]],
  'PersistentVolume': [['spec.volumeMode', 'Filesystem'], ['spec.persistentVolumeReclaimPolicy', 'Retain'], ['spec.hostPath.type', ''], ['status', { phase: 'Pending' }]],
  'ReplicationController': [
    ['spec.replicas', 1], ['spec.selector', TEMPLATE_LABELS], ['metadata.labels', TEMPLATE_LABELS], ['status', { replicas: 0 }],
  ],
  'Endpoints': [['subsets[].ports[].protocol', 'TCP']],
  'apps/Deployment': [
    ['spec.replicas', 1], ['spec.strategy', ROLLING], ['spec.strategy.type', 'RollingUpdate'],
    ['spec.strategy.rollingUpdate', ({ type }: Open) => type === 'RollingUpdate' ? ROLLING.rollingUpdate : undefined],
    ['spec.strategy.rollingUpdate.{maxUnavailable,maxSurge}', '25%'], ['spec.revisionHistoryLimit', 10], ['spec.progressDeadlineSeconds', 600], ['status', {}],
  ],
  'apps/ReplicaSet': [['spec.replicas', 1], ['status', { replicas: 0 }]],
  'apps/StatefulSet': [
    ['spec.replicas', 1], ['spec.serviceName', ''], ['spec.podManagementPolicy', 'OrderedReady'], ['spec.updateStrategy', { type: 'RollingUpdate', rollingUpdate: { partition: 0 } }],
    ['spec.updateStrategy.type', 'RollingUpdate'],
    ['spec.updateStrategy.rollingUpdate', ({ type }: Open) => type === 'RollingUpdate' ? { partition: 0 } : undefined],
    ['spec.updateStrategy.rollingUpdate.partition', 0], ['spec.revisionHistoryLimit', 10],
    ['spec.persistentVolumeClaimRetentionPolicy', {}], ['spec.persistentVolumeClaimRetentionPolicy.{whenDeleted,whenScaled}', 'Retain'],
    ['spec.volumeClaimTemplates[].apiVersion', 'v1'], ['spec.volumeClaimTemplates[].kind', 'PersistentVolumeClaim'],
    ['spec.volumeClaimTemplates[].spec.volumeMode', 'Filesystem'], ['spec.volumeClaimTemplates[].status', { phase: 'Pending' }],
    ['status', { replicas: 0, availableReplicas: 0 }],
  ],
  'apps/DaemonSet': [
    ['spec.updateStrategy', { type: 'RollingUpdate' }], ['spec.updateStrategy.type', 'RollingUpdate'],
    ['spec.updateStrategy.rollingUpdate', ({ type }: Open) => type === 'RollingUpdate' ? {} : undefined],
    ['spec.updateStrategy.rollingUpdate.maxUnavailable', 1], ['spec.updateStrategy.rollingUpdate.maxSurge', 0], ['spec.revisionHistoryLimit', 10],
    ['status', { currentNumberScheduled: 0, numberMisscheduled: 0, desiredNumberScheduled: 0, numberReady: 0 }],
  ],
  'batch/Job': [
    ['spec.completions', ({ parallelism }: Open) => parallelism === undefined ? 1 : undefined], ['spec.parallelism', 1], ['spec.completionMode', 'NonIndexed'],
    ['spec.backoffLimit', ({ backoffLimitPerIndex }: Open) => backoffLimitPerIndex === undefined ? 6 : 2147483647], ['spec.suspend', false],
    ['spec.manualSelector', false], ['spec.podReplacementPolicy', ({ podFailurePolicy }: Open) => podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed'], ['status', {}],
  ],
  'batch/CronJob': [
    ['spec.jobTemplate.metadata', {}], ['spec.concurrencyPolicy', 'Allow'], ['spec.suspend', false], ['spec.successfulJobsHistoryLimit', 3], ['spec.failedJobsHistoryLimit', 1], ['status', {}],
  ],
  'autoscaling/HorizontalPodAutoscaler': [
    ['spec.minReplicas', 1], ['spec.metrics', inVersion('autoscaling/v2', CPU)], ['spec.targetCPUUtilizationPercentage', inVersion('autoscaling/v1', 80)],
    ...scaling('scaleUp', SCALE_UP), ...scaling('scaleDown', SCALE_DOWN),
  ],
  'networking.k8s.io/NetworkPolicy': [
    ['spec.policyTypes', ({ egress }: Open) => Array.isArray(egress) && egress.length > 0 ? ['Ingress', 'Egress'] : ['Ingress']],
    ['spec.{ingress,egress}[].ports[].protocol', 'TCP'],
  ],
  'networking.k8s.io/Ingress': [['status', { loadBalancer: {} }]],
  'networking.k8s.io/IngressClass': [['spec.parameters.scope', 'Cluster']],
  'rbac.authorization.k8s.io/RoleBinding': BINDING,
  'rbac.authorization.k8s.io/ClusterRoleBinding': BINDING,
  'storage.k8s.io/StorageClass': [['reclaimPolicy', 'Delete'], ['volumeBindingMode', 'Immediate']],
  'scheduling.k8s.io/PriorityClass': [['preemptionPolicy', 'PreemptLowerPriority']],
  'admissionregistration.k8s.io/ValidatingWebhookConfiguration': WEBHOOK,
  'admissionregistration.k8s.io/MutatingWebhookConfiguration': [...WEBHOOK, ['webhooks[].reinvocationPolicy', 'Never']],
};

/** Where quantities stand, but for pod templates. */
export const QUANTITIES: { readonly [groupKind: string]: readonly string[] } = {
  'PersistentVolumeClaim': ['spec.resources.{limits,requests}.*'],
  'PersistentVolume': ['spec.capacity.*'],
  'ResourceQuota': ['spec.hard.*'],
  'LimitRange': ['spec.limits[].{max,min,default,defaultRequest,maxLimitRequestRatio}.*'],
  'Node': ['status.{capacity,allocatable}.*'],
  'apps/StatefulSet': ['spec.volumeClaimTemplates[].spec.resources.{limits,requests}.*'],
  'storage.k8s.io/CSIStorageCapacity': ['{capacity,maximumVolumeSize}'],
  'autoscaling/HorizontalPodAutoscaler': ['spec.metrics[].{resource,pods,object,external,containerResource}.target.{value,averageValue}'],
};

/** Where a false, a nought or an empty text is no value, but for pod templates. */
export const ZEROS: { readonly [groupKind: string]: readonly string[] } = {
  'Service': ['spec.{publishNotReadyAddresses,clusterIP,loadBalancerIP,externalName}', 'spec.ports[].{name,nodePort}'],
  'apps/Deployment': ['spec.{paused,minReadySeconds}'],
  'apps/ReplicaSet': ['spec.minReadySeconds'],
  'apps/StatefulSet': ['spec.minReadySeconds'],
  'apps/DaemonSet': ['spec.minReadySeconds'],
};
