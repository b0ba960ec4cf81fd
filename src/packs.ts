import { Catalogue } from './controls/catalogue';

/** Named sets of controls. Only ids: what a control asks for stands in its own file. */
const PACKS: { readonly [pack: string]: () => readonly string[] } = {
  'csa': () => Catalogue.all().map(({ id }) => id),
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
