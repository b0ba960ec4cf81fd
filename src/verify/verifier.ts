import { Catalogue } from '../controls/catalogue';
import { Outcome } from '../controls/inventory-control';
import { parametersOn } from '../controls/platform-parameters';
import { Inventory } from '../inventory/inventory';
import { Manifest, partsOf } from '../inventory/manifest';
import { KubernetesVersion } from '../model/kubernetes-version';
import { Severity, SeverityOrder } from '../model/severity';
import { Packs } from '../packs';
import { Acceptance } from './acceptance';
import { ScopedAcknowledgement } from './acknowledgement';
import { today } from './day';
import { findingOf, labelOf, Locate, unreadIn } from './finding';
import { Source } from './input';
import { Judge, Rule } from './judge';
import { Judges } from './judges';
import { patchOf } from './patch';
import { Policies, readPolicies } from './policy/policies';
import { requester } from './policy/requester';
import { AcknowledgedFinding, Evidence, Finding, Report, ReportError } from './report/report';
import { Tally } from './tally';
import { VerifierOptions } from './verifier-options';

/** Judges manifests and says what it found, what it looked at, and what it could not. */
export class Verification {
  private readonly judges: Judges;
  private readonly byId: ReadonlyMap<string, Rule>;
  private readonly policies: Policies;
  private readonly target: KubernetesVersion;
  private readonly today: string;

  /**
   * @param judgedSome is told how many objects were judged, of how many
   * @throws if a pack, a control or the target does not exist, or the day is none
   */
  public constructor(private readonly options: VerifierOptions = {}, private readonly judgedSome: (done: number, all: number) => void = () => {}) {
    this.target = KubernetesVersion._asked(options);
    this.today = today(options.now);
    const packs = options.packs ?? (options.controls === undefined ? ['csa'] : []);
    const chosen = Packs._asked({ ...options, packs });
    const own = options.ownControls ?? [];
    const known = new Map([...Catalogue.all(), ...own].map(control => [control.id, control]));
    const controls = [...[...chosen].map(id => known.get(id) ?? Catalogue.get(id)), ...own];
    Object.keys({ ...options.parameters, ...options.severities }).forEach(id => known.get(id) ?? Catalogue.get(id));
    const by = requester(options.user, options.groups);
    this.policies = readPolicies(options.policies ?? [], { target: this.target, requester: by, taken: id => known.has(id) });
    const parameters = parametersOn(options.platform, options.parameters);
    this.judges = new Judges([...controls.map(control => new Judge(control, this.target, parameters[control.id])), ...this.policies.judges]);
    this.byId = new Map<string, Rule>([...known, ...this.policies.judges.map(({ control }) => [control.id, control] as const)]);
  }

  /** Verifies texts that were read. */
  public verifySources(sources: readonly Source[], context: readonly Source[], acknowledgements: readonly ScopedAcknowledgement[]): Report {
    const byFile = new Map(sources.map(source => [source.file, source]));
    const manifests = [...sources, ...context].flatMap(source => source.manifests);
    const errors = [...sources, ...context].flatMap(source => source.errors);
    return this.verify(manifests, errors, acknowledgements, ({ origin }, path) =>
      byFile.get(origin.file!)!.position(origin.document!, [...origin.prefix ?? [], ...path]));
  }

  /** Verifies manifests, wherever they come from. */
  public verify(
    manifests: readonly Manifest[], readErrors: readonly ReportError[], given: readonly ScopedAcknowledgement[], locate: Locate = () => ({}),
  ): Report {
    const files = new Set(manifests.map(({ origin }) => origin.file));
    const besidePolicies = this.policies.manifests.filter(({ origin }) => !files.has(origin.file));
    const inventory = new Inventory([...manifests, ...besidePolicies], this.options.complete ?? false);
    const errors: ReportError[] = [...readErrors, ...this.policies.errors, ...this.policies.judges.flatMap(judge => judge.begin(inventory) ?? [])];
    const judged = manifests.filter(manifest => manifest.judged);
    const accepted = new Acceptance(given, this.byId, new Set(this.judges.all.map(judge => judge.control.id)), this.today, errors);
    const findings: Finding[] = [];
    const acknowledged: AcknowledgedFinding[] = [];
    const tally = new Tally(this.judges.all.map(({ control }) => control.id));
    let own: readonly ScopedAcknowledgement[] = [];
    const said = new Set<string>();
    const parts = judged.flatMap(each => each.otherPods === undefined ? each : [each, ...partsOf(each)]);
    let done = 0;
    for (const { manifest, subjects, asked, verdicts } of this.judges.verdicts(parts, inventory)) {
      this.judgedSome(done++, parts.length);
      if (manifest.isPart !== true) {
        own = accepted.ofObject(manifest);
        said.clear();
        tally.endObject();
      }
      const isOneOfSeveral = manifest.isPart === true || manifest.otherPods !== undefined;
      asked.forEach((index, nth) => {
        const { outcome, violations, errors: faults } = verdicts[nth];
        const judge = this.judges.all[index];
        if (faults.length > 0) {
          const { line } = locate(manifest, []);
          errors.push(...faults.map(fault => ({ file: manifest.origin.file, line, message: `${judge.control.id} on ${labelOf(manifest)}: ${fault}` })));
        }
        if (outcome === Outcome.NOT_APPLICABLE) {
          return;
        }
        if (outcome !== Outcome.FAILED) {
          tally.add(index, outcome, isOneOfSeveral);
          return;
        }
        let open = false;
        for (const violation of violations) {
          const row = accepted.find(own, judge.control.id, manifest, violation.container);
          const patch = patchOf(judge.control, violation, manifest, subjects, this.target);
          const finding = findingOf(judge.control, manifest, violation, locate, patch, this.options.severities);
          open ||= row === undefined;
          // What is said of the object is said once, however many pods it has.
          if (isOneOfSeveral && said.size === said.add(finding.fingerprint).size) {
            continue;
          }
          if (row === undefined) {
            findings.push(finding);
          } else {
            acknowledged.push({ ...finding, reason: row.reason, owner: row.owner, until: row.until });
          }
        }
        tally.add(index, open ? 'failed' : 'acknowledged', isOneOfSeveral);
      });
    }
    errors.push(...accepted.unused());
    tally.endObject();
    const evidence = tally.evidence(judged.length);
    const notices = [...this.policies.judges.flatMap(judge => judge.notices.take()), ...new Set(parts.flatMap(unreadIn))];
    return { ...this.report(judged.length, findings, acknowledged, evidence, errors), notices };
  }

  private report(objects: number, findings: Finding[], acknowledged: AcknowledgedFinding[], evidence: Evidence[], errors: ReportError[]): Report {
    const severities = [Severity.CRITICAL, Severity.HIGH, Severity.MEDIUM, Severity.LOW];
    return {
      schemaVersion: '1',
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      tool: { name: 'cdk8s-bulwark', version: require('../../package.json').version },
      summary: {
        target: this.target.toString(),
        objects,
        findings: findings.length,
        bySeverity: Object.fromEntries(severities.map(severity => [severity, findings.filter(finding => finding.severity === severity).length])),
        acknowledged: acknowledged.length,
        undetermined: evidence.reduce((sum, { undetermined }) => sum + undetermined, 0),
        errors: errors.length,
      },
      findings: findings.sort((a, b) => SeverityOrder.compare(b.severity, a.severity)),
      acknowledged,
      evidence,
      errors,
    };
  }
}
