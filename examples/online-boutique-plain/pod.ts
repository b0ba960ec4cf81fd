import { k8s } from 'cdk8s-plus-28';
import { Amounts, Probes, Rhythm, Workload } from './workload';

const BUSYBOX = 'busybox:1.38.0@sha256:fd8d9aa63ba2f0982b5304e1ee8d3b90a210bc1ffb5314d980eb6962f1a9715d';

/** What the shop's makers set on every container. */
const LOCKED: k8s.SecurityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
};

/** Tries for two minutes, then fails, so that the kubelet starts over. */
const WAIT = 'tries=0; until wget -q -O /dev/null "http://$FRONTEND_ADDR"; do tries=$((tries + 1)); [ "$tries" -lt 12 ] || exit 1; sleep 10; done';

/** The pod of a workload. */
export function podOf(workload: Workload): k8s.PodSpec {
  const { name, graceSeconds, serviceAccount = true, startsAfter, scratch } = workload;
  return {
    serviceAccountName: serviceAccount ? name : undefined,
    terminationGracePeriodSeconds: graceSeconds,
    securityContext: { fsGroup: 1000, runAsGroup: 1000, runAsNonRoot: true, runAsUser: 1000 },
    initContainers: startsAfter === undefined ? undefined : [waiting(startsAfter)],
    containers: [containerOf(workload)],
    volumes: scratch === undefined ? undefined : [{ name: scratch.name, emptyDir: {} }],
  };
}

function containerOf({ name, container, image = name, port, environment, probes, requests, limits, scratch }: Workload): k8s.Container {
  return {
    name: container,
    image,
    ports: port === undefined ? undefined : [{ containerPort: port.number, name: port.name }],
    env: Object.entries(environment).map(([variable, value]) => ({ name: variable, value })),
    readinessProbe: probes && port && probe(probes, port.number, 'readiness'),
    livenessProbe: probes && port && probe(probes, port.number, 'liveness'),
    resources: { requests: quantities(requests), limits: quantities(limits) },
    volumeMounts: scratch === undefined ? undefined : [{ name: scratch.name, mountPath: scratch.path }],
    securityContext: LOCKED,
  };
}

function waiting(address: string): k8s.Container {
  return {
    name: 'frontend-check',
    image: BUSYBOX,
    command: ['/bin/sh', '-ec', WAIT],
    env: [{ name: 'FRONTEND_ADDR', value: address }],
    securityContext: LOCKED,
  };
}

function probe({ by, ready, alive }: Probes, port: number, what: 'readiness' | 'liveness'): k8s.Probe {
  const { delay, period }: Rhythm = what === 'readiness' ? ready : alive;
  const asked: { readonly [way in Probes['by']]: k8s.Probe } = {
    grpc: { grpc: { port } },
    tcp: { tcpSocket: { port: k8s.IntOrString.fromNumber(port) } },
    // The shop counts sessions by this cookie: the kubelet must not look like a customer.
    http: {
      httpGet: {
        path: '/_healthz',
        port: k8s.IntOrString.fromNumber(port),
        httpHeaders: [{ name: 'Cookie', value: `shop_session-id=x-${what}-probe` }],
      },
    },
  };
  return { ...asked[by], initialDelaySeconds: delay, periodSeconds: period };
}

function quantities({ cpu, memory }: Amounts): { [resource: string]: k8s.Quantity } {
  return { cpu: k8s.Quantity.fromString(cpu), memory: k8s.Quantity.fromString(memory) };
}
