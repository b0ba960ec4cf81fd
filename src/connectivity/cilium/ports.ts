import { writtenHttp } from './http';
import { JsonObject } from '../../inventory/manifest';
import { Ports, Rule } from '../direction';
import { Endpoint, namedPorts } from '../endpoint';
import { PortSet, PROTOCOLS, Protocol } from '../port-set';
import { mappingIn, mappingsIn } from '../shape';

/** A part of a rule: ports, and the requests that are let through on them. */
type OnPorts = Pick<Rule, 'ports' | 'requests'>;

/** @throws if it has not the shape that it must have */
export function ciliumPorts(toPorts: unknown, field: string): OnPorts[] {
  const parts = mappingsIn(toPorts, field);
  return parts.length === 0 ? [{ ports: () => PortSet.ALL }] : parts.map((part, index) => {
    const place = `${field}[${index}]`;
    const each = mappingsIn(part.ports, `${place}.ports`).map(portOf);
    const rules = mappingIn(part.rules, `${place}.rules`);
    return {
      ports: each.length === 0 ? () => PortSet.ALL : listening => each.map(ports => ports(listening)).reduce((all, one) => all.or(one)),
      requests: requestsOf(rules, place),
    };
  });
}

/** Without a protocol, all of them are meant, and so are all ports by 0. */
function portOf({ port, endPort, protocol = 'ANY' }: JsonObject): Ports {
  const protocols = PROTOCOLS.filter(each => protocol === 'ANY' || each === protocol);
  const number = Number(port);
  const last = endPort === undefined || endPort === 0 ? number : endPort;
  const of = (each: Protocol, listening: Endpoint) => Number.isNaN(number) ? namedPorts(listening, String(port), each)
    : number === 0 ? PortSet.of(each) : PortSet.of(each, number, last);
  return listening => protocols.map(each => of(each, listening)).reduce((all, one) => all.or(one), PortSet.NONE);
}

function requestsOf({ http, kafka, dns, l7proto }: JsonObject, place: string): string | undefined {
  if (http !== undefined) {
    return writtenHttp(mappingsIn(http, `${place}.rules.http`));
  }
  const names = mappingsIn(dns, `${place}.rules.dns`).map(({ matchName, matchPattern }) => matchName ?? matchPattern);
  return dns !== undefined ? names.includes('*') ? undefined : `for ${names.join(',')}` : kafka !== undefined ? 'some requests of Kafka' : l7proto !== undefined ? `some requests of ${l7proto}` : undefined;
}
