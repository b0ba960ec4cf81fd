import { Default } from './fill';

type Open = { readonly [field: string]: any };

const CONTAINERS = '{containers,initContainers,ephemeralContainers}[]';
const ACTIONS = `${CONTAINERS}.{livenessProbe,readinessProbe,startupProbe,lifecycle.postStart,lifecycle.preStop}`;
const PROBES = `${CONTAINERS}.{livenessProbe,readinessProbe,startupProbe}`;

const IMAGE = /^([a-zA-Z0-9.-]+(:\d+)?\/)?[a-z0-9]+([._-]+[a-z0-9]+)*(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*(?<tag>:\w[\w.-]*)?(?<digest>@[a-z0-9+._-]+:[0-9a-fA-F]+)?$/;

/** `Always` for what may change under its name. What is no reference is not looked at further. */
function pullPolicy({ image }: Open): string {
  const { tag, digest } = IMAGE.exec(String(image ?? ''))?.groups ?? { tag: ':', digest: '' };
  return tag === ':latest' || tag === undefined && digest === undefined ? 'Always' : 'IfNotPresent';
}

/** What the API server fills into the specification of every pod and pod template. */
export const POD_SPEC: readonly Default[] = [
  ['restartPolicy', 'Always'],
  ['dnsPolicy', 'ClusterFirst'],
  ['schedulerName', 'default-scheduler'],
  ['terminationGracePeriodSeconds', 30],
  ['securityContext', {}],
  ['serviceAccountName', ({ serviceAccount }: Open) => serviceAccount],
  ['serviceAccount', ({ serviceAccountName }: Open) => serviceAccountName],
  [`${CONTAINERS}.resources`, {}],
  [`${CONTAINERS}.terminationMessagePath`, '/dev/termination-log'],
  [`${CONTAINERS}.terminationMessagePolicy`, 'File'],
  [`${CONTAINERS}.imagePullPolicy`, pullPolicy],
  [`${CONTAINERS}.ports[].protocol`, 'TCP'],
  [`${CONTAINERS}.env[].valueFrom.fieldRef.apiVersion`, 'v1'],
  [`${CONTAINERS}.env[].valueFrom.resourceFieldRef.divisor`, '0'],
  [`${PROBES}.timeoutSeconds`, 1],
  [`${PROBES}.periodSeconds`, 10],
  [`${PROBES}.successThreshold`, 1],
  [`${PROBES}.failureThreshold`, 3],
  [`${PROBES}.grpc.service`, ''],
  [`${ACTIONS}.httpGet.path`, '/'],
  [`${ACTIONS}.httpGet.scheme`, 'HTTP'],
  ['volumes[].{secret,configMap,downwardAPI,projected}.defaultMode', 420],
  ['volumes[].hostPath.type', ''],
  ['volumes[].projected.sources[].serviceAccountToken.expirationSeconds', 3600],
  ['volumes[].{downwardAPI.items[],projected.sources[].downwardAPI.items[]}.fieldRef.apiVersion', 'v1'],
  ['volumes[].{downwardAPI.items[],projected.sources[].downwardAPI.items[]}.resourceFieldRef.divisor', '0'],
  ['volumes[].ephemeral.volumeClaimTemplate.spec.volumeMode', 'Filesystem'],
  ['volumes[].iscsi.iscsiInterface', 'default'],
  ['volumes[].azureDisk.cachingMode', 'ReadWrite'],
  ['volumes[].azureDisk.fsType', 'ext4'],
  ['volumes[].azureDisk.kind', 'Shared'],
  ['volumes[].azureDisk.readOnly', false],
  ['volumes[].rbd.pool', 'rbd'],
  ['volumes[].rbd.user', 'admin'],
  ['volumes[].rbd.keyring', '/etc/ceph/keyring'],
  ['volumes[].scaleIO.storageMode', 'ThinProvisioned'],
];

const unreachable = (condition: string) => ({ key: `node.kubernetes.io/${condition}`, operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 300 });

/** What a pod itself gets besides, also from the API server's own admission plugins. */
export const POD: readonly Default[] = [
  ['spec.enableServiceLinks', true],
  ['spec.serviceAccountName', 'default'],
  ['spec.serviceAccount', ({ serviceAccountName }: Open) => serviceAccountName],
  ['spec.preemptionPolicy', ({ priorityClassName }: Open) => priorityClassName === undefined ? 'PreemptLowerPriority' : undefined],
  ['spec.priority', ({ priorityClassName }: Open) => priorityClassName === undefined ? 0 : undefined],
  ['spec.tolerations', []],
  ['status', { phase: 'Pending' }],
];

/** Tolerations that a pod gets unless it tolerates the same in its own way. */
export const TOLERATIONS = [unreachable('not-ready'), unreachable('unreachable')];

/** Where quantities stand in a pod's specification. */
export const POD_QUANTITIES: readonly string[] = [
  `${CONTAINERS}.resources.{limits,requests}.*`, 'resources.{limits,requests}.*', 'overhead.*', 'volumes[].emptyDir.sizeLimit',
  'volumes[].ephemeral.volumeClaimTemplate.spec.resources.{limits,requests}.*', `${CONTAINERS}.env[].valueFrom.resourceFieldRef.divisor`,
  'volumes[].{downwardAPI.items[],projected.sources[].downwardAPI.items[]}.resourceFieldRef.divisor',
];

/** Where a false, a nought or an empty text is no value: the API server does not keep it. */
export const POD_ZEROS: readonly string[] = [
  '{hostNetwork,hostPID,hostIPC,serviceAccountName,serviceAccount,priorityClassName,nodeName,hostname,subdomain}',
  `${CONTAINERS}.{stdin,stdinOnce,tty,workingDir}`, `${CONTAINERS}.env[].value`, `${CONTAINERS}.volumeMounts[].{readOnly,subPath,subPathExpr}`,
  `${CONTAINERS}.ports[].{name,hostPort,hostIP}`, `${PROBES}.initialDelaySeconds`, `${ACTIONS}.httpGet.host`,
  'volumes[].{azureFile,awsElasticBlockStore,cephfs,cinder,fc,flexVolume,gcePersistentDisk,glusterfs,iscsi,nfs,persistentVolumeClaim,portworxVolume,quobyte,rbd,scaleIO}.readOnly',
  'volumes[].emptyDir.medium',
];
