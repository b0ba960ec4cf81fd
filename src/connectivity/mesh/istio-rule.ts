import { Client } from './client';
import { istioSource, ReadSource, textsIn } from './istio-source';
import { JsonObject } from '../../inventory/manifest';
import { ALL_TCP, bothOf } from '../permission';
import { PortSet } from '../port-set';
import { mappingIn, mappingsIn } from '../shape';

/** One way to meet a rule of an AuthorizationPolicy. */
export interface IstioRule {
  readonly isFrom: (client: Client) => boolean;
  readonly ports: PortSet;

  /** What only shows in a request, as in `GET /api/*`; nothing where all of them meet it. */
  readonly requests?: string;
}

/** Everybody, on every port: a rule that says nothing. */
const EVERYBODY: ReadSource = { isFrom: () => true };

/** Conditions that say what a source or an operation says too. */
const AS_SOURCE: { readonly [key: string]: string } = { 'source.principal': 'principals', 'source.namespace': 'namespaces', 'source.ip': 'ipBlocks', 'source.serviceAccount': 'serviceAccounts' };
const PORT = 'destination.port';

/**
 * All ways to meet a rule: one of its sources, with one of its operations, under all of its conditions.
 *
 * @throws if it has not the shape that it must have
 */
export function istioRules(rule: JsonObject, field: string, namespace: string): IstioRule[] {
  const from = mappingsIn(rule.from, `${field}.from`)
    .map(({ source }, index) => istioSource(mappingIn(source, `${field}.from[${index}].source`), `${field}.from[${index}].source`, namespace));
  const to = mappingsIn(rule.to, `${field}.to`)
    .map(({ operation }, index) => operationOf(mappingIn(operation, `${field}.to[${index}].operation`), `${field}.to[${index}].operation`));
  const when = mappingsIn(rule.when, `${field}.when`).map((condition, index) => conditionOf(condition, `${field}.when[${index}]`, namespace));
  return (from.length === 0 ? [EVERYBODY] : from).flatMap(source => (to.length === 0 ? [operationOf({}, field)] : to).map(operation => ({
    isFrom: client => source.isFrom(client) && when.every(({ isFrom }) => isFrom(client)),
    ports: when.reduce((ports, each) => ports.and(each.ports), operation.ports),
    requests: [source.condition, ...when.map(({ requests }) => requests)].reduce(bothOf, operation.requests),
  })));
}

function operationOf(operation: JsonObject, field: string): Pick<IstioRule, 'ports' | 'requests'> {
  const texts = (name: string) => textsIn(operation[name], `${field}.${name}`);
  const words = [
    ...listed(texts('methods')), ...listed(texts('notMethods'), 'not '), ...listed(texts('paths')), ...listed(texts('notPaths'), 'not '),
    ...listed(texts('hosts'), 'of '), ...listed(texts('notHosts'), 'not of '),
  ];
  return { ports: portsOf(texts('ports'), texts('notPorts')), requests: words.length === 0 ? undefined : words.join(' ') };
}

function listed(values: readonly string[], before = ''): string[] {
  return values.length === 0 ? [] : [`${before}${values.join(',')}`];
}

function portsOf(ports: readonly string[], notPorts: readonly string[]): PortSet {
  const union = (numbers: readonly string[]) => numbers.map(number => PortSet.of('TCP', Number(number))).reduce((all, each) => all.or(each), PortSet.NONE);
  return (ports.length === 0 ? ALL_TCP : union(ports)).without(union(notPorts));
}

function conditionOf({ key, values, notValues }: JsonObject, field: string, namespace: string): IstioRule {
  const [wanted, unwanted] = [textsIn(values, `${field}.values`), textsIn(notValues, `${field}.notValues`)];
  const name = AS_SOURCE[key];
  if (name !== undefined) {
    const source = istioSource({ [name]: wanted, [`not${name[0].toUpperCase()}${name.slice(1)}`]: unwanted }, field, namespace);
    return { isFrom: source.isFrom, ports: ALL_TCP };
  }
  return key === PORT ? { ...EVERYBODY, ports: portsOf(wanted, unwanted) }
    : { ...EVERYBODY, ports: ALL_TCP, requests: `when ${key}${wanted.length === 0 ? '' : ` is ${wanted.join(',')}`}${unwanted.length === 0 ? '' : ` is not ${unwanted.join(',')}`}` };
}
