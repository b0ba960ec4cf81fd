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
  const ask = (field: string | symbol) => {
    if (typeof field === 'string' && !Object.prototype.hasOwnProperty.call(known, field)) {
      throw new Unknown(`${name}.${field}`);
    }
  };
  return new Proxy(known, {
    get(target, field, receiver) {
      ask(field);
      // To compare it with null, which it is not, takes no look at its fields.
      return field === SIZE ? 1 : Reflect.get(target, field, receiver);
    },
    getOwnPropertyDescriptor(target, field) {
      ask(field);
      return Reflect.getOwnPropertyDescriptor(target, field);
    },
    ownKeys() {
      throw new Unknown(name);
    },
  });
}
