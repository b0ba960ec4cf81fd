import { configRollout } from './configuration/config-rollout';
import { danglingConfigMap } from './configuration/dangling-config-map';
import { duplicateNames } from './configuration/duplicate-names';
import { selectorMatchesTemplate } from './configuration/selector-matches-template';
import { danglingNetworkPolicy } from './container-network/dangling-network-policy';
import { danglingService } from './container-network/dangling-service';
import { defaultDenyEgress } from './container-network/default-deny-egress';
import { defaultDenyIngress } from './container-network/default-deny-ingress';
import { dnsEgress } from './container-network/dns-egress';
import { networkPolicyAllowAll } from './container-network/network-policy-allow-all';
import { serviceTargetPort } from './container-network/service-target-port';
import { statefulSetService } from './container-network/stateful-set-service';
import { encryptionCoversSecrets } from './control-plane/encryption-covers-secrets';
import { encryptionIdentityFirst } from './control-plane/encryption-identity-first';
import { encryptionKeyManagement } from './control-plane/encryption-key-management';
import { encryptionKmsVersion } from './control-plane/encryption-kms-version';
import { podSecurityDefault } from './control-plane/pod-security-default';
import { podSecurityExemptions } from './control-plane/pod-security-exemptions';
import { auditPolicyComplete } from './forensics/audit-policy-complete';
import { auditPolicySecrets } from './forensics/audit-policy-secrets';
import { terminationMessagePolicy } from './forensics/termination-message-policy';
import { addedCapabilities } from './host/added-capabilities';
import { addedCapabilitiesRestricted } from './host/added-capabilities-restricted';
import { apparmorProfile } from './host/apparmor-profile';
import { containerRuntimeSocket } from './host/container-runtime-socket';
import { dropAllCapabilities } from './host/drop-all-capabilities';
import { hostIpc } from './host/host-ipc';
import { hostNetwork } from './host/host-network';
import { hostPath } from './host/host-path';
import { hostPathSensitive } from './host/host-path-sensitive';
import { hostPathWritable } from './host/host-path-writable';
import { hostPid } from './host/host-pid';
import { hostProbeHost } from './host/host-probe-host';
import { hostProcess } from './host/host-process';
import { privilegeEscalation } from './host/privilege-escalation';
import { privilegedContainer } from './host/privileged-container';
import { procMount } from './host/proc-mount';
import { procMountRestricted } from './host/proc-mount-restricted';
import { readOnlyRootFilesystem } from './host/read-only-root-filesystem';
import { restrictedVolumeTypes } from './host/restricted-volume-types';
import { runAsNonRoot } from './host/run-as-non-root';
import { runAsRootUser } from './host/run-as-root-user';
import { seccompProfile } from './host/seccomp-profile';
import { seccompUnconfined } from './host/seccomp-unconfined';
import { selinuxOptions } from './host/selinux-options';
import { serviceLinks } from './host/service-links';
import { shareProcessNamespace } from './host/share-process-namespace';
import { sysctls } from './host/sysctls';
import { userNamespace } from './host/user-namespace';
import { danglingIngress } from './host-network/dangling-ingress';
import { hostPort } from './host-network/host-port';
import { ingressTls } from './host-network/ingress-tls';
import { nodePortService } from './host-network/node-port-service';
import { serviceExternalIps } from './host-network/service-external-ips';
import { cronJobConcurrency } from './lifecycle/cron-job-concurrency';
import { cronJobHistory } from './lifecycle/cron-job-history';
import { cronJobStartingDeadline } from './lifecycle/cron-job-starting-deadline';
import { danglingPodDisruptionBudget } from './lifecycle/dangling-pod-disruption-budget';
import { disruptionBudgetBlocks } from './lifecycle/disruption-budget-blocks';
import { disruptionBudgetMinimum } from './lifecycle/disruption-budget-minimum';
import { disruptionBudgetOverlap } from './lifecycle/disruption-budget-overlap';
import { disruptionBudgetPresent } from './lifecycle/disruption-budget-present';
import { disruptionBudgetUnhealthyPods } from './lifecycle/disruption-budget-unhealthy-pods';
import { jobBackoffLimit } from './lifecycle/job-backoff-limit';
import { jobDeadline } from './lifecycle/job-deadline';
import { jobHistory } from './lifecycle/job-history';
import { livenessProbe } from './lifecycle/liveness-probe';
import { preStopDelay } from './lifecycle/pre-stop-delay';
import { preStopWithinGrace } from './lifecycle/pre-stop-within-grace';
import { probePort } from './lifecycle/probe-port';
import { probesDiffer } from './lifecycle/probes-differ';
import { readinessProbe } from './lifecycle/readiness-probe';
import { terminationGracePeriod } from './lifecycle/termination-grace-period';
import { meshAuthorizationAllowsAll } from './mesh/mesh-authorization-allows-all';
import { meshAuthorizationPresent } from './mesh/mesh-authorization-present';
import { meshInboundPolicy } from './mesh/mesh-inbound-policy';
import { meshInboundPolicyOverride } from './mesh/mesh-inbound-policy-override';
import { meshMembership } from './mesh/mesh-membership';
import { meshMtlsPresent } from './mesh/mesh-mtls-present';
import { meshOptOut } from './mesh/mesh-opt-out';
import { meshPortException } from './mesh/mesh-port-exception';
import { meshStrictMtls } from './mesh/mesh-strict-mtls';
import { meshTrafficExclusion } from './mesh/mesh-traffic-exclusion';
import { deprecatedApiVersion } from './migration/deprecated-api-version';
import { removedApiVersion } from './migration/removed-api-version';
import { versionLabel } from './monitoring/version-label';
import { versionLabelMatchesImage } from './monitoring/version-label-matches-image';
import { kubeletAnonymousAuthentication } from './node/kubelet-anonymous-authentication';
import { kubeletAuthorization } from './node/kubelet-authorization';
import { kubeletClientCertificateAuthority } from './node/kubelet-client-certificate-authority';
import { kubeletIptablesChains } from './node/kubelet-iptables-chains';
import { kubeletPodPidsLimit } from './node/kubelet-pod-pids-limit';
import { kubeletProtectKernelDefaults } from './node/kubelet-protect-kernel-defaults';
import { kubeletReadOnlyPort } from './node/kubelet-read-only-port';
import { kubeletRotateCertificates } from './node/kubelet-rotate-certificates';
import { kubeletSeccompDefault } from './node/kubelet-seccomp-default';
import { kubeletServingCertificate } from './node/kubelet-serving-certificate';
import { kubeletStaticPodUrl } from './node/kubelet-static-pod-url';
import { kubeletStreamingTimeout } from './node/kubelet-streaming-timeout';
import { kubeletTlsCipherSuites } from './node/kubelet-tls-cipher-suites';
import { kubeletTlsMinimumVersion } from './node/kubelet-tls-minimum-version';
import { kubeletUnsafeSysctls } from './node/kubelet-unsafe-sysctls';
import { imageDigest } from './promotion/image-digest';
import { imageRegistry } from './promotion/image-registry';
import { anonymousBinding } from './rbac/anonymous-binding';
import { clusterAdminBinding } from './rbac/cluster-admin-binding';
import { danglingBindingSubject } from './rbac/dangling-binding-subject';
import { danglingRole } from './rbac/dangling-role';
import { defaultServiceAccountBinding } from './rbac/default-service-account-binding';
import { identityTakesOverCluster } from './rbac/identity-takes-over-cluster';
import { rbacCertificateApproval } from './rbac/rbac-certificate-approval';
import { rbacEscalationVerbs } from './rbac/rbac-escalation-verbs';
import { rbacNodesProxy } from './rbac/rbac-nodes-proxy';
import { rbacPersistentVolumeCreate } from './rbac/rbac-persistent-volume-create';
import { rbacPodsCreate } from './rbac/rbac-pods-create';
import { rbacPodsExec } from './rbac/rbac-pods-exec';
import { rbacSecretsRead } from './rbac/rbac-secrets-read';
import { rbacTokenCreate } from './rbac/rbac-token-create';
import { rbacWebhookWrite } from './rbac/rbac-webhook-write';
import { rbacWildcardApiGroups } from './rbac/rbac-wildcard-api-groups';
import { rbacWildcardResources } from './rbac/rbac-wildcard-resources';
import { rbacWildcardVerbs } from './rbac/rbac-wildcard-verbs';
import { systemMastersBinding } from './rbac/system-masters-binding';
import { Requirement } from './requirement';
import { cpuRequest } from './resources/cpu-request';
import { ephemeralStorageLimit } from './resources/ephemeral-storage-limit';
import { limitRangeFits } from './resources/limit-range-fits';
import { memoryLimit } from './resources/memory-limit';
import { memoryRequest } from './resources/memory-request';
import { memoryRequestEqualsLimit } from './resources/memory-request-equals-limit';
import { requestWithinLimit } from './resources/request-within-limit';
import { systemPriorityClass } from './resources/system-priority-class';
import { autoscalerMinimum } from './scaling/autoscaler-minimum';
import { autoscalerRange } from './scaling/autoscaler-range';
import { autoscalerReplicas } from './scaling/autoscaler-replicas';
import { autoscalerRequests } from './scaling/autoscaler-requests';
import { autoscalerStabilization } from './scaling/autoscaler-stabilization';
import { danglingHorizontalPodAutoscaler } from './scaling/dangling-horizontal-pod-autoscaler';
import { oneAutoscaler } from './scaling/one-autoscaler';
import { replicasMinimum } from './scaling/replicas-minimum';
import { topologySpread } from './scaling/topology-spread';
import { danglingSecret } from './secrets/dangling-secret';
import { secretEnvironmentReference } from './secrets/secret-environment-reference';
import { secretInAnnotation } from './secrets/secret-in-annotation';
import { secretInCommand } from './secrets/secret-in-command';
import { secretInConfigMap } from './secrets/secret-in-config-map';
import { secretInEnvironment } from './secrets/secret-in-environment';
import { secretLiteral } from './secrets/secret-literal';
import { danglingServiceAccount } from './service-account/dangling-service-account';
import { dedicatedServiceAccount } from './service-account/dedicated-service-account';
import { projectedToken } from './service-account/projected-token';
import { serviceAccountAutomount } from './service-account/service-account-automount';
import { serviceAccountToken } from './service-account/service-account-token';
import { sharedServiceAccount } from './service-account/shared-service-account';
import { defaultNamespace } from './tenancy/default-namespace';
import { limitRangeComplete } from './tenancy/limit-range-complete';
import { limitRangePresent } from './tenancy/limit-range-present';
import { oneEnvironment } from './tenancy/one-environment';
import { podSecurityLabels } from './tenancy/pod-security-labels';
import { podSecurityVersion } from './tenancy/pod-security-version';
import { podTenancyLabels } from './tenancy/pod-tenancy-labels';
import { quotaComplete } from './tenancy/quota-complete';
import { quotaResourcesNamed } from './tenancy/quota-resources-named';
import { quotaSufficient } from './tenancy/quota-sufficient';
import { recommendedLabels } from './tenancy/recommended-labels';
import { resourceQuotaPresent } from './tenancy/resource-quota-present';
import { tenancyLabelValues } from './tenancy/tenancy-label-values';
import { tenancyLabels } from './tenancy/tenancy-labels';
import { tenancyLabelsConsistent } from './tenancy/tenancy-labels-consistent';
import { claimBackup } from './volumes/claim-backup';
import { claimRetention } from './volumes/claim-retention';
import { danglingPersistentVolumeClaim } from './volumes/dangling-persistent-volume-claim';
import { emptyDirSizeLimit } from './volumes/empty-dir-size-limit';
import { sharedAccessMode } from './volumes/shared-access-mode';
import { volumeMount } from './volumes/volume-mount';
import { volumeReclaimPolicy } from './volumes/volume-reclaim-policy';

