import { AllowOptions } from '../allow-options';
import { Endpoint } from '../endpoint';
import { Outside } from '../outside';
import { isEvery } from '../requests';

/** What pods reach and are never reached by. */
export abstract class Listener implements Outside {
  /** @param name what errors call it, such as `Remote.dns()` */
  public constructor(protected readonly name: string) {}

  public abstract allow(client: Endpoint, options: AllowOptions): void;

  public accept({ path }: Endpoint): void {
    throw new Error(`${path}: ${this.name} only listens, and reaches nobody: say allowTo(${this.name})`);
  }

  /** @throws if methods or paths are given: nothing reads the requests that leave the cluster */
  protected withoutRequests({ path }: Endpoint, { methods, paths }: AllowOptions): void {
    if (!isEvery({ methods, paths })) {
      throw new Error(`${path}: nothing reads the requests to ${this.name}: leave methods and paths out`);
    }
  }

  /** @throws if ports are given: the platform says on which it listens */
  protected withoutPorts({ path }: Endpoint, { ports }: AllowOptions): void {
    if (ports !== undefined) {
      throw new Error(`${path}: the Platform says on which port ${this.name} listens: leave ports out`);
    }
  }
}
