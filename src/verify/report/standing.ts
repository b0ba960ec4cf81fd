import { AcknowledgedFinding, Evidence, Finding, Report } from './report';
import { rulesOf } from './rules';
import { Recommendation, RecommendationPart } from '../../model/recommendation';

/** How a part of the recommendations stands, the gravest first. */
export enum State {
  FINDINGS = 'findings',
  ACKNOWLEDGED = 'acknowledged',
  OPEN = 'open',
  HOLDS = 'holds',
  NOTHING_JUDGED = 'nothing judged',
}

/** A part of a recommendation, with everything that was found and looked at. */
export interface PartStanding {
  readonly part: RecommendationPart;
  readonly state: State;
  readonly findings: readonly Finding[];
  readonly acknowledged: readonly AcknowledgedFinding[];
  readonly evidence: readonly Evidence[];
}

/** A recommendation: it stands as the gravest of its parts. */
export interface Standing {
  readonly recommendation: Recommendation;
  readonly state: State;
  readonly parts: readonly PartStanding[];
}

const ORDER = Object.values(State);

/** How all 17 recommendations stand. What nothing exercised holds no evidence, and no tick. What only the baseline accepts is still a finding here. */
export function standingOf(report: Report): Standing[] {
  const partOf = new Map(rulesOf(report).map(({ id, recommendation }) => [id, recommendation]));
  return Recommendation.all().map(recommendation => {
    const parts = recommendation.parts.map(part => standingOfPart(part, report, partOf));
    return { recommendation, parts, state: ORDER.find(state => parts.some(part => part.state === state))! };
  });
}

function standingOfPart(part: RecommendationPart, report: Report, partOf: ReadonlyMap<string, string>): PartStanding {
  const own = ({ control }: { readonly control: string }) => partOf.get(control) === part.id;
  const findings = [...report.findings, ...report.baseline ?? []].filter(own);
  const acknowledged = report.acknowledged.filter(own);
  const evidence = report.evidence.filter(own);
  const some = (of: (row: Evidence) => number) => evidence.some(row => of(row) > 0);
  return {
    part,
    findings,
    acknowledged,
    evidence,
    state: findings.length > 0 ? State.FINDINGS
      : acknowledged.length > 0 ? State.ACKNOWLEDGED
        : some(({ undetermined }) => undetermined) ? State.OPEN
          : some(({ passed }) => passed) ? State.HOLDS : State.NOTHING_JUDGED,
  };
}
