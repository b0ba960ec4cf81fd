import { groupKindOf } from './scope-of-kinds';

/** An API version that Kubernetes deprecates and then serves no more. */
export interface ApiLifecycle {
  readonly apiVersion: string;
  readonly kinds: readonly string[];

  /** The minor of Kubernetes 1 that deprecates it. */
  readonly deprecated: number;

  /** The first minor that does not serve it. */
  readonly removed: number;

  /** What to write instead; nothing where there is no successor. */
  readonly successor?: string;
}

const row = (apiVersion: string, kinds: string, deprecated: number, removed: number, successor?: string): ApiLifecycle =>
  ({ apiVersion, kinds: kinds.split(' '), deprecated, removed, successor });

/** As `k8s.io/api` writes it beside its types; a test compares. What it no longer holds was removed before. */
export const API_LIFECYCLES: readonly ApiLifecycle[] = [
  row('admissionregistration.k8s.io/v1alpha1', 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding', 29, 32, 'admissionregistration.k8s.io/v1'),
  row('admissionregistration.k8s.io/v1alpha1', 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding', 35, 38, 'admissionregistration.k8s.io/v1'),
  row('admissionregistration.k8s.io/v1beta1', 'MutatingWebhookConfiguration ValidatingWebhookConfiguration', 16, 22, 'admissionregistration.k8s.io/v1'),
  row('admissionregistration.k8s.io/v1beta1', 'ValidatingAdmissionPolicy ValidatingAdmissionPolicyBinding', 31, 34, 'admissionregistration.k8s.io/v1'),
  row('admissionregistration.k8s.io/v1beta1', 'MutatingAdmissionPolicy MutatingAdmissionPolicyBinding', 37, 40, 'admissionregistration.k8s.io/v1'),
  row('apiextensions.k8s.io/v1beta1', 'CustomResourceDefinition', 16, 22, 'apiextensions.k8s.io/v1'),
  row('apiregistration.k8s.io/v1beta1', 'APIService', 19, 22, 'apiregistration.k8s.io/v1'),
  row('apps/v1beta1', 'ControllerRevision Deployment StatefulSet', 8, 16, 'apps/v1'),
  row('apps/v1beta2', 'ControllerRevision DaemonSet Deployment ReplicaSet StatefulSet', 9, 16, 'apps/v1'),
  row('autoscaling/v2beta1', 'HorizontalPodAutoscaler', 22, 25, 'autoscaling/v2'),
  row('autoscaling/v2beta2', 'HorizontalPodAutoscaler', 23, 26, 'autoscaling/v2'),
  row('batch/v1beta1', 'CronJob', 21, 25, 'batch/v1'),
  row('certificates.k8s.io/v1alpha1', 'ClusterTrustBundle', 34, 37, 'certificates.k8s.io/v1'),
  row('certificates.k8s.io/v1beta1', 'CertificateSigningRequest', 19, 22, 'certificates.k8s.io/v1'),
  row('certificates.k8s.io/v1beta1', 'ClusterTrustBundle PodCertificateRequest', 37, 40, 'certificates.k8s.io/v1'),
  row('coordination.k8s.io/v1alpha2', 'LeaseCandidate', 35, 38, 'coordination.k8s.io/v1beta1'),
  row('coordination.k8s.io/v1beta1', 'Lease', 19, 22, 'coordination.k8s.io/v1'),
  row('coordination.k8s.io/v1beta1', 'LeaseCandidate', 36, 39),
  row('discovery.k8s.io/v1beta1', 'EndpointSlice', 21, 25, 'discovery.k8s.io/v1'),
  row('events.k8s.io/v1beta1', 'Event', 22, 25, 'events.k8s.io/v1'),
  row('extensions/v1beta1', 'DaemonSet Deployment ReplicaSet', 8, 16, 'apps/v1'),
  row('extensions/v1beta1', 'NetworkPolicy', 9, 16, 'networking.k8s.io/v1'),
  row('extensions/v1beta1', 'PodSecurityPolicy', 11, 16),
  row('extensions/v1beta1', 'Ingress', 14, 22, 'networking.k8s.io/v1'),
  row('flowcontrol.apiserver.k8s.io/v1beta1', 'FlowSchema PriorityLevelConfiguration', 23, 26, 'flowcontrol.apiserver.k8s.io/v1'),
  row('flowcontrol.apiserver.k8s.io/v1beta2', 'FlowSchema PriorityLevelConfiguration', 26, 29, 'flowcontrol.apiserver.k8s.io/v1'),
  row('flowcontrol.apiserver.k8s.io/v1beta3', 'FlowSchema PriorityLevelConfiguration', 29, 32, 'flowcontrol.apiserver.k8s.io/v1'),
  row('networking.k8s.io/v1beta1', 'Ingress IngressClass', 19, 22, 'networking.k8s.io/v1'),
  row('networking.k8s.io/v1beta1', 'IPAddress ServiceCIDR', 34, 37, 'networking.k8s.io/v1'),
  row('node.k8s.io/v1beta1', 'RuntimeClass', 22, 25, 'node.k8s.io/v1'),
  row('policy/v1beta1', 'PodDisruptionBudget', 21, 25, 'policy/v1'),
  row('policy/v1beta1', 'PodSecurityPolicy', 21, 25),
  row('rbac.authorization.k8s.io/v1beta1', 'ClusterRole ClusterRoleBinding Role RoleBinding', 17, 22, 'rbac.authorization.k8s.io/v1'),
  row('resource.k8s.io/v1alpha3', 'DeviceTaintRule', 36, 39, 'resource.k8s.io/v1'),
  row('resource.k8s.io/v1beta1', 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice', 35, 38, 'resource.k8s.io/v1'),
  row('resource.k8s.io/v1beta2', 'DeviceClass ResourceClaim ResourceClaimTemplate ResourceSlice', 36, 39, 'resource.k8s.io/v1'),
  row('scheduling.k8s.io/v1beta1', 'PriorityClass', 14, 22, 'scheduling.k8s.io/v1'),
  row('storage.k8s.io/v1alpha1', 'CSIStorageCapacity VolumeAttachment', 21, 24, 'storage.k8s.io/v1'),
  row('storage.k8s.io/v1alpha1', 'VolumeAttributesClass', 32, 35, 'storage.k8s.io/v1'),
  row('storage.k8s.io/v1beta1', 'CSIDriver StorageClass VolumeAttachment', 19, 22, 'storage.k8s.io/v1'),
  row('storage.k8s.io/v1beta1', 'CSINode', 17, 22, 'storage.k8s.io/v1'),
  row('storage.k8s.io/v1beta1', 'CSIStorageCapacity', 24, 27, 'storage.k8s.io/v1'),
  row('storage.k8s.io/v1beta1', 'VolumeAttributesClass', 34, 37, 'storage.k8s.io/v1'),
  row('storagemigration.k8s.io/v1beta1', 'StorageVersionMigration', 37, 40, 'storagemigration.k8s.io/v1'),
];

/** The kinds in the table, as `Requirement.kinds` writes them. */
export const API_LIFECYCLE_KINDS: readonly string[] = [...new Set(API_LIFECYCLES
  .flatMap(({ apiVersion, kinds }) => kinds.map(kind => groupKindOf(apiVersion, kind))))];

const byObject = new Map(API_LIFECYCLES.flatMap(each => each.kinds.map(kind => [`${each.apiVersion} ${kind}`, each] as const)));

/** What becomes of an API version of a kind, where it is known to be deprecated at some time. */
export function apiLifecycleOf(apiVersion: string, kind: string): ApiLifecycle | undefined {
  return byObject.get(`${apiVersion} ${kind}`);
}
