import * as kplus from 'cdk8s-plus-28';

/** How a gRPC server is asked how it is. */
export interface GrpcProbeOptions extends kplus.ProbeOptions {
  /**
   * The service that is asked about, as the health checking protocol of gRPC names it.
   *
   * @default - the server as a whole
   */
  readonly service?: string;
}

/** A probe by the health checking protocol of gRPC (`grpc` of a probe, part 11.1), which cdk8s-plus-28 lacks. */
export class GrpcProbe {
  /**
   * Asks the server that listens on a port of the container. It needs no program in the image.
   *
   * @param port such as 50051
   * @param options what is asked, and how often
   * @throws if it is no port
   */
  public static fromPort(port: number, options: GrpcProbeOptions = {}): kplus.Probe {
    if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) {
      throw new Error(`gRPC probe: ${port} is not a port: give a whole number from 1 to 65535`);
    }
    const { service, ...times } = options;
    // Nobody but cdk8s-plus can make its probes: this one is made for a TCP socket, and rendered for gRPC.
    const probe = kplus.Probe.fromTcpSocket({ port, ...times }) as kplus.Probe & { _toKube(container: kplus.Container): { tcpSocket?: unknown } };
    const toKube = probe._toKube.bind(probe);
    probe._toKube = container => {
      const { tcpSocket, ...rest } = toKube(container);
      return { ...rest, grpc: { port, service } };
    };
    return probe;
  }

  private constructor() {}
}
