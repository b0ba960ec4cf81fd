import { privilegedContainer } from './host/privileged-container';
import { Requirement } from './requirement';

const ALL: readonly Requirement[] = [
  privilegedContainer,
];

/** Every control of the library. */
export class Catalogue {
  /** Every control, by recommendation. */
  public static all(): Requirement[] {
    return [...ALL];
  }

  /**
   * A control by its id.
   *
   * @throws if there is none
   */
  public static get(id: string): Requirement {
    const found = ALL.find(control => control.id === id);
    if (found === undefined) {
      throw new Error(`there is no control "${id}": \`bulwark controls\` lists them`);
    }
    return found;
  }

  private constructor() {}
}