/** Every control of the library, by recommendation. It is read by the catalogue, when somebody asks for the first. */
export const LIBRARY: readonly Requirement[] = [
  configRollout,
  danglingConfigMap,
  duplicateNames,
  selectorMatchesTemplate,
  danglingNetworkPolicy,
  danglingService,
  defaultDenyEgress,
  defaultDenyIngress,
  dnsEgress,
  networkPolicyAllowAll,
  serviceTargetPort,
  statefulSetService,
  encryptionCoversSecrets,
  encryptionIdentityFirst,
  encryptionKeyManagement,
  encryptionKmsVersion,
  podSecurityDefault,
  podSecurityExemptions,
  auditPolicyComplete,
  auditPolicySecrets,
  terminationMessagePolicy,
  addedCapabilities,
  addedCapabilitiesRestricted,
  apparmorProfile,
  containerRuntimeSocket,
  dropAllCapabilities,
  hostIpc,
  hostNetwork,
  hostPath,
  hostPathSensitive,
  hostPathWritable,
  hostPid,
  hostProbeHost,
  hostProcess,
  privilegeEscalation,
  privilegedContainer,
  procMount,
  procMountRestricted,
  readOnlyRootFilesystem,
  restrictedVolumeTypes,
  runAsNonRoot,
  runAsRootUser,
  seccompProfile,
  seccompUnconfined,
  selinuxOptions,
  serviceLinks,
  shareProcessNamespace,
  sysctls,
  userNamespace,
  danglingIngress,
  hostPort,
  ingressTls,
  nodePortService,
  serviceExternalIps,
  cronJobConcurrency,
  cronJobStartingDeadline,
  cronJobHistory,
  danglingPodDisruptionBudget,
  disruptionBudgetBlocks,
  disruptionBudgetMinimum,
  disruptionBudgetOverlap,
  disruptionBudgetPresent,
  disruptionBudgetUnhealthyPods,
  jobBackoffLimit,
  jobDeadline,
  jobHistory,
  livenessProbe,
  preStopDelay,
  preStopWithinGrace,
  probePort,
  probesDiffer,
  readinessProbe,
  terminationGracePeriod,
  meshAuthorizationAllowsAll,
  meshAuthorizationPresent,
  meshInboundPolicy,
  meshInboundPolicyOverride,
  meshMembership,
  meshMtlsPresent,
  meshOptOut,
  meshPortException,
  meshStrictMtls,
  meshTrafficExclusion,
  versionLabel,
  versionLabelMatchesImage,
  deprecatedApiVersion,
  removedApiVersion,
  kubeletAnonymousAuthentication,
  kubeletAuthorization,
  kubeletClientCertificateAuthority,
  kubeletIptablesChains,
  kubeletPodPidsLimit,
  kubeletProtectKernelDefaults,
  kubeletReadOnlyPort,
  kubeletRotateCertificates,
  kubeletSeccompDefault,
  kubeletServingCertificate,
  kubeletStaticPodUrl,
  kubeletStreamingTimeout,
  kubeletTlsCipherSuites,
  kubeletTlsMinimumVersion,
  kubeletUnsafeSysctls,
  imageDigest,
  imageRegistry,
  anonymousBinding,
  clusterAdminBinding,
  danglingBindingSubject,
  danglingRole,
  defaultServiceAccountBinding,
  identityTakesOverCluster,
  rbacCertificateApproval,
  rbacEscalationVerbs,
  rbacNodesProxy,
  rbacPersistentVolumeCreate,
  rbacPodsCreate,
  rbacPodsExec,
  rbacSecretsRead,
  rbacTokenCreate,
  rbacWebhookWrite,
  rbacWildcardApiGroups,
  rbacWildcardResources,
  rbacWildcardVerbs,
  systemMastersBinding,
  cpuRequest,
  ephemeralStorageLimit,
  limitRangeFits,
  memoryLimit,
  memoryRequest,
  memoryRequestEqualsLimit,
  requestWithinLimit,
  systemPriorityClass,
  autoscalerMinimum,
  autoscalerRange,
  autoscalerReplicas,
  autoscalerRequests,
  autoscalerStabilization,
  danglingHorizontalPodAutoscaler,
  oneAutoscaler,
  replicasMinimum,
  topologySpread,
  danglingSecret,
  secretEnvironmentReference,
  secretInAnnotation,
  secretInCommand,
  secretInConfigMap,
  secretInEnvironment,
  secretLiteral,
  danglingServiceAccount,
  dedicatedServiceAccount,
  projectedToken,
  serviceAccountAutomount,
  serviceAccountToken,
  sharedServiceAccount,
  defaultNamespace,
  limitRangeComplete,
  limitRangePresent,
  oneEnvironment,
  podSecurityLabels,
  podSecurityVersion,
  podTenancyLabels,
  quotaComplete,
  quotaResourcesNamed,
  quotaSufficient,
  recommendedLabels,
  resourceQuotaPresent,
  tenancyLabelValues,
  tenancyLabels,
  tenancyLabelsConsistent,
  claimBackup,
  claimRetention,
  danglingPersistentVolumeClaim,
  emptyDirSizeLimit,
  sharedAccessMode,
  volumeMount,
  volumeReclaimPolicy,
];
