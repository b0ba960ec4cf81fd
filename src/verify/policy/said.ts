import { Denial } from './evaluation';
import { Policy } from './policy-kinds';
import { Unknown } from './unknown';
import { Severity } from '../../model/severity';
import { Violation } from '../judge';

/** What a policy says of one object under one binding. */
export interface Said {
  readonly violations: readonly Violation[];

  /** What would have to be known to say more. */
  readonly open: readonly Unknown[];

  /** Whether it had anything to say. */
  readonly judged: boolean;
}

export const NOTHING: Said = { violations: [], open: [], judged: false };

/** It stays open. */
export const undecided = (doubt: Unknown): Said => ({ ...NOTHING, open: [doubt] });

/** A policy's way to speak: under a binding, with its actions. */
export interface Voice {
  readonly policy: Policy;
  readonly actions: readonly string[];

  /** Nothing where no binding is there. */
  readonly binding?: string;
}

/** Denials are violations where nothing is in doubt; where something is, that is what is open. */
export function say(denials: readonly Denial[], [doubt]: readonly Unknown[], voice: Voice): Said {
  return denials.length > 0 && doubt !== undefined ? { violations: [], open: [doubt], judged: true }
    : { violations: denials.map(denial => violationOf(denial, voice)), open: [], judged: true };
}

function violationOf({ validation, message, always }: Denial, { policy, actions, binding }: Voice): Violation {
  const { file, line } = policy.at(validation === undefined ? ['spec'] : ['spec', 'validations', validation, 'expression']);
  const place = file === undefined ? '' : ` at ${file}:${line}`;
  const bound = binding === undefined ? 'without a binding' : `binding ${binding}: ${actions.join(', ')}`;
  return {
    path: [],
    key: `${validation ?? ''}`,
    message,
    severity: severityOf(always === true ? ['Deny'] : actions),
    references: [`ValidatingAdmissionPolicy ${policy.name}${place}, ${bound}`],
  };
}

/** What the cluster would refuse is grave; what it would only tell is not. */
export function severityOf(actions: readonly string[]): Severity {
  return actions.includes('Deny') ? Severity.HIGH : Severity.LOW;
}

/** Several bindings and parameters may say the same: it is said once, with the gravest severity. */
export function distinct(violations: readonly Violation[]): Violation[] {
  const order = [...violations].sort((a, b) => Number(b.severity === Severity.HIGH) - Number(a.severity === Severity.HIGH));
  return order.filter(({ key, message }, index) => order.findIndex(other => other.key === key && other.message === message) === index);
}
