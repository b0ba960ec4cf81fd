import { Event, EVENT_ID } from 'js-yaml';

const MAXIMAL_NODES = 1_000_000;

/** What is wrong with a document's aliases, and where: an offset. */
export class AliasFault extends Error {
  public constructor(message: string, public readonly offset: number) {
    super(message);
  }
}

/**
 * Refuses a document whose aliases lead back to themselves, or multiply it beyond measure: a kilobyte can stand for more than a memory holds.
 *
 * @throws AliasFault
 */
export function checkAliases(events: readonly Event[], source: string): void {
  new Expansion(events, source).sizeOf(1);
}

/** The number of nodes below a node with every alias written out, and the index of what follows it. */
interface Size { readonly nodes: number; readonly next: number }

class Expansion {
  private readonly byAnchor = new Map<string, number>();

  public constructor(private readonly events: readonly Event[], private readonly source: string) {}

  public sizeOf(at: number): Size {
    const event = this.events[at];
    if (event.type === EVENT_ID.ALIAS) {
      return { nodes: this.named(event.anchorStart, event.anchorEnd), next: at + 1 };
    }
    const anchor = 'anchorStart' in event && event.anchorStart >= 0 ? this.source.slice(event.anchorStart, event.anchorEnd) : undefined;
    if (anchor !== undefined) {
      this.byAnchor.set(anchor, NaN);
    }
    let nodes = 1;
    let next = at + 1;
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) {
      while (this.events[next].type !== EVENT_ID.POP) {
        const child = this.sizeOf(next);
        nodes += child.nodes;
        next = child.next;
      }
      next++;
      if (nodes > MAXIMAL_NODES) {
        throw new AliasFault(`its aliases stand for more than ${MAXIMAL_NODES} nodes; write less of it by alias`, event.start);
      }
    }
    if (anchor !== undefined) {
      this.byAnchor.set(anchor, nodes);
    }
    return { nodes, next };
  }

  private named(start: number, end: number): number {
    const name = this.source.slice(start, end);
    const nodes = this.byAnchor.get(name);
    if (nodes !== undefined && Number.isNaN(nodes)) {
      throw new AliasFault(`the alias *${name} leads back to itself`, start);
    }
    // One without an anchor is refused where values are made.
    return nodes ?? 1;
  }
}
