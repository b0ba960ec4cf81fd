import { entriesOf, LockEntries } from './lock-reader';
import { LockText } from './lock-text';
import { LockedImage } from './locked-image';
import { nearestName } from './nearest-name';
import { Environment } from '../model/environment';

/**
 * The images that an application runs, each by the digest of what was built, signed and tested (parts 1.1, 1.2 and 3.1). The file is written by who
 * promotes images and read by who deploys them; its form is `schemas/images.lock.schema.json`, which editors can check it by.
 */
export class ImageLock {
  /**
   * Reads a lock, for one environment.
   *
   * @param path of the file, from where the program runs; usually `images.lock.yaml`
   * @param environment whose images are asked for
   * @throws if the file is not there or anything in it is wrong, with its line and what to do
   */
  public static fromFile(path: string, environment: Environment): ImageLock {
    const text = LockText.read(path);
    return new ImageLock(path, environment, text, entriesOf(text));
  }

  private constructor(
    private readonly path: string, private readonly environment: Environment, private readonly text: LockText, private readonly entries: LockEntries,
  ) {}

  /**
   * How a container refers to an image: `repository:tag@sha256:…`. The digest decides; the tag tells people and labels the version.
   *
   * @param name of the image in the lock
   * @throws if the lock has no such image, or has it not in this environment
   */
  public reference(name: string): string {
    const { repository, tag, digest } = this.image(name);
    return `${repository}:${tag}@${digest}`;
  }

  /**
   * The version of an image: its tag, which the label `app.kubernetes.io/version` of workloads that run it carries (part 3.1).
   *
   * @param name of the image in the lock
   * @throws if the lock has no such image, or has it not in this environment
   */
  public version(name: string): string {
    return this.image(name).tag;
  }

  /** Names of the images of this environment, in the order of the file. */
  public names(): string[] {
    const { name: environment } = this.environment;
    return [...this.entries].filter(([, { environments }]) => environments === undefined || has(environments, environment)).map(([name]) => name);
  }

  /**
   * All that the lock knows of an image in this environment.
   *
   * @param name of the image in the lock
   * @throws if the lock has no such image, or has it not in this environment
   */
  public image(name: string): LockedImage {
    const entry = this.entries.get(name);
    if (entry === undefined) {
      const nearest = nearestName(name, [...this.entries.keys()]);
      throw new Error(`${this.path}: there is no image "${name}": ${nearest === undefined ? 'add it' : `did you mean "${nearest}"?`}`);
    }
    const { environments, ...everywhere } = entry;
    const { name: environment } = this.environment;
    if (environments !== undefined && !has(environments, environment)) {
      const elsewhere = Object.keys(environments).join(', ');
      throw this.text.error(['images', name, 'environments'],
        `image "${name}" is not in environment "${environment}", only in ${elsewhere}: promote it to "${environment}", or add that environment here`);
    }
    const { repository, tag, digest, signer, attestations = [], passed = [] } = { ...everywhere, ...environments?.[environment] };
    return { name, repository: repository!, tag: tag!, digest: digest!, signer, attestations, passed };
  }
}

/** Names come from a file: one such as `constructor` is nobody's property. */
function has(owner: object, name: string): boolean {
  return Object.prototype.hasOwnProperty.call(owner, name);
}
