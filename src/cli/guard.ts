import { dump } from 'js-yaml';
import { asConfigured, configurationOf } from './configuration';
import { exemptionsOf } from './exemptions';
import { GuardAction } from '../guard/action';
import { guardOf } from '../guard/guard';
import { GuardEngine } from '../guard/guard-options';
import { Unguarded } from '../guard/unguarded';

/** What `bulwark guard` was asked for. */
export interface GuardArguments {
  readonly pack?: string[];
  readonly control?: string[];
  readonly target?: string;
  readonly action: string;
  readonly engine: string;
  readonly config?: string;
  readonly now?: string;
}

/** Writes the controls as admission policies, ready for `kubectl apply`. What they do not ask for stands in comments above them. */
export function guard(given: GuardArguments, print: (text: string) => void): void {
  const configuration = configurationOf(given.config);
  const { packs, controls, target, platform, parameters } = asConfigured(configuration, given);
  const { exemptions, narrower } = exemptionsOf(configuration.acknowledgements, given.now);
  const { objects, guarded, unguarded, unmutated } = guardOf({
    packs,
    controls,
    target,
    platform,
    action: given.action as GuardAction,
    engine: given.engine as GuardEngine,
    parameters,
    exemptions: [...exemptions],
  });
  print([
    `# Admission policies of cdk8s-bulwark: ${guarded.length} controls. Apply them with: kubectl apply --server-side -f -\n`,
    ...told('No policy asks for', unguarded),
    ...told('No policy fills in what these want', unmutated),
    ...narrower.map(({ id, source }) => `# No exemption from ${id}, because ${source} is not for a namespace, or an object in it, as a whole.\n`),
    ...objects.map(object => `---\n${dump(object, { lineWidth: -1, noRefs: true })}`),
  ].join(''));
}

/** Controls by the reason, in comments. */
function told(what: string, rows: readonly Unguarded[]): string[] {
  const reasons = [...new Set(rows.map(({ reason }) => reason))];
  return reasons.map(reason => `# ${what}, because ${reason}: ${rows.filter(row => row.reason === reason).map(({ control }) => control).join(', ')}.\n`);
}
