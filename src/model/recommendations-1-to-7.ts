import { Audience } from './audience';
import { RecommendationRow } from './recommendation-row';
import { Nsa } from './standards/nsa';
import { Owasp } from './standards/owasp';

const { DEVELOPER, OPERATOR, BOTH } = Audience;

/** Recommendations 1 to 7: promotion, host, monitoring, networks, images, forensics. */
export const RECOMMENDATIONS_1_TO_7: readonly RecommendationRow[] = [
  {
    number: 1,
    title: 'Code promotion across environments',
    parts: [
      ['1.1', DEVELOPER, 'Code comes from a root of trust.'],
      ['1.2', OPERATOR, 'The platform moves images from one environment to the next, securely.'],
    ],
    crosswalk: {
      ccm: ['CCC-02', 'CCC-04', 'CCC-06', 'CCC-07', 'IVS-05', 'AIS-06'],
      nist: ['4.1.1', '4.2.2'],
      cis: ['5.6.1', '5.6.4'],
      owasp: [Owasp.K04],
    },
  },
  {
    number: 2,
    title: 'Securing the host',
    parts: [
      ['2.1', BOTH, 'Labels record tenancy and data sensitivity, and drive deployment and audit.'],
      ['2.2', BOTH, 'The runtime talks to registry and orchestrator over encrypted connections.'],
      ['2.3', BOTH, 'Containers are not privileged.'],
      ['2.4', BOTH, 'Containers do not mount directories of the host.'],
      ['2.5', BOTH, 'Containers drop all capabilities, and add only those on a list.'],
    ],
    crosswalk: {
      ccm: ['IVS-04'],
      nist: ['4.5.1', '4.5.2', '4.5.3', '4.5.4', '4.5.5'],
      cis: [
        '5.2.2', '5.2.3', '5.2.4', '5.2.5', '5.2.6', '5.2.7', '5.2.8', '5.2.9', '5.2.10', '5.2.11', '5.2.12',
        '5.6.2', '5.6.3',
      ],
      owasp: [Owasp.K01],
      nsa: [Nsa.POD_SECURITY, Nsa.NON_ROOT, Nsa.IMMUTABLE_FILE_SYSTEM, Nsa.PRIVILEGE_ESCALATION, Nsa.HARDENED_ENVIRONMENT],
    },
  },
  {
    number: 3,
    title: 'Continuous monitoring from the host',
    parts: [
      ['3.1', DEVELOPER, 'Applications follow a clear version scheme.'],
      ['3.2', OPERATOR, 'Runtime logs go to a central system.'],
      ['3.3', OPERATOR, 'Containers that monitor are not privileged and do not touch the host.'],
    ],
    crosswalk: {
      ccm: ['LOG-03', 'LOG-05', 'LOG-13'],
      nist: ['4.4.1', '4.4.2', '4.4.3', '4.4.4', '4.4.5'],
      owasp: [Owasp.K10],
      nsa: [Nsa.AUDIT],
    },
  },
  {
    number: 4,
    title: 'Networking between host and container',
    parts: [
      ['4.1', BOTH, 'Host and container communicate by secure protocols.'],
      ['4.2', OPERATOR, 'Communication between host and container is authenticated and access to it controlled.'],
      ['4.3', OPERATOR, 'Network traffic between host and container is monitored.'],
    ],
    crosswalk: {
      ccm: ['IVS-03', 'IVS-06'],
      nist: ['4.4.2', '4.5.2'],
      cis: ['5.2.5', '5.2.12'],
      owasp: [Owasp.K05, Owasp.K06],
      nsa: [Nsa.POD_SECURITY],
    },
  },
  {
    number: 5,
    title: 'Networking between containers',
    parts: [
      ['5.1', BOTH, 'Containers communicate by secure protocols.'],
      ['5.2', OPERATOR, 'Every container has an identity, and access is controlled by it.'],
      ['5.3', OPERATOR, 'Network traffic between containers is monitored.'],
      ['5.4', OPERATOR, 'Access is controlled at several granularities, from the tenant to the request.'],
    ],
    crosswalk: {
      ccm: ['IVS-03', 'IVS-06', 'IVS-09', 'DSP-10'],
      nist: ['4.3.3', '4.4.2'],
      cis: ['5.3.2'],
      owasp: [Owasp.K05],
      nsa: [Nsa.NETWORK_POLICY],
    },
  },
  {
    number: 6,
    title: 'Image integrity and security quality',
    parts: [
      ['6.1', DEVELOPER, 'Images are signed when they are built, and verified before they are used.'],
      ['6.2', DEVELOPER, 'Images are scanned for vulnerabilities during development.'],
      ['6.3', DEVELOPER, 'Images contain only what the application needs.'],
      ['6.4', OPERATOR, 'Only signed and verified images run.'],
      ['6.5', OPERATOR, 'New vulnerabilities in running images are found continuously.'],
    ],
    crosswalk: {
      ccm: ['TVM-02', 'TVM-05', 'TVM-07'],
      nist: ['4.1.1', '4.1.2', '4.1.3', '4.1.4', '4.1.5', '4.2.1', '4.2.2', '4.2.3'],
      cis: ['5.5.1'],
      owasp: [Owasp.K04, Owasp.K07],
    },
  },
  {
    number: 7,
    title: 'Forensics',
    parts: [
      ['7.1', DEVELOPER, 'Logging is designed into the application.'],
      ['7.2', DEVELOPER, 'Authentication events are logged before anything else.'],
      ['7.3', OPERATOR, 'Forensics is planned.'],
      ['7.4', OPERATOR, 'The means for forensics are in place.'],
      ['7.5', OPERATOR, 'Network traffic, disks and memory can be captured.'],
    ],
    crosswalk: {
      ccm: ['SEF-03', 'SEF-06', 'LOG-02', 'LOG-09'],
      nist: ['4.4.5'],
      owasp: [Owasp.K10],
      nsa: [Nsa.AUDIT],
    },
  },
];
