import { AdmissionSubject, subjectOf } from './admission-subject';
import { CompiledPolicy } from './compiled-policy';
import { decide, Denial } from './evaluation';
import { match, rulesReach } from './match';
import { boundParams, Params, unboundParams } from './params';
import { Binding, Policy } from './policy-kinds';
import { PolicyNotices } from './policy-notices';
import { Requester } from './requester';
import { Unknown } from './unknown';
import { Outcome } from '../../controls/inventory-control';
import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Rule, Verdict, Violation } from '../judge';
import { ReportError } from '../report/report';

/** A policy without a binding is judged as though this one were there. */
const EVERYWHERE: Pick<Binding['spec'], 'validationActions'> = { validationActions: ['Deny'] };
const PODS = { group: '', resource: 'pods' };

/** What a binding says of one object. */
interface Said {
  readonly violations: readonly Violation[];
  readonly open: readonly Unknown[];
  readonly judged: boolean;
}

const NOTHING: Said = { violations: [], open: [], judged: false };

/** Judges manifests by a ValidatingAdmissionPolicy and its bindings, as the API server would when they are created. */
export class PolicyJudge {
  public readonly control: Rule;
  public readonly notices: PolicyNotices;
  private unbound: Params = [];

  public constructor(
    id: string, private readonly policy: Policy, private readonly compiled: CompiledPolicy, private readonly bindings: readonly Binding[], private readonly by: Requester | undefined,
  ) {
    const { file, line } = policy.at(['spec']);
    const place = file === undefined ? '' : ` (${file}:${line})`;
    this.notices = new PolicyNotices(policy.name, bindings.length > 0);
    this.control = {
      id,
      recommendation: '',
      severity: severityOf((bindings.length === 0 ? [EVERYWHERE] : bindings.map(({ spec }) => spec)).flatMap(({ validationActions }) => validationActions)),
      message: `ValidatingAdmissionPolicy ${policy.name} refuses it`,
      remediation: `change the object so that ValidatingAdmissionPolicy ${policy.name}${place} admits it`,
      references: [],
      strict: false,
    };
  }

  /** What keeps it from judging in this run, if anything does. */
  public begin(inventory: Inventory): ReportError | undefined {
    if (this.bindings.length > 0) {
      return undefined;
    }
    try {
      this.unbound = unboundParams(this.policy, inventory);
      return undefined;
    } catch (error) {
      return { ...this.policy.at(['spec', 'paramKind']), message: `ValidatingAdmissionPolicy ${this.policy.name}: ${(error as Error).message}` };
    }
  }

  /** It says itself, object by object, what it is about. */
  public mayJudge(): boolean {
    return true;
  }

  /** Judges one manifest. */
  public judge(manifest: Manifest, inventory: Inventory): Verdict {
    const subject = subjectOf(manifest, inventory, this.by);
    const said = this.bindings.length > 0 ? this.bindings.map(binding => this.underBinding(binding, subject, inventory)) : [this.everywhere(subject)];
    const violations = said.flatMap(each => each.violations);
    const open = said.flatMap(each => each.open);
    if (violations.length > 0) {
      return { outcome: Outcome.FAILED, violations: distinct(violations), errors: [] };
    }
    if (open.length > 0) {
      this.notices.open(open[0].what);
      return { outcome: Outcome.UNDETERMINED, violations: [], errors: [] };
    }
    if (!said.some(({ judged }) => judged) && manifest.pod !== undefined && manifest.kind !== 'Pod' && this.judgesPodsOnly(subject)) {
      this.notices.podTemplate(`${manifest.kind}/${manifest.name}`);
    }
    return { outcome: said.some(({ judged }) => judged) ? Outcome.PASSED : Outcome.NOT_APPLICABLE, violations: [], errors: [] };
  }

