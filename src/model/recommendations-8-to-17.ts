import { Audience } from './audience';
import { RecommendationRow } from './recommendation-row';
import { Nsa } from './standards/nsa';
import { Owasp } from './standards/owasp';

const { DEVELOPER, OPERATOR, BOTH } = Audience;

/** Recommendations 8 to 17: trust chain, volumes, secrets, platform and container management, encryption. */
export const RECOMMENDATIONS_8_TO_17: readonly RecommendationRow[] = [
  {
    number: 8,
    title: 'Trust chain',
    parts: [
      ['8.1', DEVELOPER, 'Every step of the chain signs what it makes, and verifies what it is given.'],
      ['8.2', DEVELOPER, 'Every step of the chain is scanned for vulnerabilities.'],
      ['8.3', DEVELOPER, 'Nothing travels along the chain that the application does not need.'],
      ['8.4', OPERATOR, 'Only what the chain vouches for runs, and it is watched for new vulnerabilities.'],
      ['8.5', OPERATOR, 'Hosts are hardened and trusted, and their container engine is set up securely.'],
      ['8.6', OPERATOR, 'Containers authenticate each other and the platform by mutual TLS.'],
      ['8.7', OPERATOR, 'Roles limit access to containers and images.'],
      ['8.8', OPERATOR, 'The integrity of configuration and runtime is watched.'],
    ],
    crosswalk: {
      ccm: ['IAM-14', 'IAM-16', 'CEK-03'],
      nist: ['4.3.5', '4.1.5'],
      cis: ['5.1.5', '5.1.6', '5.5.1'],
      owasp: [Owasp.K09],
      nsa: [Nsa.SERVICE_ACCOUNT_TOKEN, Nsa.RBAC],
    },
  },
  {
    number: 9,
    title: 'Volume management',
    parts: [
      ['9.1', DEVELOPER, 'Volumes are seldom shared, and are never directories of the host.'],
      ['9.2', OPERATOR, 'Volumes have limits, access control and monitoring.'],
      ['9.3', OPERATOR, 'The traffic of users and applications is isolated.'],
      ['9.4', OPERATOR, 'There is an interface by which the containers of one owner can talk.'],
    ],
    crosswalk: {
      ccm: ['DSP-07', 'DSP-17'],
      nist: ['4.5.5'],
      cis: ['5.2.11'],
      owasp: [Owasp.K01],
    },
  },
  {
    number: 10,
    title: 'Secret management',
    parts: [
      ['10.1', BOTH, 'Developers have guidance on secrets.'],
      ['10.2', BOTH, 'Developers have a library that handles secrets in code.'],
      ['10.3', OPERATOR, 'Secrets have an architecture that includes deployment tools and the orchestrator.'],
    ],
    crosswalk: {
      ccm: ['CEK-08', 'CEK-10', 'CEK-12', 'IAM-15'],
      nist: ['4.1.4'],
      cis: ['5.1.2', '5.4.1', '5.4.2'],
      owasp: [Owasp.K03],
      nsa: [Nsa.SECRETS, Nsa.ENCRYPTION],
    },
  },
  {
    number: 11,
    title: 'Notification of lifecycle events',
    parts: [['11.1', BOTH, 'Applications learn when they are started, stopped and scaled.']],
    crosswalk: { ccm: ['LOG-13', 'SEF-06'], owasp: [Owasp.K10] },
  },
  {
    number: 12,
    title: 'Resource requests',
    parts: [
      ['12.1', DEVELOPER, 'Applications balance the system resources they ask for.'],
      ['12.2', OPERATOR, 'Resources are shared fairly between tenants.'],
      ['12.3', OPERATOR, 'The platform optimises what is consumed.'],
    ],
    crosswalk: { ccm: ['IVS-02'], nist: ['4.4.3'], owasp: [Owasp.K01] },
  },
  {
    number: 13,
    title: 'Container resource management',
    parts: [['13.1', OPERATOR, 'The limits of platform and application agree.']],
    crosswalk: { ccm: ['IVS-02'], nist: ['4.3.4', '4.4.3'], cis: ['5.6.1'], owasp: [Owasp.K01], nsa: [Nsa.RESOURCE_POLICY] },
  },
  {
    number: 14,
    title: 'Scaling',
    parts: [
      ['14.1', BOTH, 'Scaling follows utilisation, priority and thresholds.'],
      ['14.2', OPERATOR, 'Constraints are set together with developers, and performance is watched.'],
    ],
    crosswalk: { ccm: ['IVS-02'] },
  },
  {
    number: 15,
    title: 'Data backup and replication',
    parts: [['15.1', OPERATOR, 'New data is backed up before its container is destroyed.']],
    crosswalk: { ccm: ['BCR-08', 'BCR-09', 'BCR-11'] },
  },
  {
    number: 16,
    title: 'Rehosting between platforms',
    parts: [['16.1', OPERATOR, 'Tools export and import sensitive data when an application moves.']],
    crosswalk: { ccm: ['IPY-01', 'IPY-03', 'IVS-07'], owasp: [Owasp.K08] },
  },
  {
    number: 17,
    title: 'Container encryption',
    parts: [
      ['17.1', BOTH, 'One standard system authenticates people and services.'],
      ['17.2', DEVELOPER, 'Data at rest is encrypted by a validated solution.'],
      ['17.3', DEVELOPER, 'Sensitive applications are encrypted, and their entrypoint decrypts and runs them.'],
    ],
    crosswalk: {
      ccm: ['CEK-01', 'CEK-03', 'CEK-04', 'DSP-17'],
      nist: ['4.3.1', '4.3.2', '4.3.3', '4.3.4', '4.3.5'],
      cis: ['5.4.1', '5.4.2'],
      owasp: [Owasp.K03],
      nsa: [Nsa.ENCRYPTION],
    },
  },
];
