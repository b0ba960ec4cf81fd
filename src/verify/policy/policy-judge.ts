import { AdmissionSubject, subjectOf } from './admission-subject';
import { CompiledPolicy } from './compiled-policy';
import { decide } from './evaluation';
import { match, rulesReach } from './match';
import { boundParams, Params, unboundParams } from './params';
import { Binding, Policy } from './policy-kinds';
import { PolicyNotices } from './policy-notices';
import { Requester } from './requester';
import { distinct, NOTHING, Said, say, severityOf, undecided, Voice } from './said';
import { Unknown } from './unknown';
import { Outcome } from '../../controls/inventory-control';
import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { Rule, Verdict } from '../judge';
import { ReportError } from '../report/report';

/** A policy without a binding is judged as though one with these actions were there. */
const UNBOUND = ['Deny'];
const PODS = { group: '', resource: 'pods' };

/** A policy that was read and compiled, with what binds it. */
export interface JudgingPolicy {
  /** What findings and acknowledgements call it. */
  readonly id: string;
  readonly policy: Policy;
  readonly compiled: CompiledPolicy;
  readonly bindings: readonly Binding[];
  readonly requester?: Requester;
}

/** Judges manifests by a ValidatingAdmissionPolicy and its bindings, as the API server would when they are created. */
export class PolicyJudge {
  public readonly control: Rule;
  public readonly notices: PolicyNotices;
  private readonly policy: Policy;
  private unbound: Params = [];

  public constructor(private readonly own: JudgingPolicy) {
    const { id, policy, bindings } = own;
    const { file, line } = policy.at(['spec']);
    this.policy = policy;
    this.notices = new PolicyNotices(policy.name, bindings.length > 0);
    this.control = {
      id,
      recommendation: '',
      severity: severityOf(bindings.length === 0 ? UNBOUND : bindings.flatMap(({ spec }) => spec.validationActions)),
      message: `ValidatingAdmissionPolicy ${policy.name} refuses it`,
      remediation: `change the object so that ValidatingAdmissionPolicy ${policy.name}${file === undefined ? '' : ` (${file}:${line})`} admits it`,
      references: [],
      strict: false,
    };
  }

  /** What keeps it from judging in this run, if anything does. */
  public begin(inventory: Inventory): ReportError | undefined {
    if (this.own.bindings.length > 0) {
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
  public mayJudge({ isPart }: Manifest): boolean {
    return isPart !== true;
  }

  /** Judges one manifest. */
  public judge(manifest: Manifest, inventory: Inventory): Verdict {
    const subject = subjectOf(manifest, inventory, this.own.requester);
    const { bindings } = this.own;
    const said = bindings.length > 0 ? bindings.map(binding => this.underBinding(binding, subject, inventory)) : [this.everywhere(subject)];
    const violations = said.flatMap(each => each.violations);
    const [open] = said.flatMap(each => each.open);
    const judged = said.some(each => each.judged);
    if (violations.length > 0) {
      return { outcome: Outcome.FAILED, violations: distinct(violations), errors: [] };
    }
    if (open !== undefined) {
      this.notices.open(open.what);
    } else if (!judged && manifest.pod !== undefined && manifest.kind !== 'Pod' && this.judgesPodsOnly(subject)) {
      this.notices.podTemplate(`${manifest.kind}/${manifest.name}`);
    }
    return { outcome: open !== undefined ? Outcome.UNDETERMINED : judged ? Outcome.PASSED : Outcome.NOT_APPLICABLE, violations: [], errors: [] };
  }

  private everywhere(subject: AdmissionSubject): Said {
    const matched = match(this.policy.spec.matchConstraints, subject);
    return matched === undefined ? NOTHING : matched.converted ? undecided(matched.doubt!)
      : this.withParams(this.unbound, subject, matched.version, present(matched.doubt), { policy: this.policy, actions: UNBOUND });
  }

  private underBinding({ name, spec }: Binding, subject: AdmissionSubject, inventory: Inventory): Said {
    const { matchConstraints, failurePolicy } = this.policy.spec;
    const matched = match(matchConstraints, subject);
    const bound = matched === undefined ? undefined : match(spec.matchResources ?? {}, subject);
    if (matched === undefined || bound === undefined) {
      return NOTHING;
    }
    if (matched.converted) {
      return undecided(matched.doubt!);
    }
    const voice = { policy: this.policy, actions: spec.validationActions, binding: name };
    const doubts = present(matched.doubt, bound.doubt);
    let params: Params;
    try {
      params = boundParams(this.policy, spec.paramRef, subject, inventory);
    } catch (error) {
      return error instanceof Unknown ? undecided(error)
        : say(failurePolicy === 'Ignore' ? [] : [{ message: (error as Error).message, always: true }], doubts, voice);
    }
    return this.withParams(params, subject, matched.version, doubts, voice);
  }

  private withParams(all: Params, subject: AdmissionSubject, version: string, doubts: readonly Unknown[], voice: Voice): Said {
    const object = subject.object(version);
    const bindings = { object, oldObject: null, namespaceObject: subject.namespaceObject(), request: subject.request(version) };
    const said = all.map(params => {
      const { applies, denials, doubts: own, open } = decide(this.own.compiled, { ...bindings, params }, this.policy.spec.failurePolicy);
      const saying = say(denials, [...doubts, ...own], voice);
      return { violations: saying.violations, judged: applies, open: [...saying.open, ...open] };
    });
    return { violations: said.flatMap(each => each.violations), open: said.flatMap(each => each.open), judged: said.some(each => each.judged) };
  }

  private judgesPodsOnly({ resource }: AdmissionSubject): boolean {
    const { resourceRules = [] } = this.policy.spec.matchConstraints;
    return rulesReach(resourceRules, PODS) && !rulesReach(resourceRules, resource);
  }
}

const present = (...doubts: readonly (Unknown | undefined)[]) => doubts.filter(doubt => doubt !== undefined);
