import { Finding, Report } from './report';
import { comparePartIds } from '../../model/part-order';
import { RecommendationPart } from '../../model/recommendation';

/** The findings of one part of the recommendations, in two reports. */
export interface ComparedPart {
  /** The part's id, such as `2.3`. */
  readonly part: string;
  /** What the part asks for, in our words. */
  readonly asks: string;
  /** Findings in the report before. */
  readonly before: number;
  /** Findings in the report after. */
  readonly after: number;
}

/** Two reports on the same objects, such as before and after hardening, part by part of the recommendations. */
export class Comparison {
  /** The findings of both, for every part that has one in either, in the order of the document. */
  public readonly parts: ComparedPart[];

  /**
   * @param before the earlier report
   * @param after the later report
   */
  public constructor(before: Report, after: Report) {
    const counts = [before, after].map(({ findings }) => countByPart(findings));
    const ids = new Set(counts.flatMap(count => [...count.keys()]));
    this.parts = [...ids].sort(comparePartIds).map(part => ({
      part,
      asks: RecommendationPart.all().find(({ id }) => id === part)?.asks ?? '',
      before: counts[0].get(part) ?? 0,
      after: counts[1].get(part) ?? 0,
    }));
  }

  /** As a table: a line a part, and the sum. Such as `2.3  Containers are not privileged.  4 -> 0`. */
  public toString(): string {
    const sum = (of: (part: ComparedPart) => number) => this.parts.reduce((total, part) => total + of(part), 0);
    const rows = [...this.parts, { part: '', asks: 'all', before: sum(part => part.before), after: sum(part => part.after) }];
    const width = (of: (part: ComparedPart) => string) => Math.max(...rows.map(row => of(row).length));
    const widths = [width(({ part }) => part), width(({ asks }) => asks), width(({ before }) => `${before}`), width(({ after }) => `${after}`)];
    return rows.map(({ part, asks, before, after }) =>
      `${part.padEnd(widths[0])}  ${asks.padEnd(widths[1])}  ${`${before}`.padStart(widths[2])} -> ${`${after}`.padStart(widths[3])}\n`).join('');
  }
}

function countByPart(findings: readonly Finding[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { recommendation } of findings) {
    counts.set(recommendation, (counts.get(recommendation) ?? 0) + 1);
  }
  return counts;
}
