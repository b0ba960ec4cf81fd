import { createHash } from 'node:crypto';
import { Catalogue } from '../controls/catalogue';
import { Outcome } from '../controls/inventory-control';
import { Inventory } from '../inventory/inventory';
import { Manifest, partsOf } from '../inventory/manifest';
import { KubernetesVersion } from '../model/kubernetes-version';
import { Severity, SeverityOrder } from '../model/severity';
import { Packs } from '../packs';
import { annotated, faultOf, ScopedAcknowledgement } from './acknowledgement';
import { today } from './day';
import { Source } from './input';
import { Judge, Rule, Verdict, Violation } from './judge';
import { Policies, readPolicies } from './policy/policies';
import { requester } from './policy/requester';
import { AcknowledgedFinding, Evidence, Finding, Report, ReportError } from './report/report';
import { Subjects } from './subjects';
import { VerifierOptions } from './verifier-options';
import { writtenPath } from './written-path';

/** A manifest's place, or nothing for objects of an app. */
type Locate = (manifest: Manifest, path: readonly (string | number)[]) => { readonly line?: number; readonly column?: number };

/** A control or a policy, ready to judge. */
interface Judging {
  readonly control: Rule;
  mayJudge(manifest: Manifest): boolean;
  judge(manifest: Manifest, inventory: Inventory, subjects: Subjects): Verdict;
}

/** Judges manifests and says what it found, what it looked at, and what it could not. */
export class Verification {
  private readonly judges: readonly Judging[];
  private readonly byId: ReadonlyMap<string, Rule>;
  private readonly policies: Policies;
  private readonly target: KubernetesVersion;
  private readonly today: string;
  private readonly byKind = new Map<string, readonly number[]>();

  /** @throws if a pack, a control or the target does not exist, or the day is none */
  public constructor(private readonly options: VerifierOptions = {}) {
    this.target = options.target === undefined ? KubernetesVersion.DEFAULT : KubernetesVersion.of(options.target);
    this.today = today(options.now);
    const packs = options.packs ?? (options.controls === undefined ? ['csa'] : []);
    const chosen = new Set([...packs.flatMap(pack => Packs.ids(pack)), ...options.controls ?? []]);
    const own = options.ownControls ?? [];
    const known = new Map([...Catalogue.all(), ...own].map(control => [control.id, control]));
    const controls = [...[...chosen].map(id => known.get(id) ?? Catalogue.get(id)), ...own];
    Object.keys({ ...options.parameters, ...options.severities }).forEach(id => known.get(id) ?? Catalogue.get(id));
    const by = requester(options.user, options.groups);
    this.policies = readPolicies(options.policies ?? [], { target: this.target, requester: by, taken: id => known.has(id) });
    this.judges = [...controls.map(control => new Judge(control, this.target, options.parameters?.[control.id])), ...this.policies.judges];
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
    const accepted = new Acceptance(given, this.byId, new Set(this.judges.map(judge => judge.control.id)), this.today, errors);
    const findings: Finding[] = [];
    const acknowledged: AcknowledgedFinding[] = [];
    const counts = this.judges.map(() => ({ passed: 0, failed: 0, acknowledged: 0, undetermined: 0 }));
    let own: readonly ScopedAcknowledgement[] = [];
    for (const manifest of judged.flatMap(each => each.otherPods === undefined ? each : [each, ...partsOf(each)])) {
      own = manifest.isPart ? own : accepted.ofObject(manifest);
      const subjects = new Subjects(manifest);
      this.judgesOf(manifest).forEach(index => {
        const judge = this.judges[index];
        const { outcome, violations, errors: faults } = judge.judge(manifest, inventory, subjects);
        if (faults.length > 0) {
          const { line } = locate(manifest, []);
          errors.push(...faults.map(fault => ({ file: manifest.origin.file, line, message: `${judge.control.id} on ${label(manifest)}: ${fault}` })));
        }
        if (outcome === Outcome.NOT_APPLICABLE) {
          return;
        }
        if (outcome !== Outcome.FAILED) {
          counts[index][outcome]++;
          return;
        }
        let open = false;
        for (const violation of violations) {
          const row = accepted.find(own, judge.control.id, manifest, violation.container);
          const finding = findingOf(judge.control, manifest, violation, locate, this.options.severities);
          if (row === undefined) {
            open = true;
            findings.push(finding);
          } else {
            acknowledged.push({ ...finding, reason: row.reason, owner: row.owner, until: row.until });
          }
        }
        counts[index][open ? 'failed' : 'acknowledged']++;
      });
    }
    errors.push(...accepted.unused());
    const evidence: Evidence[] = this.judges.map((judge, index) => {
      const count = counts[index];
      const evaluated = count.passed + count.failed + count.acknowledged + count.undetermined;
      return { control: judge.control.id, evaluated, ...count, notApplicable: judged.length - evaluated };
    });
    const notices = this.policies.judges.flatMap(judge => judge.notices.take());
    return { ...this.report(judged.length, findings, acknowledged, evidence, errors), notices };
  }

