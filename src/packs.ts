import { Catalogue } from './controls/catalogue';

const BASELINE = [
  'added-capabilities', 'apparmor-profile', 'host-ipc', 'host-network', 'host-path', 'host-pid', 'host-port', 'host-probe-host', 'host-process',
  'privileged-container', 'proc-mount', 'seccomp-unconfined', 'selinux-options', 'sysctls',
];
const RESTRICTED = [
  ...BASELINE, 'added-capabilities-restricted', 'drop-all-capabilities', 'privilege-escalation', 'proc-mount-restricted', 'restricted-volume-types',
  'run-as-non-root', 'run-as-root-user', 'seccomp-profile',
];

/** Named sets of controls. Only ids: what a control asks for stands in its own file. */
const PACKS: { readonly [pack: string]: () => readonly string[] } = {
  'csa': () => Catalogue.all().map(({ id }) => id),
  'pss-baseline': () => BASELINE,
  'pss-restricted': () => RESTRICTED,
};

/** The packs of controls. */
export class Packs {
  /** Every pack's name. */
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

  private constructor() {}
}
