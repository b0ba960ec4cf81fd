import { ApiObjectMetadataDefinition } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { AllowOptions } from './allow-options';
import { cidrPeer } from './cidr-peer';
import { allow } from './edge';
import { Endpoint } from './endpoint';
import { checkedPort, whenPortAdded } from './port';
import { problemsOf } from './problems';
import { makeObjects } from './workload-objects';
import { validatedOnce } from '../hardening/synthesis';
import { checkedCidr } from '../model/cidr';

const NETWORK = Symbol.for('cdk8s-bulwark.network');

/**
 * Whom a workload may talk to (parts 5.1 and 5.4). It starts with nobody, but for name servers. What is allowed becomes one NetworkPolicy with its
 * name, and where it is in a mesh, what authorizes its clients there.
 */
export class Network {
  /**
   * The network of a workload: the same for the same workload. One of cdk8s-plus itself is isolated by it too.
   *
   * @param workload the workload
   */
  public static of(workload: kplus.Workload): Network {
    const holder = workload as kplus.Workload & { [NETWORK]?: Network };
    holder[NETWORK] ??= new Network(workload);
    return holder[NETWORK];
  }

  private readonly endpoint: Endpoint;

  private constructor(workload: kplus.Workload) {
    this.endpoint = new Endpoint(workload);
    annotate(workload.podMetadata, this.endpoint.mesh.podAnnotations);
    workload.node.addValidation(validatedOnce(workload, () => problemsOf(this.endpoint)));
    whenPortAdded(workload, () => makeObjects(this.endpoint));
    makeObjects(this.endpoint);
  }

  /**
   * Allows the workload to another one. Within a tenant both halves follow; across tenants the other one must say `allowFrom` too.
   *
   * @param target the workload that it may reach
   * @param options on which ports
   * @throws if a port is none, or the target is of another app; synthesis throws if the target does not serve a port, or does not let it in
   */
  public allowTo(target: kplus.Workload, options: AllowOptions = {}): void {
    this.allow(this.endpoint, this.peer(target), options);
  }

  /**
   * Lets another workload reach this one. Within a tenant both halves follow; across tenants the other one must say `allowTo` too.
   *
   * @param source the workload that may reach it
   * @param options on which of its own ports
   * @throws if a port is none, or the source is of another app; synthesis throws if it does not serve a port, or the source does not say it too
   */
  public allowFrom(source: kplus.Workload, options: AllowOptions = {}): void {
    this.allow(this.peer(source), this.endpoint, options);
  }

  /**
   * Allows the workload to a block of addresses outside of the cluster. Addresses in it that hand out credentials, or are nodes, stay closed as far
   * as the Platform knows them (part 4.2).
   *
   * @param cidr IPv4 or IPv6, such as `203.0.113.0/24`
   * @param ports at least one
   * @param protocol TCP by default
   * @throws if the block or a port is none
   */
  public allowToCidr(cidr: string, ports: number[], protocol: kplus.Protocol = kplus.Protocol.TCP): void {
    const { path, platform } = this.endpoint;
    checkedCidr(`${path}: allowToCidr`, cidr);
    if (ports.length === 0) {
      throw new Error(`${path}: allowToCidr ${cidr} names no port: give at least one`);
    }
    this.reach({ peers: [cidrPeer(cidr, platform)], ports: ports.map(number => ({ number: checkedPort(path, number), protocol })) });
  }

  /**
   * Allows the workload to the API server, at the addresses and the port that its Platform gives.
   *
   * @throws if the Platform does not give them
   */
  public allowToApiServer(): void {
    const { path, platform } = this.endpoint;
    if (platform.apiServerCidrs.length === 0) {
      throw new Error(`${path}: where the API server is, is not known: give the Platform of its Tenant apiServerCidrs`);
    }
    this.reach({
      peers: platform.apiServerCidrs.map(cidr => ({ ipBlock: { cidr } })),
      ports: [{ number: platform.apiServerPort, protocol: kplus.Protocol.TCP }],
    });
  }

  /**
   * Loosens mutual TLS on one port, for clients outside of the mesh: they still need `allowTo` and `allowFrom`. The verifier finds it (part 5.1).
   * Linkerd cannot tell such clients from others: there, whoever may reach another port of the workload may reach this one. Without a mesh it
   * changes nothing.
   *
   * @param port a TCP port of its containers
   * @throws if it is no port; synthesis throws if the workload does not serve it
   */
  public acceptPlainText(port: number): void {
    this.endpoint.plainText.add([checkedPort(this.endpoint.path, port)]);
    makeObjects(this.endpoint);
  }

  private peer(workload: kplus.Workload): Endpoint {
    const { path, workload: { node: { root } } } = this.endpoint;
    if (workload.node.root !== root) {
      throw new Error(`${path}: ${workload.node.path} is of another App: allow it by its addresses, with Network.of(...).allowToCidr`);
    }
    return Network.of(workload).endpoint;
  }

  private allow(client: Endpoint, server: Endpoint, { ports }: AllowOptions): void {
    const { path } = this.endpoint;
    ports?.forEach(port => checkedPort(path, port));
    if (ports?.length === 0) {
      throw new Error(`${path}: an edge between ${client.path} and ${server.path} names no port: give at least one, or leave ports out`);
    }
    allow(this.endpoint, client, server, ports);
    makeObjects(client, []);
    makeObjects(server, [client]);
  }

  private reach(rule: Endpoint['addresses'][number]): void {
    this.endpoint.addresses.push(rule);
    makeObjects(this.endpoint, []);
  }
}

/** What an author has annotated is kept. */
function annotate(metadata: ApiObjectMetadataDefinition, wanted: { readonly [annotation: string]: string }): void {
  const written = Object.keys(wanted).length === 0 ? {} : metadata.toJson()?.annotations ?? {};
  Object.entries(wanted).filter(([annotation]) => written[annotation] === undefined)
    .forEach(([annotation, value]) => metadata.addAnnotation(annotation, value));
}
