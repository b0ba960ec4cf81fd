import { readKeptConditions } from './kept-conditions';
import { readLibrary } from './library-reading';
import { Requirement } from './requirement';
import { useKept } from '../cel/program';

let read: readonly Requirement[] | undefined;

function library(): readonly Requirement[] {
  if (read === undefined) {
    useKept(readKeptConditions);
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    read = readLibrary(() => (require('./library') as typeof import('./library')).LIBRARY);
  }
  return read;
}

/** Every control of the library. */
export class Catalogue {
  /** Every control, by recommendation. */
  public static all(): Requirement[] {
    return [...library()];
  }

  /**
   * A control by its id.
   *
   * @throws if there is none
   */
  public static get(id: string): Requirement {
    const found = library().find(control => control.id === id);
    if (found === undefined) {
      throw new Error(`there is no control "${id}": \`bulwark controls\` lists them`);
    }
    return found;
  }

  private constructor() {}
}