  private everywhere(subject: AdmissionSubject): Said {
    const matched = match(this.policy.spec.matchConstraints, subject);
    return matched === undefined ? NOTHING
      : matched.converted ? { ...NOTHING, open: [matched.doubt!] } : this.withParams(this.unbound, subject, matched.version, [matched.doubt], EVERYWHERE.validationActions);
  }

  private underBinding({ name, spec: { matchResources = {}, paramRef, validationActions } }: Binding, subject: AdmissionSubject, inventory: Inventory): Said {
    const matched = match(this.policy.spec.matchConstraints, subject);
    const bound = matched === undefined ? undefined : match(matchResources, subject);
    if (matched === undefined || bound === undefined) {
      return NOTHING;
    }
    const doubts = [matched.doubt, bound.doubt];
    if (matched.converted) {
      return { ...NOTHING, open: [matched.doubt!] };
    }
    try {
      return this.withParams(boundParams(this.policy, paramRef, subject, inventory), subject, matched.version, doubts, validationActions, name);
    } catch (error) {
      return error instanceof Unknown ? { ...NOTHING, open: [error] }
        : this.saying([{ message: (error as Error).message, always: true }], doubts, this.policy.spec.failurePolicy === 'Ignore' ? [] : validationActions, name);
    }
  }

  private withParams(
    all: Params, subject: AdmissionSubject, version: string, doubts: readonly (Unknown | undefined)[], actions: readonly string[], binding?: string,
  ): Said {
    const bindings = { object: subject.object(version), oldObject: null, namespaceObject: subject.namespaceObject(), request: subject.request(version) };
    const said = all.map(params => decide(this.compiled, { ...bindings, params }, this.policy.spec.failurePolicy)).map(({ applies, denials, doubts: own, open }) => {
      const saying = this.saying(denials, [...doubts, ...own], actions, binding);
      return { ...saying, judged: applies, open: [...saying.open, ...open] };
    });
    return { violations: said.flatMap(each => each.violations), open: said.flatMap(each => each.open), judged: said.some(each => each.judged) };
  }

  /** Denials are violations where nothing is in doubt; where something is, that is what is open. */
  private saying(denials: readonly Denial[], doubts: readonly (Unknown | undefined)[], actions: readonly string[], binding?: string): Said {
    const [doubt] = doubts.filter(each => each !== undefined);
    if (denials.length === 0 || doubt !== undefined || actions.length === 0) {
      return { violations: [], open: denials.length > 0 && doubt !== undefined ? [doubt] : [], judged: true };
    }
    return { violations: denials.map(denial => this.violation(denial, actions, binding)), open: [], judged: true };
  }

  private violation({ validation, message, always }: Denial, actions: readonly string[], binding?: string): Violation {
    const { file, line } = this.policy.at(validation === undefined ? ['spec'] : ['spec', 'validations', validation, 'expression']);
    const place = file === undefined ? '' : ` at ${file}:${line}`;
    return {
      path: [],
      key: `${validation ?? ''}`,
      message,
      severity: severityOf(always === true ? ['Deny'] : actions),
      references: [`ValidatingAdmissionPolicy ${this.policy.name}${place}${binding === undefined ? ', without a binding' : `, binding ${binding}: ${actions.join(', ')}`}`],
    };
  }

  private judgesPodsOnly({ resource }: AdmissionSubject): boolean {
    const { resourceRules = [] } = this.policy.spec.matchConstraints;
    return rulesReach(resourceRules, PODS) && !rulesReach(resourceRules, resource);
  }
}

/** What the cluster would refuse is grave; what it would only tell is not. */
function severityOf(actions: readonly string[]): Severity {
  return actions.includes('Deny') ? Severity.HIGH : Severity.LOW;
}

/** Several bindings and parameters may say the same: it is said once, with the gravest severity. */
function distinct(violations: readonly Violation[]): Violation[] {
  const order = [...violations].sort((a, b) => Number(b.severity === Severity.HIGH) - Number(a.severity === Severity.HIGH));
  return order.filter(({ key, message }, index) => order.findIndex(other => other.key === key && other.message === message) === index);
}
