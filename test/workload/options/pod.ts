import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { containerDefaults } from './container-defaults';
import { Options } from './option';
import { IMAGE } from '../apps';

const JOBS = ['Job', 'CronJob'];
const TOPOLOGIES = ['kubernetes.io/hostname', 'topology.kubernetes.io/zone'];
const antiAffinities = Object.fromEntries(TOPOLOGIES.flatMap(topology => Object.entries({ 'topologyKey': topology, 'labelSelector.matchLabels.cdk8s.io/metadata.addr': 'chart-web-c83d2bb0' })
  .map(([path, value]) => [`spec.affinity.podAntiAffinity.requiredDuringSchedulingIgnoredDuringExecution[${topology}].${path}`, value])));
/** What a Deployment of more than one replica has by default. */
export const withoutSpread = Object.fromEntries(TOPOLOGIES.flatMap(topology =>
  ['maxSkew', 'topologyKey', 'whenUnsatisfiable', 'labelSelector.matchLabels.cdk8s.io/metadata.addr', 'matchLabelKeys[0]']
    .map(path => [`spec.topologySpreadConstraints[${topology}].${path}`, undefined])));
const container = (list: string, name: string) => containerDefaults(list, name, IMAGE);

/** What every workload of cdk8s-plus may be told of its pods. */
export const POD: Options = {
  'WorkloadProps.metadata': { props: () => ({ metadata: {} }) },
  'WorkloadProps.podMetadata': { props: () => ({ podMetadata: {} }) },
  'WorkloadProps.automountServiceAccountToken': { props: () => ({ automountServiceAccountToken: true }), template: { 'spec.automountServiceAccountToken': true } },
  'WorkloadProps.containers': { props: () => ({ containers: [{ image: IMAGE }, { image: IMAGE, name: 'second' }] }), template: container('containers', 'second') },
  'WorkloadProps.initContainers': { props: () => ({ initContainers: [{ image: IMAGE, name: 'first' }] }), template: container('initContainers', 'first') },
  'WorkloadProps.dockerRegistryAuth': {
    props: scope => ({ dockerRegistryAuth: kplus.Secret.fromSecretName(scope, 'registry', 'registry') }), template: { 'spec.imagePullSecrets[registry].name': 'registry' },
  },
  'WorkloadProps.dns': { props: () => ({ dns: {} }) },
  'WorkloadProps.hostAliases': { props: () => ({ hostAliases: [] }) },
  'WorkloadProps.hostNetwork': { props: () => ({ hostNetwork: true }), template: { 'spec.hostNetwork': true, 'spec.hostUsers': undefined } },
  // It makes a NetworkPolicy beside the workload.
  'WorkloadProps.isolate': { props: () => ({ isolate: true }) },
  // The others are refused with it: test/workload/checks/workload.test.ts.
  'WorkloadProps.restartPolicy': { kinds: JOBS, props: () => ({ restartPolicy: kplus.RestartPolicy.ON_FAILURE }), template: { 'spec.restartPolicy': 'OnFailure' } },
  'WorkloadProps.securityContext': { props: () => ({ securityContext: {} }) },
  'WorkloadProps.serviceAccount': {
    props: scope => ({ serviceAccount: kplus.ServiceAccount.fromServiceAccountName(scope, 'account', 'account') }), template: { 'spec.serviceAccountName': 'account' },
  },
  'WorkloadProps.terminationGracePeriod': { props: () => ({ terminationGracePeriod: Duration.minutes(2) }), template: { 'spec.terminationGracePeriodSeconds': 120 } },
  'WorkloadProps.terminationGracePeriod of as much as cdk8s-plus fills in': {
    props: () => ({ terminationGracePeriod: Duration.seconds(30) }), template: {},
  },
  'WorkloadProps.volumes': {
    props: scope => ({ volumes: [kplus.Volume.fromEmptyDir(scope, 'cache', 'cache')] }), template: { 'spec.volumes[cache].name': 'cache', 'spec.volumes[cache].emptyDir': {} },
  },
  'WorkloadProps.select': {
    kinds: ['StatefulSet', 'DaemonSet'],
    props: () => ({ select: false }),
    object: {
      'spec.selector.matchLabels.cdk8s.io/metadata.addr': undefined,
      'spec.selector': {},
    },
  },
  'WorkloadProps.select of a Deployment': {
    kinds: ['Deployment'],
    props: () => ({ select: false }),
    object: { 'spec.selector.matchLabels.cdk8s.io/metadata.addr': undefined, 'spec.selector': {} },
    template: withoutSpread,
  },
  'WorkloadProps.spread of a Deployment': {
    kinds: ['Deployment'], props: () => ({ spread: true }), template: { ...antiAffinities, ...withoutSpread },
  },
  'WorkloadProps.select of a Job': {
    kinds: ['Job'], props: () => ({ select: true }),
  },
  'WorkloadProps.spread': {
    kinds: ['DaemonSet', ...JOBS, 'StatefulSet'],
    props: () => ({ spread: true }),
    template: antiAffinities,
  },

  'ApiObjectMetadata.name': {
    props: () => ({ metadata: { name: 'named' } }), object: { 'metadata.name': 'named' }, template: { 'spec.serviceAccountName': 'named' },
  },
  'ApiObjectMetadata.namespace': { alone: true, props: () => ({ metadata: { namespace: 'elsewhere' } }), object: { 'metadata.namespace': 'elsewhere' } },
  'ApiObjectMetadata.labels': { props: () => ({ metadata: { labels: { team: 'shop' } } }), object: { 'metadata.labels.team': 'shop' } },
  'ApiObjectMetadata.annotations': { props: () => ({ metadata: { annotations: { team: 'shop' } } }), object: { 'metadata.annotations.team': 'shop' } },
  'ApiObjectMetadata.finalizers': { props: () => ({ metadata: { finalizers: ['example.com/done'] } }), object: { 'metadata.finalizers[0]': 'example.com/done' } },
  'ApiObjectMetadata.ownerReferences': {
    props: () => ({ metadata: { ownerReferences: [{ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: '1' }] } }),
    object: Object.fromEntries(Object.entries({ apiVersion: 'v1', kind: 'ConfigMap', name: 'owner', uid: '1' }).map(([key, value]) => [`metadata.ownerReferences[owner].${key}`, value])),
  },
  'ApiObjectMetadata.name of pods': { props: () => ({ podMetadata: { name: 'named' } }), template: { 'metadata.name': 'named' } },
  'ApiObjectMetadata.labels of pods': { props: () => ({ podMetadata: { labels: { team: 'shop' } } }), template: { 'metadata.labels.team': 'shop' } },
  'ApiObjectMetadata.annotations of pods': { props: () => ({ podMetadata: { annotations: { team: 'shop' } } }), template: { 'metadata.annotations.team': 'shop' } },

  'PodDnsProps.hostname': { props: () => ({ dns: { hostname: 'web' } }), template: { 'spec.hostname': 'web' } },
  'PodDnsProps.hostnameAsFQDN': { props: () => ({ dns: { hostnameAsFQDN: true } }), template: { 'spec.setHostnameAsFQDN': true } },
  'PodDnsProps.hostnameAsFQDN as cdk8s-plus fills it in': { props: () => ({ dns: { hostnameAsFQDN: false } }), template: { 'spec.setHostnameAsFQDN': false } },
  'PodDnsProps.nameservers': { props: () => ({ dns: { nameservers: ['10.0.0.10'] } }), template: { 'spec.dnsConfig.nameservers[0]': '10.0.0.10' } },
  'PodDnsProps.options': { props: () => ({ dns: { options: [] } }) },
  'PodDnsProps.policy': { props: () => ({ dns: { policy: kplus.DnsPolicy.DEFAULT } }), template: { 'spec.dnsPolicy': 'Default' } },
  'PodDnsProps.policy as cdk8s-plus fills it in': { props: () => ({ dns: { policy: kplus.DnsPolicy.CLUSTER_FIRST } }), template: { 'spec.dnsPolicy': 'ClusterFirst' } },
  'PodDnsProps.searches': { props: () => ({ dns: { searches: ['example.com'] } }), template: { 'spec.dnsConfig.searches[0]': 'example.com' } },
  'PodDnsProps.subdomain': { props: () => ({ dns: { subdomain: 'webs' } }), template: { 'spec.subdomain': 'webs' } },
  'DnsOption.name': { props: () => ({ dns: { options: [{ name: 'ndots' }] } }), template: { 'spec.dnsConfig.options[ndots].name': 'ndots' } },
  'DnsOption.value': {
    props: () => ({ dns: { options: [{ name: 'ndots', value: '2' }] } }), template: { 'spec.dnsConfig.options[ndots].name': 'ndots', 'spec.dnsConfig.options[ndots].value': '2' },
  },
  'HostAlias.hostnames': {
    props: () => ({ hostAliases: [{ ip: '10.0.0.1', hostnames: ['db'] }] }), template: { 'spec.hostAliases[0].ip': '10.0.0.1', 'spec.hostAliases[0].hostnames[0]': 'db' },
  },
  'HostAlias.ip': {
    props: () => ({ hostAliases: [{ ip: 'fd00::1', hostnames: [] }] }), template: { 'spec.hostAliases[0].ip': 'fd00::1', 'spec.hostAliases[0].hostnames': [] },
  },
  'PodSecurityContextProps.ensureNonRoot': { props: () => ({ securityContext: { ensureNonRoot: false } }), template: { 'spec.securityContext.runAsNonRoot': false } },
  'PodSecurityContextProps.fsGroup': {
    props: () => ({ securityContext: { fsGroup: 7 } }), template: { 'spec.securityContext.fsGroup': 7, 'spec.securityContext.fsGroupChangePolicy': 'OnRootMismatch' },
  },
  'PodSecurityContextProps.fsGroupChangePolicy': {
    props: () => ({ securityContext: { fsGroupChangePolicy: kplus.FsGroupChangePolicy.ALWAYS } }), template: { 'spec.securityContext.fsGroupChangePolicy': 'Always' },
  },
  'PodSecurityContextProps.group': { props: () => ({ securityContext: { group: 0 } }), template: { 'spec.securityContext.runAsGroup': 0 } },
  'PodSecurityContextProps.sysctls': { props: () => ({ securityContext: { sysctls: [] } }) },
  'PodSecurityContextProps.user': { props: () => ({ securityContext: { user: 0 } }), template: { 'spec.securityContext.runAsUser': 0 } },
  'Sysctl.name': {
    props: () => ({ securityContext: { sysctls: [{ name: 'net.ipv4.tcp_syncookies', value: '1' }] } }),
    template: { 'spec.securityContext.sysctls[net.ipv4.tcp_syncookies].name': 'net.ipv4.tcp_syncookies', 'spec.securityContext.sysctls[net.ipv4.tcp_syncookies].value': '1' },
  },
  'Sysctl.value': {
    props: () => ({ securityContext: { sysctls: [{ name: 'a', value: '2' }] } }),
    template: { 'spec.securityContext.sysctls[a].name': 'a', 'spec.securityContext.sysctls[a].value': '2' },
  },
};
