import { Client } from './client';
import { IstioRule, istioRules } from './istio-rule';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Workload } from '../endpoint';
import { ALL_TCP, anyOfThem, limitedOn, Permission } from '../permission';
import { PortSet } from '../port-set';
import { mappingIn, mappingsIn, selectorIn } from '../shape';

/** What stands in it is for the whole mesh. */
export const ROOT_NAMESPACE = 'istio-system';

/** The class of Istio's own waypoints. */
const WAYPOINT_CLASS = 'istio-waypoint';

/** A Service, which policies name. */
export interface ServiceName { readonly namespace: string; readonly name: string }

/** What an AuthorizationPolicy is about in place of pods: a Gateway, a Service, or a GatewayClass. */
export interface Target { readonly kind: string; readonly name: string }

/** An AuthorizationPolicy of Istio, read. */
export interface IstioPolicy {
  readonly namespace: string;
  readonly action: 'ALLOW' | 'DENY' | 'CUSTOM' | 'AUDIT';
  readonly selector: { readonly [label: string]: string };
  readonly targets: readonly Target[];
  readonly rules: readonly IstioRule[];

  /** Who decides, where the action is CUSTOM. */
  readonly provider?: string;
}

/** @throws if it has not the shape that it must have */
export function istioPolicy({ object, namespace }: Manifest): IstioPolicy {
  const spec = mappingIn(object.spec, 'spec');
  const targets = [...spec.targetRef === undefined ? [] : [mappingIn(spec.targetRef, 'spec.targetRef')], ...mappingsIn(spec.targetRefs, 'spec.targetRefs')];
  return {
    namespace,
    action: spec.action ?? 'ALLOW',
    selector: selectorIn(spec.selector, 'spec.selector').matchLabels ?? {},
    targets: targets.map(({ kind, name }: JsonObject) => ({ kind, name })),
    rules: mappingsIn(spec.rules, 'spec.rules').flatMap((rule, index) => istioRules(rule, `spec.rules[${index}]`, namespace)),
    provider: spec.provider?.name,
  };
}

/** Whether a policy is about a workload's pods by their labels. */
export function isAboutPods({ namespace, selector, targets }: IstioPolicy, workload: Workload): boolean {
  return targets.length === 0 && [workload.namespace, ROOT_NAMESPACE].includes(namespace)
    && matchesLabels({ matchLabels: selector }, workload.labels);
}

/** Whether it is about the pods of a Gateway. */
export function isAboutGateway({ namespace, targets }: IstioPolicy, { id }: Workload): boolean {
  return targets.some(({ kind, name }) => kind === 'Gateway' && id === `${namespace}/${name}[Gateway]`);
}

/** Whether it is about what is sent to a Service. */
export function isAboutService({ namespace, targets }: IstioPolicy, service: ServiceName): boolean {
  return namespace === service.namespace && targets.some(({ kind, name }) => kind === 'Service' && name === service.name);
}

/** Whether it is about all waypoints, by their class. */
export function isAboutWaypoints({ namespace, targets }: IstioPolicy): boolean {
  return namespace === ROOT_NAMESPACE && targets.some(({ kind, name }) => kind === 'GatewayClass' && name === WAYPOINT_CLASS);
}

/**
 * What policies let a client do. Without one that allows, nothing is asked of anybody.
 *
 * @param seesRequests whether the proxy that enforces them looks into requests: one that does not, allows nothing that depends on them, and denies all of it
 */
export function admitted(policies: readonly IstioPolicy[], client: Client, seesRequests: boolean): Permission[] {
  const rulesOf = (action: IstioPolicy['action']) => policies.filter(policy => policy.action === action)
    .flatMap(({ rules, provider }) => rules.filter(rule => rule.isFrom(client)).map(rule => ({ ...rule, provider })));
  const allowing = policies.some(({ action }) => action === 'ALLOW')
    ? rulesOf('ALLOW').filter(({ requests }) => seesRequests || requests === undefined) : [{ ports: ALL_TCP }];
  const denying = rulesOf('DENY');
  const denied = denying.filter(({ requests }) => !seesRequests || requests === undefined).reduce((all, { ports }) => all.or(ports), PortSet.NONE);
  const open = anyOfThem(allowing).map(each => ({ ...each, ports: each.ports.without(denied) })).filter(({ ports }) => !ports.isEmpty);
  const less = denying.filter(({ requests }) => requests !== undefined).reduce((all, { ports, requests }) => limitedOn(all, ports, `but not ${requests}`), open);
  return rulesOf('CUSTOM').reduce((all, { ports, provider }) => limitedOn(all, ports, `if ${provider ?? 'somebody'} agrees`), less);
}
