import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A control that asks for what a rule asks for, or several of which the rule asks for one: it is broken where all of them fail in one place. */
export type Asked = string | readonly string[];

/** Which findings of our controls are about what a rule asks for, where ours ask for more. All that is said must hold. */
export interface Narrowed {
  /** Only on objects of these kinds. */
  readonly kinds?: readonly string[];

  /** Only on objects of this name. */
  readonly name?: string;

  /** Only where the manifest says something wrong, not where it says nothing. */
  readonly written?: boolean;

  /** Only where the message fits one of these regular expressions. */
  readonly says?: readonly string[];
}

/** What a rule of another project is here: the controls, or why there are none. */
export type Crossing = readonly Asked[]
| { readonly controls: readonly Asked[]; readonly only: Narrowed; readonly because: string }
| { readonly 'out-of-scope': string };

/** By project and rule. */
export type Crosswalk = Readonly<Record<string, Readonly<Record<string, Crossing>>>>;

/** A rule of another project, found. */
export interface PeerRule { readonly peer: string; readonly rule: string; readonly crossing: Crossing }

/** What people call the projects, besides the names of their repositories, or what these begin with. */
const OTHER_NAMES: Readonly<Record<string, string>> = { kubescape: 'regolibrary' };

let read: Crosswalk | undefined;

/** The mapping of the rules of other projects, which the build leaves beside the bundled command. It is read when somebody asks. */
export function crosswalk(): Crosswalk {
  read ??= JSON.parse(readFileSync(join(__dirname, 'crosswalk.json'), 'utf8')) as Crosswalk;
  return read;
}

/**
 * A project by its name, or by the first word of it: `trivy` is `trivy-checks`.
 *
 * @throws if no project is called so
 */
export function peerOf(name: string): string {
  const peers = Object.keys(crosswalk());
  const found = peers.find(peer => peer === name) ?? peers.find(peer => peer === OTHER_NAMES[name] || peer.startsWith(`${name}-`));
  if (found === undefined) {
    throw new Error(`there is no project "${name}" in the crosswalk: give one of ${peers.join(', ')}`);
  }
  return found;
}

/**
 * What `project:rule` names, or a rule alone where its name says whose it is, as `CKV_K8S_16` does. Nothing where it names no rule at all.
 *
 * @throws if the project is named and has no such rule
 */
export function peerRule(name: string): PeerRule | undefined {
  const colon = name.indexOf(':');
  if (colon < 0) {
    const peer = Object.keys(crosswalk()).find(candidate => has(candidate, name));
    return peer === undefined ? undefined : { peer, rule: name, crossing: crosswalk()[peer][name] };
  }
  const peer = peerOf(name.slice(0, colon));
  const rule = name.slice(colon + 1);
  if (!has(peer, rule)) {
    throw new Error(`${peer} has no rule "${rule}" that is known here: \`bulwark controls --peer ${peer}\` lists them`);
  }
  return { peer, rule, crossing: crosswalk()[peer][rule] };
}

/** The controls that a rule leads to; none where it is out of scope. */
export function askedBy(crossing: Crossing): readonly Asked[] {
  return isList(crossing) ? crossing : 'controls' in crossing ? crossing.controls : [];
}

/** What a rule is here, in words. */
export function crossingText(crossing: Crossing): string {
  if (!isList(crossing) && 'out-of-scope' in crossing) {
    return `out of scope: ${crossing['out-of-scope']}`;
  }
  const controls = askedBy(crossing).map(asked => typeof asked === 'string' ? asked : `(${asked.join(' and ')})`).join(', ');
  return isList(crossing) ? controls : `${controls}; ${crossing.because}`;
}

function isList(crossing: Crossing): crossing is readonly Asked[] {
  return Array.isArray(crossing);
}

function has(peer: string, rule: string): boolean {
  return Object.prototype.hasOwnProperty.call(crosswalk()[peer], rule);
}
