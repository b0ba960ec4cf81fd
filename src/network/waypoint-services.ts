import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { Endpoint } from './endpoint';
import { ServiceOfWorkload, WaypointKind } from './mesh/waypoint-kind';
import { onceAPass, renderingOf } from '../hardening/pass';
import { addLastStep } from '../hardening/render';
import { watch } from '../hardening/watch';
import { makesPods } from '../inventory/demand-replicas';
import { JsonObject } from '../inventory/manifest';
import { containersOf, PodTemplate, podTemplateOf } from '../model/pod-template';
import { groupKindOf } from '../model/scope-of-kinds';

/** The pods of a tenant, by the construct of the object that makes them. */
type PodsOfTenant = ReadonlyMap<IConstruct, PodTemplate>;

/** Labels those Services of a tenant, also later ones, whose workload has a waypoint before it. What their author has written is kept. */
export function labelServices(tenant: Endpoint, { serviceLabels }: WaypointKind): void {
  const labelled = (rendered: JsonObject) => {
    const isBehind = isService(rendered) && tenant.members.some(member => member.waypoint !== undefined && leadsTo(rendered, member));
    return isBehind ? { ...rendered, metadata: { ...rendered.metadata, labels: { ...serviceLabels, ...labelsOf(rendered.metadata) } } } : rendered;
  };
  // What kind an object is of, nobody knows yet when it is noticed.
  watch(scopeOf(tenant), apiObject => addLastStep(apiObject, labelled));
}

/** The Services of a workload whose requests go through its waypoint. */
export function servicesBefore(workload: Endpoint): ServiceOfWorkload[] {
  const tenant = workload.group!;
  const wanted = Object.entries(workload.mesh.waypoints!.serviceLabels);
  return objectsBelow(scopeOf(tenant)).filter(isService).map(renderingOf)
    .filter(service => wanted.every(([label, value]) => labelsOf(service.metadata)[label] === value) && leadsTo(service, workload))
    .map(service => ({ name: service.metadata.name, ports: portsOf(service, podsOf(tenant).get(objectOf(workload))!) }));
}

/**
 * Whether a Service leads to the pods of a workload alone: where it leads to others too, a waypoint cannot tell who of them gets a request. One without an address
 * gives clients the addresses of pods, and what is sent to these goes through no waypoint of Services.
 */
function leadsTo({ spec }: JsonObject, workload: Endpoint): boolean {
  const selector = Object.entries(spec.selector ?? {});
  const selected = selector.length === 0 || spec.clusterIP === 'None' || spec.type === 'ExternalName' ? []
    : [...podsOf(workload.group!)].filter(([, { metadata }]) => selector.every(([label, value]) => labelsOf(metadata)[label] === value));
  return selected.length === 1 && selected[0][0] === objectOf(workload);
}

function portsOf({ spec }: JsonObject, { spec: pod }: PodTemplate): ServiceOfWorkload['ports'] {
  const named = containersOf(pod).flatMap(({ container }) => (container.ports ?? []) as readonly JsonObject[]);
  return ((spec.ports ?? []) as readonly JsonObject[]).filter(({ protocol = 'TCP' }) => protocol === 'TCP').flatMap(({ port, targetPort = port }) => {
    const target = typeof targetPort === 'number' ? targetPort : named.find(({ name }) => name === targetPort)?.containerPort;
    return target === undefined ? [] : [{ port, target }];
  });
}

/** Of objects that make pods alone: Services are rendered with what stands here. */
function podsOf(tenant: Endpoint): PodsOfTenant {
  return onceAPass(scopeOf(tenant), tenant, () => new Map(objectsBelow(scopeOf(tenant))
    .filter(({ apiVersion, kind }) => makesPods(groupKindOf(apiVersion, kind)))
    .flatMap((apiObject): [IConstruct, PodTemplate][] => {
      const pods = podTemplateOf(renderingOf(apiObject));
      return pods === undefined ? [] : [[apiObject, pods.template]];
    })));
}

function objectsBelow(scope: IConstruct): ApiObject[] {
  return scope.node.findAll().filter(ApiObject.isApiObject);
}

function isService({ apiVersion, kind }: JsonObject): boolean {
  return apiVersion === 'v1' && kind === 'Service';
}

function labelsOf(metadata: PodTemplate['metadata']): { readonly [label: string]: unknown } {
  return (metadata?.labels ?? {}) as { readonly [label: string]: unknown };
}

function objectOf({ pods: { construct } }: Endpoint): IConstruct {
  return ApiObject.of(construct);
}

/** The construct of a tenant holds the one that stands for all its pods. */
function scopeOf({ pods: { construct } }: Endpoint): IConstruct {
  return construct.node.scope!;
}
