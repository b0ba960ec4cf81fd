import { flagControl, lists, listsNone } from './flag-control';
import { Severity } from '../../model/severity';
import { Cis } from '../../model/standards/cis';
import { Owasp } from '../../model/standards/owasp';

/** Of the plugins that are on by default, those that security relies on. */
const ON_BY_DEFAULT = [
  'NamespaceLifecycle', 'ServiceAccount', 'PodSecurity', 'LimitRanger', 'ResourceQuota', 'CertificateApproval', 'CertificateSigning', 'CertificateSubjectRestriction',
  'MutatingAdmissionWebhook', 'ValidatingAdmissionWebhook', 'ValidatingAdmissionPolicy',
];

/** What the API server asks of objects before it stores them. */
export const ADMISSION_FLAGS = [
  flagControl({
    id: 'admission-always-admit',
    title: 'Admission does not let everything in',
    recommendation: '8.5',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'enable-admission-plugins', holds: listsNone('enable-admission-plugins', 'AlwaysAdmit') },
    ],
    message: 'a plugin lets everything in',
    remediation: 'remove AlwaysAdmit from --enable-admission-plugins',
    references: [Cis.k8s('1.2.10'), Owasp.K04],
  }),
  flagControl({
    id: 'admission-default-plugins',
    title: 'No admission plugin that is on by default is turned off',
    recommendation: '8.5',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'disable-admission-plugins', holds: listsNone('disable-admission-plugins', ...ON_BY_DEFAULT) },
    ],
    message: 'a check that everything else relies on is off',
    remediation: 'remove the plugin from --disable-admission-plugins',
    references: [Cis.k8s('1.2.12'), Cis.k8s('1.2.13'), Owasp.K04],
  }),
  flagControl({
    id: 'admission-node-restriction',
    title: 'A kubelet changes only its own node and pods',
    recommendation: '8.7',
    severity: Severity.HIGH,
    rules: [
      { components: ['kube-apiserver'], flag: 'enable-admission-plugins', holds: lists('enable-admission-plugins', 'NodeRestriction') },
    ],
    message: 'the credentials of one node change the labels of all, and so where pods go',
    remediation: 'add NodeRestriction to --enable-admission-plugins',
    references: [Cis.k8s('1.2.14'), Owasp.K04],
  }),
  flagControl({
    id: 'admission-deny-external-ips',
    title: 'The API server refuses external addresses of Services',
    recommendation: '4.1',
    severity: Severity.MEDIUM,
    rules: [
      { components: ['kube-apiserver'], flag: 'enable-admission-plugins', holds: lists('enable-admission-plugins', 'DenyServiceExternalIPs') },
    ],
    message: 'whoever makes a Service takes over traffic to any address',
    remediation: 'add DenyServiceExternalIPs to --enable-admission-plugins',
    references: [Cis.k8s('1.2.3'), Owasp.K06],
  }),
  flagControl({
    id: 'admission-event-rate-limit',
    title: 'The API server limits the rate of events',
    recommendation: '12.2',
    severity: Severity.LOW,
    rules: [
      { components: ['kube-apiserver'], flag: 'enable-admission-plugins', holds: lists('enable-admission-plugins', 'EventRateLimit') },
    ],
    message: 'one client that writes events without end fills the store of all',
    remediation: 'add EventRateLimit to --enable-admission-plugins, with its limits in an AdmissionConfiguration',
    references: [Cis.k8s('1.2.9')],
  }),
  flagControl({
    id: 'admission-always-pull-images',
    title: 'Images are pulled with the credentials of the pod',
    recommendation: '6.4',
    severity: Severity.LOW,
    rules: [
      { components: ['kube-apiserver'], flag: 'enable-admission-plugins', holds: lists('enable-admission-plugins', 'AlwaysPullImages') },
    ],
    message: 'a pod runs a private image that another one pulled to its node',
    remediation: 'add AlwaysPullImages to --enable-admission-plugins',
    references: [Cis.k8s('1.2.11')],
  }),
];
