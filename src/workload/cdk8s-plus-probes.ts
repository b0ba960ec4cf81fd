import { Container } from 'cdk8s-plus-28';

/** What a probe or handler of cdk8s-plus keeps of what its author wrote. */
interface Written {
  readonly probeOptions?: { readonly failureThreshold?: number };
  readonly httpGetOptions?: { readonly path?: string; readonly port?: number; readonly scheme?: string };
  readonly tcpSocketOptions?: { readonly port?: number };
}

/** Where cdk8s-plus keeps them. */
interface Inside {
  readonly _readiness?: Written;
  readonly _liveness?: Written;
  readonly _startup?: Written;
  readonly _lifecycle?: { readonly postStart?: Written; readonly preStop?: Written };
}

/** Each probe and handler of a container as its author wrote it, with where it is rendered. */
function everyAction(container: Container): [path: readonly string[], written: Written | undefined][] {
  const { _readiness, _liveness, _startup, _lifecycle } = container as unknown as Inside;
  return [
    [['readinessProbe'], _readiness], [['livenessProbe'], _liveness], [['startupProbe'], _startup],
    [['lifecycle', 'postStart'], _lifecycle?.postStart], [['lifecycle', 'preStop'], _lifecycle?.preStop],
  ];
}

/**
 * Takes out of a container's probes and handlers what cdk8s-plus fills in: a threshold of 3 and the scheme HTTP, which the API server fills in anyway,
 * and port 80 where nobody names a port: the first that the container serves is meant.
 */
export function withoutProbeDefaults(rendered: any, container: Container): void {
  for (const [path, written] of everyAction(container)) {
    const action = path.reduce((owner, key) => owner?.[key], rendered);
    if (action === undefined || written === undefined) {
      continue;
    }
    if (written.probeOptions !== undefined && written.probeOptions.failureThreshold === undefined) {
      delete action.failureThreshold;
    }
    for (const [kind, options] of [['httpGet', written.httpGetOptions], ['tcpSocket', written.tcpSocketOptions]] as const) {
      if (options !== undefined && action[kind] !== undefined) {
        if (kind === 'httpGet' && written.httpGetOptions!.scheme === undefined) {
          delete action.httpGet.scheme;
        }
        if (options.port === undefined && container.portNumber === undefined) {
          action[kind].port = container.ports[0]?.number ?? action[kind].port;
        }
      }
    }
  }
  if (Object.keys(rendered.lifecycle ?? { some: true }).length === 0) {
    delete rendered.lifecycle;
  }
}

/** The probes and handlers that go to a port of which nobody says the number. */
export function withoutPort(container: Container): string[] {
  return everyAction(container).filter(([, written]) => {
    const options = written?.httpGetOptions ?? written?.tcpSocketOptions;
    return options !== undefined && options.port === undefined && container.ports.length === 0;
  }).map(([path]) => path.join('.'));
}

/** What the kubelet gets over HTTP to see how a container is: on which port, and which path, without its query. */
export function httpProbes(container: Container): { readonly port: number; readonly path: string }[] {
  const { _readiness, _liveness, _startup } = container as unknown as Inside;
  return [_readiness, _liveness, _startup].map(written => written?.httpGetOptions).filter(options => options !== undefined)
    .map(({ path = '/', port }) => ({ port: port ?? container.portNumber ?? container.ports[0]?.number ?? 80, path: path.split('?')[0] }));
}
