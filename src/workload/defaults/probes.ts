import { longRunning, PodDefault } from './context';

/** A slow start is waited for; readiness is lost at once, and a restart is the last resort (part 11.1). */
const TIMES = {
  startupProbe: { periodSeconds: 5, failureThreshold: 24 },
  readinessProbe: { periodSeconds: 10, failureThreshold: 3 },
  livenessProbe: { periodSeconds: 20, failureThreshold: 6 },
};

/** A container that serves a TCP port is probed on it, unless its author says how it is probed. */
export const probes: PodDefault = ({ spec }, { kind, defaults }) => {
  if (!defaults.probes || !longRunning(kind)) {
    return;
  }
  for (const container of spec.containers) {
    const port = container.ports?.find(({ protocol }: { protocol?: string }) => (protocol ?? 'TCP') === 'TCP')?.containerPort;
    for (const [probe, times] of Object.entries(TIMES)) {
      if (port !== undefined) {
        container[probe] ??= { tcpSocket: { port }, ...times };
      }
    }
  }
};