  /** The controls that may judge what is of its kind, as indices: most are for a few kinds only. */
  private judgesOf(manifest: Manifest): readonly number[] {
    const kind = `${manifest.groupKind} ${manifest.pod === undefined} ${manifest.isPart}`;
    let found = this.byKind.get(kind);
    if (found === undefined) {
      found = this.judges.flatMap((judge, index) => judge.mayJudge(manifest) ? [index] : []);
      this.byKind.set(kind, found);
    }
    return found;
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

/** The acknowledgements of one run, and which of them were used. */
class Acceptance {
  private readonly rows: ScopedAcknowledgement[] = [];
  private readonly annotations: ScopedAcknowledgement[] = [];
  private readonly used = new Set<ScopedAcknowledgement>();

  public constructor(
    given: readonly ScopedAcknowledgement[], private readonly known: ReadonlyMap<string, Rule>, private readonly judged: ReadonlySet<string>,
    private readonly day: string, private readonly errors: ReportError[],
  ) {
    this.rows.push(...this.valid(given));
  }

  public ofObject(manifest: Manifest): readonly ScopedAcknowledgement[] {
    if (manifest.object.metadata?.annotations === undefined) {
      return [];
    }
    try {
      const rows = this.valid(annotated(manifest.object, label(manifest)), manifest.origin.file);
      this.annotations.push(...rows);
      return rows;
    } catch (error) {
      this.errors.push({ file: manifest.origin.file, message: (error as Error).message });
      return [];
    }
  }

  public find(own: readonly ScopedAcknowledgement[], id: string, manifest: Manifest, container?: string): ScopedAcknowledgement | undefined {
    const row = own.find(candidate => candidate.id === id && (candidate.scope.container ?? container) === container)
      ?? this.rows.find(candidate => candidate.id === id && matches(candidate, manifest, container));
    if (row !== undefined) {
      this.used.add(row);
    }
    return row;
  }

  /** An acknowledgement that nothing needs any more is an error, unless its control was not asked for in this run. */
  public unused(): ReportError[] {
    return [...this.rows, ...this.annotations].filter(row => !this.used.has(row) && this.judged.has(row.id))
      .map(row => ({ message: `${row.source}: the acknowledgement of ${row.id} accepts nothing: remove it` }));
  }

  private valid(rows: readonly ScopedAcknowledgement[], file?: string): ScopedAcknowledgement[] {
    return rows.filter(row => {
      const message = faultOf(row, id => this.known.get(id), this.day);
      if (message !== undefined) {
        this.errors.push({ file, message });
      }
      return message === undefined;
    });
  }
}

function matches({ scope }: ScopedAcknowledgement, { kind, namespace, name, origin, object }: Manifest, container?: string): boolean {
  return (scope.kind ?? kind) === kind && (scope.namespace ?? namespace) === namespace && (scope.name ?? name) === name
    && Object.entries(scope.labels ?? {}).every(([key, value]) => object.metadata?.labels?.[key] === value)
    && (scope.container ?? container) === container
    && (scope.constructPath === undefined || `${origin.constructPath}/`.startsWith(`${scope.constructPath}/`) || scope.constructPath === '');
}

function findingOf(control: Rule, manifest: Manifest, violation: Violation, locate: Locate, severities: VerifierOptions['severities'] = {}): Finding {
  const { apiVersion, kind, namespace, name, origin } = manifest;
  const path = writtenPath(violation.path);
  const identity = [control.id, manifest.groupKind, namespace, name, violation.container ?? '', path, ...violation.key === undefined ? [] : [violation.key]];
  return {
    control: control.id,
    recommendation: control.recommendation,
    severity: severities[control.id] ?? violation.severity ?? control.severity,
    object: { apiVersion, kind, namespace, name },
    container: violation.container,
    path,
    file: origin.file,
    document: origin.document,
    ...locate(manifest, violation.path),
    constructPath: origin.constructPath,
    message: violation.message ?? control.message,
    remediation: control.remediation,
    references: [...control.references.map(String), ...violation.references ?? []],
    fingerprint: createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 16),
  };
}

function label({ kind, namespace, name }: Manifest): string {
  return `${kind}/${namespace === '' ? '' : `${namespace}/`}${name}`;
}
