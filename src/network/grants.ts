import { Port } from './port';
import { alternatives, isEvery, Requests } from './requests';

/** What one side says of an edge at one time: on these ports, or on all that are served, these requests. */
export interface Grant {
  readonly ports?: readonly number[];
  readonly requests: Requests;
}

/** What one side has said of an edge: any of it holds. */
export class Grants {
  private readonly all: Grant[] = [];

  public add(grant: Grant): void {
    this.all.push(grant);
  }

  /** The requests that are allowed on a port: one of these alternatives, nothing where there is none. Only TCP carries requests. */
  public on({ number, protocol }: Port): Requests[] {
    return alternatives(this.all.filter(({ ports, requests }) => (ports?.includes(number) ?? true) && (protocol === 'TCP' || isEvery(requests)))
      .map(({ requests }) => requests));
  }

  /** Whether some of it is about requests. */
  public get readsRequests(): boolean {
    return this.all.some(({ requests }) => !isEvery(requests));
  }

  /** The ports that are named and not served. */
  public notAmong(served: readonly Port[]): number[] {
    const numbers = new Set(served.map(({ number }) => number));
    return [...new Set(this.all.flatMap(({ ports }) => ports ?? []))].filter(number => !numbers.has(number)).sort((a, b) => a - b);
  }
}
