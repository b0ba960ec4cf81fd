import * as kplus from 'cdk8s-plus-28';
import { AllowOptions } from './allow-options';
import { allow, Edge, sameTenant, workloadsOf } from './edge';
import { Endpoint } from './endpoint';
import { makeObjects } from './endpoint-objects';
import { OUTSIDE } from './outside';
import { endpointOf } from './peer';
import { checkedPort } from './port';
import { checkedRequests, EVERY_REQUEST } from './requests';

/** Lets pods reach a peer, as they say. */
export function allowTo(self: Endpoint, peer: kplus.INetworkPolicyPeer, options: AllowOptions): void {
  checkOptions(self.path, options, peer.node.path);
  const outside = OUTSIDE.own(peer);
  if (outside === undefined) {
    const server = endpointOf(peer, self);
    declare(self, self, server, options);
    return;
  }
  outside.allow(self, options);
  makeObjects(self, []);
}

/** Lets a peer reach pods, as they say. */
export function acceptFrom(self: Endpoint, peer: kplus.INetworkPolicyPeer, options: AllowOptions): void {
  checkOptions(self.path, options, peer.node.path);
  const outside = OUTSIDE.own(peer);
  if (outside === undefined) {
    const client = endpointOf(peer, self);
    declare(self, client, self, options);
    return;
  }
  outside.accept(self, options);
  makeObjects(self);
}

/** Says, as one of the two, that a client may reach a server, and makes the objects that this needs. */
export function declare(by: Endpoint, client: Endpoint, server: Endpoint, { ports, methods, paths }: AllowOptions): void {
  allow(by, client, server, { ports, requests: checkedRequests(by.path, { methods, paths }) });
  makeObjects(client, []);
  const edge: Edge[] = [{ client, server }];
  makeObjects(server, isOne(client) && isOne(server) ? edge : undefined);
  if (!isOne(server)) {
    workloadsOf(server).filter(each => each.mesh.perWorkload || !sameTenant(by, each)).forEach(each => makeObjects(each));
  }
  if (!isOne(client) || !isOne(server)) {
    [client, server].flatMap(({ group, members }) => [...group === undefined ? [] : [group], ...members]).forEach(each => makeObjects(each));
  }
}

/** Lets all members of an owner reach each other. */
export function allowInternal(owner: Endpoint, { ports }: AllowOptions): void {
  checkOptions(owner.path, { ports }, owner.path);
  owner.internal.add({ ports, requests: EVERY_REQUEST });
  owner.isInternal = true;
  owner.members.forEach(tenant => {
    makeObjects(tenant);
    tenant.members.filter(({ mesh }) => mesh.perWorkload).forEach(each => makeObjects(each));
  });
}

/** @throws if a port is none, or there is none */
function checkOptions(path: string, { ports }: AllowOptions, peer: string): void {
  ports?.forEach(port => checkedPort(path, port));
  if (ports?.length === 0) {
    throw new Error(`${path}: an edge between it and ${peer} names no port: give at least one, or leave ports out`);
  }
}

function isOne({ pods, foreign }: Endpoint): boolean {
  return foreign || pods.serviceAccount !== undefined;
}
