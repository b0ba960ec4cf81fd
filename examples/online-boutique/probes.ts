import { Duration, JsonPatch } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Rhythm, Workload } from '../online-boutique-plain/workload';
import { GrpcProbe, Hardening } from 'cdk8s-bulwark';

const HEALTH = '/_healthz';
/** The shop counts sessions by this cookie: the kubelet must not look like a customer. */
const cookie = (what: string) => [{ name: 'Cookie', value: `shop_session-id=x-${what}-probe` }];

const seconds = (amount?: number) => amount === undefined ? undefined : Duration.seconds(amount);

/** The probes of a workload: as often as its makers say, but a restart comes later than no more traffic. */
export function probesOf({ probes, port }: Workload): Pick<kplus.ContainerProps, 'readiness' | 'liveness'> {
  if (probes === undefined || port === undefined) {
    return {};
  }
  const { by, ready, alive } = probes;
  const made = ({ delay, period }: Rhythm, failureThreshold?: number): kplus.Probe => {
    const options = { port: port.number, initialDelaySeconds: seconds(delay), periodSeconds: seconds(period), failureThreshold };
    const ways = {
      grpc: () => GrpcProbe.fromPort(port.number, options),
      http: () => kplus.Probe.fromHttpGet(HEALTH, options),
      tcp: () => kplus.Probe.fromTcpSocket(options),
    };
    return ways[by]();
  };
  return { readiness: made(ready), liveness: made(alive, 6) };
}

/** cdk8s-plus-28 has no headers for probes: they are patched in. */
export function withCookies(workload: kplus.Workload, { probes }: Workload): void {
  if (probes?.by === 'http') {
    Hardening.override(workload, ...['readiness', 'liveness'].map(what =>
      JsonPatch.add(`/spec/template/spec/containers/0/${what}Probe/httpGet/httpHeaders`, cookie(what))));
  }
}
