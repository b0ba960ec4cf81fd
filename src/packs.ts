import { Catalogue } from './controls/catalogue';
import { CONVENTIONS } from './controls/conventions';
import { Audience } from './model/audience';
import { RecommendationPart } from './model/recommendation';
import { Reference } from './model/reference';
import { Cis } from './model/standards/cis';
import { Nsa } from './model/standards/nsa';
import { Owasp } from './model/standards/owasp';

const BASELINE = [
  'added-capabilities', 'apparmor-profile', 'host-ipc', 'host-network', 'host-path', 'host-pid', 'host-port', 'host-probe-host', 'host-process',
  'privileged-container', 'proc-mount', 'seccomp-unconfined', 'selinux-options', 'sysctls',
];
const RESTRICTED = [
  ...BASELINE, 'added-capabilities-restricted', 'drop-all-capabilities', 'privilege-escalation', 'proc-mount-restricted', 'restricted-volume-types',
  'run-as-non-root', 'run-as-root-user', 'seccomp-profile',
];

/** The controls that say themselves that a standard asks for them. */
const referring = ({ standard }: Reference) => () => Catalogue.all()
  .filter(({ references }) => references.some(reference => reference.standard === standard)).map(({ id }) => id);

/** The controls of the parts that the CSA addresses to somebody, alone or together with others. */
const addressing = (audience: Audience) => () => Catalogue.all()
  .filter(({ id, recommendation }) => !CONVENTIONS.includes(id) && [audience, Audience.BOTH].includes(RecommendationPart.of(recommendation).audience))
  .map(({ id }) => id);

/** Named sets of controls. Only ids: what a control asks for stands in its own file, and so does which standards ask for it. */
const PACKS: { readonly [pack: string]: () => readonly string[] } = {
  'csa': () => Catalogue.all().map(({ id }) => id).filter(id => !CONVENTIONS.includes(id)),
  'pss-baseline': () => BASELINE,
  'pss-restricted': () => RESTRICTED,
  'nsa': referring(Nsa.POD_SECURITY),
  'cis': referring(Cis.k8s('5.1.1')),
  'owasp': referring(Owasp.K01),
  'developer': addressing(Audience.DEVELOPER),
  'operator': addressing(Audience.OPERATOR),
  'conventions': () => CONVENTIONS,
};

/** Which controls were asked for. */
interface Asking {
  readonly packs?: readonly string[];
  readonly controls?: readonly string[];
  readonly parameters?: { readonly [control: string]: unknown };
}

/** The packs of controls. */
export class Packs {
  /**
   * Every pack's name: `csa` (all that serves the recommendations, for everybody), `pss-baseline`, `pss-restricted`, `nsa` (NSA/CISA), `cis` (sections 1.2
   * to 1.4, 2, 4.2 and 5 of the CIS Kubernetes Benchmark), `owasp` (Kubernetes Top 10), `developer` and `operator` (what the CSA addresses to each, with
   * what it addresses to both), `conventions` (what teams differ in, which is in no other pack but where a standard asks for it).
   */
  public static names(): string[] {
    return Object.keys(PACKS);
  }

  /**
   * The ids of a pack's controls.
   *
   * @throws if there is no such pack
   */
  public static ids(pack: string): string[] {
    if (!Object.prototype.hasOwnProperty.call(PACKS, pack)) {
      throw new Error(`there is no pack "${pack}": give one of ${Packs.names().join(', ')}`);
    }
    return [...PACKS[pack]()];
  }

  /**
   * The controls that were asked for: those of the packs, and those that are named. Who asks for packs and tells a convention by its parameters what to ask for,
   * asks for it too.
   *
   * @internal
   * @throws if there is no such pack
   */
  public static _asked({ packs = [], controls = [], parameters = {} }: Asking): ReadonlySet<string> {
    const told = packs.length === 0 ? [] : CONVENTIONS.filter(id => Object.prototype.hasOwnProperty.call(parameters, id));
    return new Set([...packs.flatMap(pack => Packs.ids(pack)), ...controls, ...told]);
  }

  private constructor() {}
}
