import * as kplus from 'cdk8s-plus-28';
import { Construct, IConstruct } from 'constructs';
import { ExposeOptions, RateLimit, RouteProtocol } from './expose-options';
import { Exposure, Limit } from './exposure';
import { Gateway, GATEWAYS } from './gateway';
import { checkedHost } from './host';
import { checkedPath, ROOT } from './path';
import { checkedPort, portNames, servedPorts } from '../network/port';
import { TENANT } from '../tenancy/tenant-facts';
import { remembered, servicesOf } from '../workload/services';

const UNITS = [1, 60, 3600];

/** Makes a Service of a workload for a port of its containers. */
type MakeService = (port: kplus.ServicePort) => kplus.Service;

/** Lets a workload be reached from outside of the cluster: see `Deployment.expose`. */
export function expose(workload: kplus.Workload, makeService: MakeService, host: string, options: ExposeOptions): Gateway {
  const { node: { path } } = workload;
  const tenant = TENANT.nearest(workload);
  if (tenant === undefined) {
    throw new Error(`${path}: it is in no Tenant, and so nothing is known of its cluster: make it below one to expose it`);
  }
  checkedHost(path, host);
  const paths = [...new Set((options.paths ?? [ROOT]).map(each => checkedPath(path, each)))].sort();
  if (paths.length === 0) {
    throw new Error(`${path}: ${host} leads nowhere: name a path, or leave paths out`);
  }
  const grpc = options.protocol === RouteProtocol.GRPC;
  const containerPort = exposedPort(workload, options.port);
  const gateway = options.gateway ?? gatewayOf(workload, options);
  if (gateway.node.root !== workload.node.root) {
    throw new Error(`${path}: ${gateway.node.path} is of another App: make a Gateway in this one`);
  }
  const service = options.service ?? servicesOf(workload)[0]
    ?? remembered(workload, makeService({ port: containerPort, targetPort: containerPort, name: grpc ? 'grpc' : 'http' }));
  const exposure: Exposure = {
    construct: workload,
    tenant,
    host,
    paths,
    containerPort,
    service: service.name,
    servicePort: servicePort(path, service, containerPort),
    grpc,
    authentication: options.authentication?._facts,
    certificate: options.certificate,
    limit: options.rateLimit === undefined ? undefined : limitOf(path, options.rateLimit),
  };
  gateway._expose(exposure);
  return gateway;
}

/** The port that is named, or the only one that is served. */
function exposedPort(workload: kplus.Workload, named: number | undefined): number {
  const { path } = workload.node;
  const served = servedPorts(workload).filter(({ protocol }) => protocol === 'TCP');
  const port = named ?? (served.length === 1 ? served[0].number : undefined);
  if (port === undefined || !served.some(({ number }) => number === checkedPort(path, port))) {
    throw new Error(served.length === 0 ? `${path}: it serves no TCP port that could be exposed: give a container a portNumber`
      : `${path}: ${port === undefined ? 'it is not said which port is exposed' : `${port} is exposed, which it does not serve`}: it serves ${portNames(served)}`);
  }
  return port;
}

/** The port of a Service that leads to one of the containers. */
function servicePort(path: string, { node, ports }: kplus.Service, containerPort: number): number {
  const port = ports.find(({ port: own, targetPort = own, protocol = kplus.Protocol.TCP }) =>
    targetPort === containerPort && protocol === kplus.Protocol.TCP);
  if (port === undefined) {
    throw new Error(`${path}: no port of its Service ${node.path} leads to ${containerPort}: give it one, or name another Service`);
  }
  return port.port;
}

/** The one Gateway of the tenant, made where there is none. */
function gatewayOf(workload: kplus.Workload, { through }: ExposeOptions): Gateway {
  const { path, scopes } = workload.node;
  const tenant = scopes.find((scope: IConstruct) => TENANT.own(scope) !== undefined)!;
  const all = GATEWAYS.own(tenant) ?? [];
  const known = all.filter(gateway => through === undefined || gateway._through === through);
  if (known.length > 1) {
    throw new Error(`${path}: its tenant has several gateways (${known.map(gateway => gateway.node.path).join(', ')}): say which, with gateway`);
  }
  return known[0] ?? new Gateway(tenant as Construct, all.length === 0 ? 'gateway' : `gateway-${through}`, { through });
}

function limitOf(path: string, { requests, per }: RateLimit): Limit {
  const seconds = per?.toSeconds() ?? 1;
  if (!Number.isInteger(requests) || requests < 1 || !UNITS.includes(seconds)) {
    throw new Error(`${path}: ${requests} requests in ${seconds} seconds is no rateLimit: give a whole number from 1, for each second, minute or hour`);
  }
  return { requests, seconds };
}
