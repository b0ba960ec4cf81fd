import { Report } from './report';
import { Catalogue } from '../../controls/catalogue';
import { Reference } from '../../model/reference';
import { Severity } from '../../model/severity';

/** What a report's reader should know of a control or a policy that judged. */
export interface ReportedRule {
  readonly id: string;

  /** The good state, in one line. */
  readonly title: string;

  /** The part of the recommendations. Empty for what serves none that is known here. */
  readonly recommendation: string;
  readonly severity: Severity;
  readonly message: string;
  readonly remediation: string;
  readonly references: readonly Reference[];
}

/** Everything that judged, in the order of the evidence. Of what is not in the library, such as a policy, only its findings tell. */
export function rulesOf({ evidence, findings, acknowledged, baseline = [], gone = [] }: Report): ReportedRule[] {
  const library = new Map(Catalogue.all().map(control => [control.id, control]));
  const told = new Map([...findings, ...acknowledged, ...baseline, ...gone].map(finding => [finding.control, finding]));
  const ids = new Set([...evidence.map(({ control }) => control), ...told.keys()]);
  return [...ids].map(id => {
    const finding = told.get(id);
    return library.get(id) ?? {
      id,
      title: id,
      recommendation: finding?.recommendation ?? '',
      severity: finding?.severity ?? Severity.HIGH,
      message: finding?.message ?? id,
      remediation: finding?.remediation ?? '',
      references: [],
    };
  });
}
