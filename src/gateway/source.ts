import { Exposure } from './exposure';
import { GatewayFacts } from './gateway-facts';
import { GatewayPods } from './gateway-props';
import { ManagedPods } from './implementation/implementation';
import { MeshKind } from '../model/mesh-kind';
import { declare } from '../network/declare';
import { allow } from '../network/edge';
import { Endpoint } from '../network/endpoint';
import { makeObjects } from '../network/endpoint-objects';
import { join, joined } from '../network/join';
import { noMesh } from '../network/mesh/no-mesh';
import { problemsOf } from '../network/problems';
import { EVERY_REQUEST } from '../network/requests';
import { Entity, Rule } from '../network/rule';
import { countAlso } from '../tenancy/controller-made';

/** Where the requests of a gateway come from. */
export interface Source {
  /** Lets them reach a workload. Both tenants have said so. */
  allowTo(exposure: Exposure): void;

  /** What keeps them from it, once the app is complete. */
  problems(): string[];
}

/** The ports of every gateway: one for HTTPS, and one that sends there. */
const PORTS = [80, 443].map(number => ({ number, protocol: 'TCP' }));

/**
 * Pods beside the Gateway. Everybody reaches their two ports, load balancers on other nodes too, and they reach their control plane and what is exposed.
 */
export function fromManagedPods({ construct, name, tenant: { namespace } }: GatewayFacts, pods: ManagedPods): Source {
  const { matchLabels, serviceAccount, egress, objects } = pods;
  const client = join({ construct, kind: 'Gateway', name, namespace, matchLabels, serviceAccount, served: PORTS, end: false, pastServices: true });
  client.ingress.push({ ports: PORTS });
  client.egress.push(...egress);
  makeObjects(client);
  countAlso(construct, objects);
  return {
    allowTo: ({ construct: workload, containerPort }) => {
      const server = joined(workload);
      [client, server].forEach(by => declare(by, client, server, { ports: [containerPort] }));
    },
    // Those that join the network are judged there.
    problems: () => [],
  };
}

/** Pods that somebody else has installed, and isolates. */
export function fromInstalledPods({ construct, name }: GatewayFacts, { namespace, labels, serviceAccount }: GatewayPods): Source {
  const pods = { construct, name, namespace, matchLabels: labels, serviceAccount: serviceAccount ?? 'default', served: [], end: false, pastServices: true };
  const client = new Endpoint(pods, serviceAccount === undefined ? noMesh : undefined);
  return {
    allowTo: ({ construct: workload, containerPort }) => {
      const server = joined(workload);
      [client, server].forEach(by => allow(by, client, server, { ports: [containerPort], requests: EVERY_REQUEST }));
      makeObjects(server, [{ client, server }]);
    },
    problems: () => problemsOf(client),
  };
}

/** A part of Cilium, which its policies alone can name. It cannot prove who it is, and nobody else can be taken for it. */
export function fromEntity({ construct, className }: GatewayFacts, entity: Entity): Source {
  return fromNoPods({ peers: [], entities: [entity] }, workload => joined(workload).mesh.kind === MeshKind.CILIUM ? undefined
    : `${workload.node.path} is exposed through ${construct.node.path}, of class ${className}, which no NetworkPolicy can let in: give the Platform of its Tenant MeshKind.CILIUM, or the Gateway another className`);
}

/** Addresses, where a cloud has the gateway. They are in no mesh. */
export function fromCidrs({ construct }: GatewayFacts, cidrs: readonly string[]): Source {
  return fromNoPods({ peers: cidrs.map(cidr => ({ ipBlock: { cidr } })) }, (workload, number) => {
    const { mesh, plainText } = joined(workload);
    return mesh.kind === MeshKind.NONE || plainText.includes({ number, protocol: 'TCP' }) ? undefined
      : `${workload.node.path} takes mutual TLS of its mesh only, and ${construct.node.path} is not in it: use a class of gateways of the mesh, or loosen it with Network.of(${workload.node.id}).acceptPlainText(${number})`;
  });
}

/** What has no pods in the cluster that could join the network: the policies of workloads name it otherwise. */
function fromNoPods(client: Omit<Rule, 'ports'>, problemOf: (workload: Exposure['construct'], port: number) => string | undefined): Source {
  const reached = new Set<Exposure>();
  return {
    allowTo: exposure => {
      const server = joined(exposure.construct);
      server.ingress.push({ ...client, ports: [{ number: exposure.containerPort, protocol: 'TCP' }] });
      makeObjects(server);
      reached.add(exposure);
    },
    problems: () => [...reached].map(({ construct, containerPort }) => problemOf(construct, containerPort)).filter(problem => problem !== undefined),
  };
}
