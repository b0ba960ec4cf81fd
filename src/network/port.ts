import * as kplus from 'cdk8s-plus-28';

/** A port of a pod. */
export interface Port {
  readonly number: number;

  /** `TCP`, `UDP` or `SCTP`. */
  readonly protocol: string;
}

/** Refuses what is no port. */
export function checkedPort(path: string, port: number): number {
  if (!(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    throw new Error(`${path}: ${port} is not a port: give a whole number from 1 to 65535`);
  }
  return port;
}

/** The ports that a workload's containers serve now, each once, in order. */
export function servedPorts(workload: kplus.Workload): Port[] {
  return unique([...workload.containers, ...workload.initContainers].flatMap(container => container.ports)
    .map(({ number, protocol = kplus.Protocol.TCP }) => ({ number, protocol })));
}

/** Each port once, in order. */
export function unique(ports: readonly Port[]): Port[] {
  return [...new Map(ports.map(port => [`${port.number}/${port.protocol}`, port])).values()]
    .sort((a, b) => a.number - b.number || a.protocol.localeCompare(b.protocol));
}

/** Ports as an error names them. */
export function portNames(ports: readonly Port[]): string {
  return ports.map(({ number, protocol }) => `${number}/${protocol}`).join(', ');
}

/** Calls back each time a workload gets a port. cdk8s-plus tells nobody, so the places where one is added are hooked. */
export function whenPortAdded(workload: kplus.Workload, act: () => void): void {
  const watched = (container: kplus.Container) => {
    const addPort = container.addPort.bind(container);
    container.addPort = port => {
      addPort(port);
      act();
    };
    return container;
  };
  [...workload.containers, ...workload.initContainers].forEach(watched);
  const attachContainer = workload.attachContainer.bind(workload);
  workload.attachContainer = container => {
    attachContainer(watched(container));
    act();
  };
  const addInitContainer = workload.addInitContainer.bind(workload);
  workload.addInitContainer = props => {
    const container = watched(addInitContainer(props));
    act();
    return container;
  };
}
