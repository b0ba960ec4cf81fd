import { SIZE } from '../../cel/cost';
import { CelError } from '../../cel/error';
import { JsonObject } from '../../inventory/manifest';

/** An expression asks for something that only the cluster knows: what it decides stays open. */
export class Unknown extends CelError {
  /** @param what is asked for, such as `request.userInfo.username` */
  public constructor(public readonly what: string) {
    super(`${what} is not known here`);
  }
}

/**
 * An object of which only some fields are known. An expression that asks for another one, or for all of them, throws Unknown; CEL's `&&`, `||`, `all`
 * and `exists` outweigh that where another part decides.
 *
 * @param name of the object in expressions
 */
export function partlyKnown(known: JsonObject, name: string): JsonObject {
  return new Proxy(known, {
    // To compare it with null, which it is not, takes no look at its fields.
    get: (target, field, receiver) => field === SIZE ? 1 : Reflect.get(target, field, receiver),
    getOwnPropertyDescriptor(target, field) {
      const found = Reflect.getOwnPropertyDescriptor(target, field);
      if (found === undefined) {
        throw new Unknown(`${name}.${String(field)}`);
      }
      return found;
    },
    ownKeys() {
      throw new Unknown(name);
    },
  });
}
