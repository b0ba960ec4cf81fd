import { AddressRange, EVERYWHERE, writtenRange } from './address-range';
import { allOf, Edge, Encryption, Flow } from './edge';
import { grouped } from './grouped';
import { bothOf } from './permission';

/** One end of an edge: a name, or addresses outside the cluster. */
export type End = string | AddressRange;

/** An edge whose addresses are not put together yet. */
export interface Part extends Flow {
  readonly source: End;
  readonly destination: End;

  /** How it travelled, where that has changed. */
  readonly before?: Encryption;
}

/** Edges between two ends, one for each kind of flow. */
export function partsOf(source: End, destination: End, flows: readonly Flow[]): Part[] {
  return flows.filter(({ connections }) => !connections.isEmpty).map(flow => ({ ...flow, source, destination }));
}

/** What is let through now and was not: also where only some requests were. */
export function openedOf(before: readonly Flow[], after: readonly Flow[]): Flow[] {
  return after.map(flow => ({ ...flow, connections: flow.connections.without(covering(before, flow)) }));
}

/** What was let through and is no more: also where only some requests still are. */
export function closedOf(before: readonly Flow[], after: readonly Flow[]): Flow[] {
  return before.flatMap(flow => {
    const gone = flow.connections.without(covering(after, flow));
    const narrowed = after.map(each => ({ ...flow, connections: each.connections.and(gone), requests: bothOf(flow.requests, `all but ${each.requests}`) }));
    return [{ ...flow, connections: gone.without(allOf(after)) }, ...narrowed];
  });
}

/** What is let through in both, and travels otherwise. */
export function reencryptedOf(before: readonly Flow[], after: readonly Flow[]): (Flow & { readonly before?: Encryption })[] {
  return after.flatMap(flow => before.filter(({ encryption }) => encryption !== flow.encryption)
    .map(was => ({ ...flow, connections: flow.connections.and(was.connections), before: was.encryption })));
}

/** The connections on which others let through what a flow does, or more. */
function covering(others: readonly Flow[], { requests }: Flow) {
  return allOf(others.filter(other => other.requests === undefined || other.requests === requests));
}

/** The flows of parts by their ends. */
export function byEnds(parts: readonly Part[]): Map<string, Part[]> {
  return grouped(parts, ({ source, destination }) => `${source} => ${destination}`);
}

/** Addresses side by side that are treated alike are one edge. */
export function joined(parts: readonly Part[]): (Edge & { readonly before?: Encryption })[] {
  const ranges = new Map<string, [first: number, last: number][]>();
  const edges = new Map<string, Part>();
  for (const part of parts) {
    const { source, destination, connections, requests, encryption, authenticated, before } = part;
    const key = [source, destination].map(end => typeof end === 'string' ? end : '').concat(String(connections), requests ?? '', encryption ?? '', String(authenticated), before ?? '').join('\n');
    const addresses = typeof source !== 'string' ? source : typeof destination !== 'string' ? destination : undefined;
    edges.set(key, part);
    if (addresses !== undefined) {
      const own = ranges.get(key) ?? [];
      const last = own[own.length - 1];
      if (last !== undefined && last[1] + 1 === addresses[0]) {
        last[1] = addresses[1];
      } else {
        own.push([...addresses]);
      }
      ranges.set(key, own);
    }
  }
  const named = (end: End, range: AddressRange) => typeof end === 'string' ? end : `${writtenRange(range)}[External]`;
  return [...edges].flatMap(([key, part]) => (ranges.get(key) ?? [EVERYWHERE])
    .map(range => ({ ...part, source: named(part.source, range), destination: named(part.destination, range) })));
}
