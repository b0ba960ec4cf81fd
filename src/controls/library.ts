import { admissionFailsClosed } from './admission/admission-fails-closed';
import { admissionPolicyDenies } from './admission/admission-policy-denies';
import { kyvernoPolicyEnforced } from './admission/kyverno-policy-enforced';
import { certificateAuthority } from './certificates/certificate-authority';
import { certificateKeyRotation } from './certificates/certificate-key-rotation';
import { certificateLifetime } from './certificates/certificate-lifetime';
import { certificateNames } from './certificates/certificate-names';
import { certificateRenewal } from './certificates/certificate-renewal';
import { certificateSelfSigned } from './certificates/certificate-self-signed';
import { issuerTls } from './certificates/issuer-tls';
import { configRollout } from './configuration/config-rollout';
import { danglingConfigMap } from './configuration/dangling-config-map';
import { duplicateEnvironmentVariables } from './configuration/duplicate-environment-variables';
import { duplicateNames } from './configuration/duplicate-names';
import { jobSelector } from './configuration/job-selector';
import { selectorMatchesTemplate } from './configuration/selector-matches-template';
import { containerPortName } from './container-network/container-port-name';
import { danglingNetworkPolicy } from './container-network/dangling-network-policy';
import { danglingService } from './container-network/dangling-service';
import { defaultDenyEgress } from './container-network/default-deny-egress';
import { defaultDenyIngress } from './container-network/default-deny-ingress';
import { dnsEgress } from './container-network/dns-egress';
import { namespaceNetworkPolicy } from './container-network/namespace-network-policy';
import { networkPolicyAllowAll } from './container-network/network-policy-allow-all';
import { portName } from './container-network/port-name';
import { sandboxEgress } from './container-network/sandbox-egress';
import { serviceSelectorUnique } from './container-network/service-selector-unique';
import { serviceTargetPort } from './container-network/service-target-port';
import { sshPort } from './container-network/ssh-port';
import { statefulSetService } from './container-network/stateful-set-service';
import { trafficAsDeclared } from './container-network/traffic-as-declared';
import { ADMISSION_FLAGS } from './control-plane/admission';
import { AUDIT_FLAGS } from './control-plane/audit';
import { AUTHENTICATION_FLAGS } from './control-plane/authentication';
import { AUTHORIZATION_FLAGS } from './control-plane/authorization';
import { CERTIFICATES_FLAGS } from './control-plane/certificates';
import { encryptionCoversSecrets } from './control-plane/encryption-covers-secrets';
import { encryptionIdentityFirst } from './control-plane/encryption-identity-first';
import { encryptionKeyManagement } from './control-plane/encryption-key-management';
import { encryptionKmsVersion } from './control-plane/encryption-kms-version';
import { ETCD_FLAGS } from './control-plane/etcd';
import { NODE_FLAGS } from './control-plane/node';
import { podSecurityDefault } from './control-plane/pod-security-default';
import { podSecurityExemptions } from './control-plane/pod-security-exemptions';
import { PORTS_FLAGS } from './control-plane/ports';
import { auditPolicyComplete } from './forensics/audit-policy-complete';
import { auditPolicySecrets } from './forensics/audit-policy-secrets';
import { ephemeralContainer } from './forensics/ephemeral-container';
import { terminationMessagePolicy } from './forensics/termination-message-policy';
import { addedCapabilities } from './host/added-capabilities';
import { addedCapabilitiesRestricted } from './host/added-capabilities-restricted';
import { apparmorPresent } from './host/apparmor-present';
import { apparmorProfile } from './host/apparmor-profile';
import { containerRuntimeSocket } from './host/container-runtime-socket';
import { dropAllCapabilities } from './host/drop-all-capabilities';
import { groupChangePolicy } from './host/group-change-policy';
import { highGroupId } from './host/high-group-id';
import { highUserId } from './host/high-user-id';
import { hostIpc } from './host/host-ipc';
import { hostNetwork } from './host/host-network';
import { hostPath } from './host/host-path';
import { hostPathPrefix } from './host/host-path-prefix';
import { hostPathSensitive } from './host/host-path-sensitive';
import { hostPathWritable } from './host/host-path-writable';
import { hostPid } from './host/host-pid';
import { hostProbeHost } from './host/host-probe-host';
import { hostProcess } from './host/host-process';
import { idRange } from './host/id-range';
import { interactiveTerminal } from './host/interactive-terminal';
import { netRawCapability } from './host/net-raw-capability';
import { privilegeEscalation } from './host/privilege-escalation';
import { privilegedContainer } from './host/privileged-container';
import { privilegedPort } from './host/privileged-port';
import { procMount } from './host/proc-mount';
import { procMountRestricted } from './host/proc-mount-restricted';
import { readOnlyRootFilesystem } from './host/read-only-root-filesystem';
import { refusedSysctls } from './host/refused-sysctls';
import { restrictedVolumeTypes } from './host/restricted-volume-types';
import { rootGroup } from './host/root-group';
import { runAsNonRoot } from './host/run-as-non-root';
import { runAsRootUser } from './host/run-as-root-user';
import { runtimeClass } from './host/runtime-class';
import { seccompProfile } from './host/seccomp-profile';
import { seccompRuntimeDefault } from './host/seccomp-runtime-default';
import { seccompUnconfined } from './host/seccomp-unconfined';
import { selinuxOptions } from './host/selinux-options';
import { selinuxPresent } from './host/selinux-present';
import { serviceLinks } from './host/service-links';
import { shareProcessNamespace } from './host/share-process-namespace';
import { sysctls } from './host/sysctls';
import { userNamespace } from './host/user-namespace';
import { danglingIngress } from './host-network/dangling-ingress';
import { danglingRoute } from './host-network/dangling-route';
import { exposedWorkload } from './host-network/exposed-workload';
import { gatewayAllowedRoutes } from './host-network/gateway-allowed-routes';
import { gatewayTls } from './host-network/gateway-tls';
import { hostPort } from './host-network/host-port';
import { hostPortRange } from './host-network/host-port-range';
import { ingressAnnotationInjection } from './host-network/ingress-annotation-injection';
import { ingressClass } from './host-network/ingress-class';
import { ingressConflict } from './host-network/ingress-conflict';
import { ingressHost } from './host-network/ingress-host';
import { ingressHostUnique } from './host-network/ingress-host-unique';
import { ingressNginx } from './host-network/ingress-nginx';
import { ingressPlainHttp } from './host-network/ingress-plain-http';
import { ingressSnippet } from './host-network/ingress-snippet';
import { ingressTls } from './host-network/ingress-tls';
import { ingressTlsHost } from './host-network/ingress-tls-host';
import { kubernetesDashboard } from './host-network/kubernetes-dashboard';
import { loadBalancerService } from './host-network/load-balancer-service';
import { metadataEgress } from './host-network/metadata-egress';
import { metadataEgressCilium } from './host-network/metadata-egress-cilium';
import { nodePortService } from './host-network/node-port-service';
import { referenceGrantSecrets } from './host-network/reference-grant-secrets';
import { routeAuthentication } from './host-network/route-authentication';
import { serviceExternalIps } from './host-network/service-external-ips';
import { servicePortRange } from './host-network/service-port-range';
import { tiller } from './host-network/tiller';
import { cronJobConcurrency } from './lifecycle/cron-job-concurrency';
import { cronJobHistory } from './lifecycle/cron-job-history';
import { cronJobStartingDeadline } from './lifecycle/cron-job-starting-deadline';
import { cronJobTtl } from './lifecycle/cron-job-ttl';
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
import { probeCommand } from './lifecycle/probe-command';
import { probePort } from './lifecycle/probe-port';
import { probesDiffer } from './lifecycle/probes-differ';
import { readinessProbe } from './lifecycle/readiness-probe';
import { serviceReadiness } from './lifecycle/service-readiness';
import { terminationGracePeriod } from './lifecycle/termination-grace-period';
import { meshAuthorizationAllowsAll } from './mesh/mesh-authorization-allows-all';
import { meshAuthorizationPresent } from './mesh/mesh-authorization-present';
import { meshCiliumAuthentication } from './mesh/mesh-cilium-authentication';
import { meshDestinationTls } from './mesh/mesh-destination-tls';
import { meshGatewayTls } from './mesh/mesh-gateway-tls';
import { meshGatewayTlsVersion } from './mesh/mesh-gateway-tls-version';
import { meshInboundPolicy } from './mesh/mesh-inbound-policy';
import { meshInboundPolicyOverride } from './mesh/mesh-inbound-policy-override';
import { meshMembership } from './mesh/mesh-membership';
import { meshMtlsPresent } from './mesh/mesh-mtls-present';
import { meshOptOut } from './mesh/mesh-opt-out';
import { meshPortException } from './mesh/mesh-port-exception';
import { meshStrictMtls } from './mesh/mesh-strict-mtls';
import { meshTrafficExclusion } from './mesh/mesh-traffic-exclusion';
import { meshVirtualServiceHost } from './mesh/mesh-virtual-service-host';
import { deprecatedApiVersion } from './migration/deprecated-api-version';
import { removedApiVersion } from './migration/removed-api-version';
import { unknownKind } from './migration/unknown-kind';
import { monitorFiles } from './monitoring/monitor-files';
import { monitorTls } from './monitoring/monitor-tls';
import { prometheusAdminApi } from './monitoring/prometheus-admin-api';
import { prometheusFiles } from './monitoring/prometheus-files';
import { trafficMonitored } from './monitoring/traffic-monitored';
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
import { nodeVersion } from './node/node-version';
import { imageDigest } from './promotion/image-digest';
import { imagePullPolicy } from './promotion/image-pull-policy';
import { imagePullSecret } from './promotion/image-pull-secret';
import { imageRegistry } from './promotion/image-registry';
import { imageRegistryRefused } from './promotion/image-registry-refused';
import { imageRegistryRetired } from './promotion/image-registry-retired';
import { imageTag } from './promotion/image-tag';
import { anonymousBinding } from './rbac/anonymous-binding';
import { clusterAdminBinding } from './rbac/cluster-admin-binding';
import { danglingBindingSubject } from './rbac/dangling-binding-subject';
import { danglingRole } from './rbac/dangling-role';
import { defaultServiceAccountBinding } from './rbac/default-service-account-binding';
import { escalatingBinding } from './rbac/escalating-binding';
import { identityTakesOverCluster } from './rbac/identity-takes-over-cluster';
import { rbacBindingsWrite } from './rbac/rbac-bindings-write';
import { rbacCertificateApproval } from './rbac/rbac-certificate-approval';
import { rbacEscalationVerbs } from './rbac/rbac-escalation-verbs';
import { rbacEventsDelete } from './rbac/rbac-events-delete';
import { rbacNetworkWrite } from './rbac/rbac-network-write';
import { rbacNodesProxy } from './rbac/rbac-nodes-proxy';
import { rbacPersistentVolumeCreate } from './rbac/rbac-persistent-volume-create';
import { rbacPodsCreate } from './rbac/rbac-pods-create';
import { rbacPodsExec } from './rbac/rbac-pods-exec';
import { rbacPodsUpdate } from './rbac/rbac-pods-update';
import { rbacSecretsRead } from './rbac/rbac-secrets-read';
import { rbacSecretsWrite } from './rbac/rbac-secrets-write';
import { rbacServiceStatus } from './rbac/rbac-service-status';
import { rbacTokenCreate } from './rbac/rbac-token-create';
import { rbacWebhookWrite } from './rbac/rbac-webhook-write';
import { rbacWildcardApiGroups } from './rbac/rbac-wildcard-api-groups';
import { rbacWildcardResources } from './rbac/rbac-wildcard-resources';
import { rbacWildcardVerbs } from './rbac/rbac-wildcard-verbs';
import { systemMastersBinding } from './rbac/system-masters-binding';
import { Requirement } from './requirement';
import { containerCount } from './resources/container-count';
import { cpuLimitAbsent } from './resources/cpu-limit-absent';
import { cpuRequest } from './resources/cpu-request';
import { ephemeralStorageLimit } from './resources/ephemeral-storage-limit';
import { limitRangeFits } from './resources/limit-range-fits';
import { memoryLimit } from './resources/memory-limit';
import { memoryRequest } from './resources/memory-request';
import { memoryRequestEqualsLimit } from './resources/memory-request-equals-limit';
import { priorityClass } from './resources/priority-class';
import { qualityOfService } from './resources/quality-of-service';
import { requestWithinLimit } from './resources/request-within-limit';
import { requestWritten } from './resources/request-written';
import { requestsEqualLimits } from './resources/requests-equal-limits';
import { requiredResources } from './resources/required-resources';
import { resourceMaximum } from './resources/resource-maximum';
import { resourceRatio } from './resources/resource-ratio';
import { systemPriorityClass } from './resources/system-priority-class';
import { autoscalerMinimum } from './scaling/autoscaler-minimum';
import { autoscalerPresent } from './scaling/autoscaler-present';
import { autoscalerRange } from './scaling/autoscaler-range';
import { autoscalerReplicas } from './scaling/autoscaler-replicas';
import { autoscalerRequests } from './scaling/autoscaler-requests';
import { autoscalerStabilization } from './scaling/autoscaler-stabilization';
import { barePod } from './scaling/bare-pod';
import { controlPlaneToleration } from './scaling/control-plane-toleration';
import { danglingHorizontalPodAutoscaler } from './scaling/dangling-horizontal-pod-autoscaler';
import { danglingVerticalPodAutoscaler } from './scaling/dangling-vertical-pod-autoscaler';
import { nodeChoice } from './scaling/node-choice';
import { oneAutoscaler } from './scaling/one-autoscaler';
import { replicasMinimum } from './scaling/replicas-minimum';
import { replicasRange } from './scaling/replicas-range';
import { scaledObjectMaximum } from './scaling/scaled-object-maximum';
import { scalerTls } from './scaling/scaler-tls';
import { spreadConstraintComplete } from './scaling/spread-constraint-complete';
import { topologySpread } from './scaling/topology-spread';
import { clusterExternalSecretScope } from './secrets/cluster-external-secret-scope';
import { clusterSecretStoreScope } from './secrets/cluster-secret-store-scope';
import { danglingSecret } from './secrets/dangling-secret';
import { externalSecretFind } from './secrets/external-secret-find';
import { externalSecretRefresh } from './secrets/external-secret-refresh';
import { secretEnvironmentReference } from './secrets/secret-environment-reference';
import { secretInAnnotation } from './secrets/secret-in-annotation';
import { secretInCommand } from './secrets/secret-in-command';
import { secretInConfigMap } from './secrets/secret-in-config-map';
import { secretInEnvironment } from './secrets/secret-in-environment';
import { secretLiteral } from './secrets/secret-literal';
import { secretName } from './secrets/secret-name';
import { secretStoreIdentity } from './secrets/secret-store-identity';
import { secretStoreTls } from './secrets/secret-store-tls';
import { danglingServiceAccount } from './service-account/dangling-service-account';
import { dedicatedServiceAccount } from './service-account/dedicated-service-account';
import { legacyServiceAccountToken } from './service-account/legacy-service-account-token';
import { projectedToken } from './service-account/projected-token';
import { serviceAccountAutomount } from './service-account/service-account-automount';
import { serviceAccountField } from './service-account/service-account-field';
import { serviceAccountToken } from './service-account/service-account-token';
import { sharedServiceAccount } from './service-account/shared-service-account';
import { defaultNamespace } from './tenancy/default-namespace';
import { limitRangeComplete } from './tenancy/limit-range-complete';
import { limitRangePresent } from './tenancy/limit-range-present';
import { objectName } from './tenancy/object-name';
import { oneEnvironment } from './tenancy/one-environment';
import { podSecurityLabels } from './tenancy/pod-security-labels';
import { podSecurityVersion } from './tenancy/pod-security-version';
import { podTenancyLabels } from './tenancy/pod-tenancy-labels';
import { quotaComplete } from './tenancy/quota-complete';
import { quotaResourcesNamed } from './tenancy/quota-resources-named';
import { quotaSufficient } from './tenancy/quota-sufficient';
import { recommendedLabels } from './tenancy/recommended-labels';
import { refusedAnnotations } from './tenancy/refused-annotations';
import { requiredAnnotations } from './tenancy/required-annotations';
import { requiredLabels } from './tenancy/required-labels';
import { requiredPodAnnotations } from './tenancy/required-pod-annotations';
import { requiredPodLabels } from './tenancy/required-pod-labels';
import { resourceQuotaPresent } from './tenancy/resource-quota-present';
import { systemNamespace } from './tenancy/system-namespace';
import { tenancyLabelValues } from './tenancy/tenancy-label-values';
import { tenancyLabels } from './tenancy/tenancy-labels';
import { tenancyLabelsConsistent } from './tenancy/tenancy-labels-consistent';
import { backupLocationTls } from './volumes/backup-location-tls';
import { backupSchedulePaused } from './volumes/backup-schedule-paused';
import { backupScheduleRetention } from './volumes/backup-schedule-retention';
import { backupScheduleVolumes } from './volumes/backup-schedule-volumes';
import { claimAccessMode } from './volumes/claim-access-mode';
import { claimBackup } from './volumes/claim-backup';
import { claimRetention } from './volumes/claim-retention';
import { danglingPersistentVolumeClaim } from './volumes/dangling-persistent-volume-claim';
import { emptyDirSizeLimit } from './volumes/empty-dir-size-limit';
import { persistentVolumeHostPath } from './volumes/persistent-volume-host-path';
import { requiredClaimAnnotations } from './volumes/required-claim-annotations';
import { sharedAccessMode } from './volumes/shared-access-mode';
import { storageClass } from './volumes/storage-class';
import { volumeMount } from './volumes/volume-mount';
import { volumeReclaimPolicy } from './volumes/volume-reclaim-policy';
import { volumeReplicationConsistent } from './volumes/volume-replication-consistent';
import { volumeReplicationRetention } from './volumes/volume-replication-retention';
import { volumeReplicationSchedule } from './volumes/volume-replication-schedule';

