import { checkedCidr } from './cidr';
import { checkedLabelValue } from './label-value';
import { DnsPeer, InjectedSidecar, MonitoringPeer, NetworkEndpoint, PlatformProps } from './platform-props';
import { Quantity } from './quantity';

const NAME = /^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/;

/**
 * Refuses a platform that no cluster can have.
 *
 * @throws on the first property that is wrong, with its name
 */
export function checkPlatform(props: PlatformProps): void {
  for (const property of ['apiServerCidrs', 'nodeCidrs', 'metadataCidrs'] as const) {
    props[property]?.forEach((cidr, index) => checkedCidr(`Platform ${property}[${index}]`, cidr));
  }
  props.dns?.forEach((peer, index) => checkDnsPeer(`Platform dns[${index}]`, peer));
  if (props.dns?.length === 0) {
    throw new Error('Platform dns is empty: pods must be able to resolve names');
  }
  if (props.monitoring !== undefined) {
    checkMonitoring('Platform monitoring', props.monitoring);
  }
  props.workloadIdentity?.forEach((endpoint, index) => checkEndpoint(`Platform workloadIdentity[${index}]`, endpoint));
  checkPort('Platform apiServerPort', props.apiServerPort);
  checkName('Platform cni', props.cni);
  checkName('Platform gatewayClass', props.gatewayClass);
  props.storageProvisioners?.forEach((name, index) => checkName(`Platform storageProvisioners[${index}]`, name));
  props.sidecars?.forEach((sidecar, index) => checkSidecar(`Platform sidecars[${index}]`, sidecar));
}

function checkDnsPeer(what: string, { namespaceLabels, podLabels, cidr, port }: DnsPeer): void {
  const labels = { ...namespaceLabels, ...podLabels };
  const bySelector = Object.keys(namespaceLabels ?? {}).length > 0 && Object.keys(podLabels ?? {}).length > 0;
  // Half a selector would let pods talk to anything on the port: any pod in a namespace, or a pod anybody can label.
  if (bySelector === (cidr !== undefined) || (cidr !== undefined && Object.keys(labels).length > 0)) {
    throw new Error(`${what} does not say where name servers are: give namespaceLabels and podLabels, or cidr`);
  }
  if (cidr !== undefined) {
    checkedCidr(`${what}.cidr`, cidr);
  }
  Object.entries(labels).forEach(([key, value]) => checkedLabelValue(`${what} label ${key}`, value));
  checkPort(`${what}.port`, port);
}

function checkMonitoring(what: string, { namespaceLabels, podLabels, serviceAccount }: MonitoringPeer): void {
  // The name of a namespace is its identity in a mesh, and half a selector would let in any pod of a namespace, or one that anybody can label.
  if (namespaceLabels['kubernetes.io/metadata.name'] === undefined || Object.keys(podLabels).length === 0) {
    throw new Error(`${what} does not say where monitoring is: give namespaceLabels with kubernetes.io/metadata.name, and podLabels`);
  }
  Object.entries({ ...namespaceLabels, ...podLabels }).forEach(([key, value]) => checkedLabelValue(`${what} label ${key}`, value));
  checkName(`${what}.serviceAccount`, serviceAccount);
}

function checkEndpoint(what: string, { cidr, ports }: NetworkEndpoint): void {
  checkedCidr(`${what}.cidr`, cidr);
  if (ports.length === 0) {
    throw new Error(`${what} has no ports: give at least one`);
  }
  ports.forEach(port => checkPort(`${what}.ports`, port));
}

function checkPort(what: string, port: number | undefined): void {
  if (port !== undefined && !(Number.isInteger(port) && port >= 1 && port <= 65535)) {
    throw new Error(`${what} ${port} is not a port: give a whole number from 1 to 65535`);
  }
}

function checkName(what: string, name: string | undefined): void {
  if (name !== undefined && !NAME.test(name)) {
    throw new Error(`${what} "${name}" is not a name: give lower-case letters, digits, "-" or ".", with a letter or digit at both ends`);
  }
}

function checkSidecar(what: string, sidecar: InjectedSidecar): void {
  checkName(`${what}.name`, sidecar.name);
  for (const resource of ['cpuRequest', 'memoryRequest', 'cpuLimit', 'memoryLimit'] as const) {
    const quantity = sidecar[resource];
    if (quantity !== undefined && (Quantity.tryParse(quantity)?.nano ?? -1n) < 0n) {
      throw new Error(`${what}.${resource} "${quantity}" is not a quantity: give one such as 100m or 128Mi`);
    }
  }
}
