import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { IConstruct } from 'constructs';
import { Endpoint } from './endpoint';
import { ServiceOfWorkload, WaypointKind } from './mesh/waypoint-kind';
import { onceAPass, renderingOf } from '../hardening/pass';
import { addLastStep } from '../hardening/render';
import { watch } from '../hardening/watch';
import { makesPods } from '../inventory/demand-replicas';
import { JsonObject } from '../inventory/manifest';
import { containersOf, podTemplateOf } from '../model/pod-template';
import { groupKindOf } from '../model/scope-of-kinds';

type Labels = { readonly [label: string]: unknown };

/** Pods as a Service selects them, and the ports that it may name. */
interface Selectable {
  readonly labels: Labels;
  readonly ports: readonly { readonly name?: string; readonly number: number }[];
}

/** Labels those Services of a tenant, also later ones, whose workload has a waypoint before it. What their author has written is kept. */
export function labelServices(tenant: Endpoint, { serviceLabels }: WaypointKind): void {
  const labelled = (rendered: JsonObject) => {
    const owner = isService(rendered) ? ownerOf(rendered, tenant) : undefined;
    const isBehind = owner !== undefined && tenant.members.some(member => member.waypoint !== undefined && objectOf(member) === owner);
    return isBehind ? { ...rendered, metadata: { ...rendered.metadata, labels: { ...serviceLabels, ...rendered.metadata.labels } } } : rendered;
  };
  // What kind an object is of, nobody knows yet when it is noticed.
  watch(scopeOf(tenant), apiObject => addLastStep(apiObject, labelled));
}

/** The Services of a workload whose requests go through its waypoint. */
export function servicesBefore(workload: Endpoint): readonly ServiceOfWorkload[] {
  const tenant = workload.group!;
  // Of all workloads at once: each Service is looked at once.
  return onceAPass(scopeOf(tenant), tenant, () => byOwner(tenant, workload.mesh.waypoints!)).get(objectOf(workload)) ?? [];
}

function byOwner(tenant: Endpoint, { serviceLabels }: WaypointKind): ReadonlyMap<IConstruct, readonly ServiceOfWorkload[]> {
  const found = new Map<IConstruct, ServiceOfWorkload[]>();
  const pods = podsOf(tenant);
  for (const service of objectsBelow(scopeOf(tenant)).filter(isService).map(renderingOf)) {
    const owner = isSubset(serviceLabels, service.metadata.labels ?? {}) ? ownerOf(service, tenant) : undefined;
    if (owner !== undefined) {
      found.set(owner, [...found.get(owner) ?? [], { name: service.metadata.name, ports: portsOf(service, pods.get(owner)!) }]);
    }
  }
  return found;
}

/**
 * What makes the pods that a Service leads to, where it is one thing alone: a waypoint could not tell who of several gets a request. A Service without an address
 * gives clients the addresses of pods, and what is sent to these goes through no waypoint of Services.
 */
function ownerOf({ spec }: JsonObject, tenant: Endpoint): IConstruct | undefined {
  const selector: Labels = spec.selector ?? {};
  const selected = Object.keys(selector).length === 0 || spec.clusterIP === 'None' || spec.type === 'ExternalName' ? []
    : [...podsOf(tenant)].filter(([, { labels }]) => isSubset(selector, labels));
  return selected.length === 1 ? selected[0][0] : undefined;
}

function portsOf({ spec }: JsonObject, pods: Selectable): ServiceOfWorkload['ports'] {
  return ((spec.ports ?? []) as readonly JsonObject[]).filter(({ protocol = 'TCP' }) => protocol === 'TCP').flatMap(({ port, targetPort = port }) => {
    const target = typeof targetPort === 'number' ? targetPort : pods.ports.find(({ name }) => name === targetPort)?.number;
    return target === undefined ? [] : [{ port, target }];
  });
}

/** The pods of a tenant, by the objects that make them. Those of workloads are known without rendering them. */
function podsOf(tenant: Endpoint): ReadonlyMap<IConstruct, Selectable> {
  const scope = scopeOf(tenant);
  return onceAPass(scope, tenant.members, () => {
    const known = new Map(tenant.members.flatMap((member): [IConstruct, Selectable][] => {
      const { construct } = member.pods;
      return construct instanceof kplus.Workload ? [[objectOf(member), selectable(construct, tenant)]] : [];
    }));
    const others = objectsBelow(scope).filter(apiObject => !known.has(apiObject) && makesPods(groupKindOf(apiObject.apiVersion, apiObject.kind)));
    return new Map([...known, ...others.flatMap((apiObject): [IConstruct, Selectable][] => {
      const pods = podTemplateOf(renderingOf(apiObject))?.template;
      return pods === undefined ? [] : [[apiObject, { labels: pods.metadata?.labels as Labels ?? {}, ports: portsIn(pods.spec) }]];
    })]);
  });
}

function selectable({ podMetadata, containers, initContainers }: kplus.Workload, { tenant }: Endpoint): Selectable {
  return { labels: { ...tenant!.labels, ...podMetadata.toJson()?.labels }, ports: [...containers, ...initContainers].flatMap(({ ports }) => ports) };
}

function portsIn(spec: Readonly<Record<string, unknown>>): Selectable['ports'] {
  return containersOf(spec).flatMap(({ container }) => (container.ports ?? []) as readonly JsonObject[])
    .map(({ name, containerPort }) => ({ name, number: containerPort }));
}

function isSubset(wanted: Labels, labels: Labels): boolean {
  return Object.entries(wanted).every(([label, value]) => labels[label] === value);
}

function objectsBelow(scope: IConstruct): ApiObject[] {
  return scope.node.findAll().filter(ApiObject.isApiObject);
}

function isService({ apiVersion, kind }: JsonObject): boolean {
  return apiVersion === 'v1' && kind === 'Service';
}

function objectOf({ pods: { construct } }: Endpoint): IConstruct {
  return ApiObject.of(construct);
}

/** The construct of a tenant holds the one that stands for all its pods. */
function scopeOf({ pods: { construct } }: Endpoint): IConstruct {
  return construct.node.scope!;
}