/** Every control of the library, by recommendation. It is read by the catalogue, when somebody asks for the first. */
export const LIBRARY: readonly Requirement[] = [
  configRollout,
  danglingConfigMap,
  duplicateNames,
  selectorMatchesTemplate,
  duplicateEnvironmentVariables,
  jobSelector,
  ...ADMISSION_FLAGS,
  ...AUDIT_FLAGS,
  ...AUTHENTICATION_FLAGS,
  ...AUTHORIZATION_FLAGS,
  ...CERTIFICATES_FLAGS,
  ...ETCD_FLAGS,
  ...NODE_FLAGS,
  ...PORTS_FLAGS,
  danglingNetworkPolicy,
  danglingService,
  defaultDenyEgress,
  defaultDenyIngress,
  dnsEgress,
  trafficAsDeclared,
  networkPolicyAllowAll,
  metadataEgress,
  metadataEgressCilium,
  certificateLifetime,
  certificateKeyRotation,
  certificateRenewal,
  certificateAuthority,
  issuerTls,
  secretStoreTls,
  clusterSecretStoreScope,
  secretStoreIdentity,
  externalSecretRefresh,
  externalSecretFind,
  clusterExternalSecretScope,
  backupSchedulePaused,
  backupScheduleRetention,
  backupScheduleVolumes,
  backupLocationTls,
  volumeReplicationSchedule,
  volumeReplicationRetention,
  volumeReplicationConsistent,
  scaledObjectMaximum,
  scalerTls,
  monitorTls,
  monitorFiles,
  prometheusFiles,
  prometheusAdminApi,
  trafficMonitored,
  gatewayAllowedRoutes,
  referenceGrantSecrets,
  meshGatewayTls,
  meshGatewayTlsVersion,
  kyvernoPolicyEnforced,
  admissionPolicyDenies,
  admissionFailsClosed,
  certificateSelfSigned,
  gatewayTls,
  routeAuthentication,
  certificateNames,
  serviceTargetPort,
  statefulSetService,
  portName,
  containerPortName,
  sshPort,
  serviceSelectorUnique,
  namespaceNetworkPolicy,
  sandboxEgress,
  encryptionCoversSecrets,
  encryptionIdentityFirst,
  encryptionKeyManagement,
  encryptionKmsVersion,
  podSecurityDefault,
  podSecurityExemptions,
  auditPolicyComplete,
  auditPolicySecrets,
  terminationMessagePolicy,
  ephemeralContainer,
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
  interactiveTerminal,
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
  privilegedPort,
  highUserId,
  highGroupId,
  rootGroup,
  runtimeClass,
  idRange,
  groupChangePolicy,
  netRawCapability,
  hostPathPrefix,
  refusedSysctls,
  apparmorPresent,
  seccompRuntimeDefault,
  selinuxPresent,
  danglingIngress,
  ingressConflict,
  danglingRoute,
  hostPort,
  ingressTls,
  ingressNginx,
  ingressTlsHost,
  ingressHost,
  nodePortService,
  serviceExternalIps,
  ingressSnippet,
  ingressAnnotationInjection,
  kubernetesDashboard,
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
  cronJobTtl,
  probeCommand,
  serviceReadiness,
  meshAuthorizationAllowsAll,
  meshAuthorizationPresent,
  meshCiliumAuthentication,
  meshDestinationTls,
  meshInboundPolicy,
  meshInboundPolicyOverride,
  meshMembership,
  meshMtlsPresent,
  meshOptOut,
  meshPortException,
  meshStrictMtls,
  meshTrafficExclusion,
  meshVirtualServiceHost,
  versionLabel,
  versionLabelMatchesImage,
  deprecatedApiVersion,
  removedApiVersion,
  unknownKind,
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
  nodeVersion,
  imageDigest,
  imageRegistry,
  imageRegistryRetired,
  imageTag,
  imagePullPolicy,
  imageRegistryRefused,
  imagePullSecret,
  anonymousBinding,
  clusterAdminBinding,
  danglingBindingSubject,
  danglingRole,
  defaultServiceAccountBinding,
  identityTakesOverCluster,
  rbacCertificateApproval,
  rbacEscalationVerbs,
  rbacEventsDelete,
  rbacNodesProxy,
  rbacPersistentVolumeCreate,
  rbacPodsCreate,
  rbacPodsExec,
  rbacPodsUpdate,
  rbacSecretsRead,
  rbacTokenCreate,
  rbacWebhookWrite,
  rbacWildcardApiGroups,
  rbacWildcardResources,
  rbacWildcardVerbs,
  systemMastersBinding,
  rbacSecretsWrite,
  rbacBindingsWrite,
  rbacNetworkWrite,
  rbacServiceStatus,
  escalatingBinding,
  tiller,
  loadBalancerService,
  servicePortRange,
  hostPortRange,
  ingressClass,
  ingressPlainHttp,
  ingressHostUnique,
  exposedWorkload,
  cpuRequest,
  ephemeralStorageLimit,
  limitRangeFits,
  memoryLimit,
  memoryRequest,
  memoryRequestEqualsLimit,
  requestWithinLimit,
  systemPriorityClass,
  requiredResources,
  cpuLimitAbsent,
  resourceMaximum,
  resourceRatio,
  requestsEqualLimits,
  requestWritten,
  qualityOfService,
  priorityClass,
  containerCount,
  autoscalerMinimum,
  autoscalerRange,
  autoscalerReplicas,
  autoscalerRequests,
  autoscalerStabilization,
  danglingHorizontalPodAutoscaler,
  danglingVerticalPodAutoscaler,
  oneAutoscaler,
  replicasMinimum,
  topologySpread,
  spreadConstraintComplete,
  nodeChoice,
  controlPlaneToleration,
  barePod,
  replicasRange,
  autoscalerPresent,
  danglingSecret,
  secretEnvironmentReference,
  secretInAnnotation,
  secretInCommand,
  secretInConfigMap,
  secretInEnvironment,
  secretLiteral,
  secretName,
  danglingServiceAccount,
  dedicatedServiceAccount,
  legacyServiceAccountToken,
  projectedToken,
  serviceAccountAutomount,
  serviceAccountToken,
  sharedServiceAccount,
  serviceAccountField,
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
  systemNamespace,
  requiredLabels,
  requiredPodLabels,
  requiredAnnotations,
  requiredPodAnnotations,
  refusedAnnotations,
  objectName,
  claimBackup,
  claimRetention,
  danglingPersistentVolumeClaim,
  emptyDirSizeLimit,
  persistentVolumeHostPath,
  sharedAccessMode,
  volumeMount,
  volumeReclaimPolicy,
  storageClass,
  claimAccessMode,
  requiredClaimAnnotations,
];
