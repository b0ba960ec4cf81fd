/** The kinds that belong to no namespace, as `Requirement.kinds` writes them. A namespace on them is refused or ignored, by who applies them. */
export const CLUSTER_SCOPED: ReadonlySet<string> = new Set([
  'Namespace', 'Node', 'PersistentVolume', 'ComponentStatus',
  'admissionregistration.k8s.io/MutatingAdmissionPolicy', 'admissionregistration.k8s.io/MutatingAdmissionPolicyBinding',
  'admissionregistration.k8s.io/MutatingWebhookConfiguration', 'admissionregistration.k8s.io/ValidatingAdmissionPolicy',
  'admissionregistration.k8s.io/ValidatingAdmissionPolicyBinding', 'admissionregistration.k8s.io/ValidatingWebhookConfiguration',
  'apiextensions.k8s.io/CustomResourceDefinition', 'apiregistration.k8s.io/APIService',
  'certificates.k8s.io/CertificateSigningRequest', 'certificates.k8s.io/ClusterTrustBundle',
  'flowcontrol.apiserver.k8s.io/FlowSchema', 'flowcontrol.apiserver.k8s.io/PriorityLevelConfiguration',
  'networking.k8s.io/IngressClass', 'networking.k8s.io/IPAddress', 'networking.k8s.io/ServiceCIDR',
  'node.k8s.io/RuntimeClass', 'rbac.authorization.k8s.io/ClusterRole', 'rbac.authorization.k8s.io/ClusterRoleBinding',
  'resource.k8s.io/DeviceClass', 'resource.k8s.io/ResourceSlice', 'scheduling.k8s.io/PriorityClass',
  'snapshot.storage.k8s.io/VolumeSnapshotClass', 'snapshot.storage.k8s.io/VolumeSnapshotContent',
  'storage.k8s.io/CSIDriver', 'storage.k8s.io/CSINode', 'storage.k8s.io/StorageClass', 'storage.k8s.io/VolumeAttachment',
  'storage.k8s.io/VolumeAttributesClass',
  'argoproj.io/ClusterWorkflowTemplate', 'tekton.dev/ClusterTask',
  'cert-manager.io/ClusterIssuer', 'cilium.io/CiliumClusterwideNetworkPolicy',
  'external-secrets.io/ClusterExternalSecret', 'external-secrets.io/ClusterSecretStore',
  'gateway.networking.k8s.io/GatewayClass', 'keda.sh/ClusterTriggerAuthentication', 'kueue.x-k8s.io/ClusterQueue', 'kyverno.io/ClusterPolicy', 'kueue.x-k8s.io/ResourceFlavor',
  'policy.sigstore.dev/ClusterImagePolicy', 'policies.kyverno.io/ImageValidatingPolicy', 'policies.kyverno.io/MutatingPolicy', 'policies.kyverno.io/ValidatingPolicy',
]);

/** A kind as `Requirement.kinds` writes it: `Service`, `apps/Deployment`. */
export function groupKindOf(apiVersion: string, kind: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? kind : `${apiVersion.slice(0, slash)}/${kind}`;
}
