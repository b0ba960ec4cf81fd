import { IPersistentVolumeClaim, SecretValue } from 'cdk8s-plus-28';

/** A repository in a bucket of Amazon S3, or of a store that speaks its protocol. */
export interface S3RepositoryOptions {
  /** Name of the bucket. */
  readonly bucket: string;

  /**
   * Where below the bucket.
   *
   * @default - at its top
   */
  readonly prefix?: string;

  /**
   * The address of the store.
   *
   * @default 'https://s3.amazonaws.com'
   */
  readonly endpoint?: string;

  /**
   * The region (`AWS_DEFAULT_REGION`).
   *
   * @default - the store's own
   */
  readonly region?: string;

  /**
   * A file of credentials as the AWS command line reads it (`[default]`, `aws_access_key_id`, `aws_secret_access_key`).
   *
   * @default - none: the identity of the pod's service account
   */
  readonly credentials?: SecretValue;

  /**
   * Whether an `http:` address is accepted, because a mesh encrypts the way. What restic sends is encrypted anyway, its credentials are not.
   *
   * @default false
   */
  readonly allowHttp?: boolean;
}

/** How a REST server is spoken to. */
export interface RestRepositoryOptions {
  /**
   * Whether an `http:` address is accepted, because a mesh encrypts the way. What restic sends is encrypted anyway.
   *
   * @default false
   */
  readonly allowHttp?: boolean;
}

/** What a repository is to the containers that use it. */
export interface RepositoryFacts {
  /** `s3`, `rest`, `local` or `secret`. */
  readonly kind: string;

  /** As restic is told, unless a secret holds it. */
  readonly location?: string;
  readonly locationSecret?: SecretValue;
  readonly credentials?: SecretValue;
  readonly region?: string;
  readonly claim?: IPersistentVolumeClaim;
}

/** Where a volume for the repository is mounted. */
export const LOCAL_REPOSITORY = '/backup/repository';

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const FOLDER = /^[\w.-]+(\/[\w.-]+)*$/;

/**
 * Where backups are kept: a restic repository, which is always encrypted. Each volume of each pod has one of its own, below the place that is given
 * here: `<place>/<namespace>/<name of the PersistentVolumeClaim>`. So none waits for another's lock, and none can be lost with another.
 */
export class BackupRepository {
  /**
   * A bucket of Amazon S3, or of a store that speaks its protocol.
   *
   * @throws if a part is not what its name says
   */
  public static s3(options: S3RepositoryOptions): BackupRepository {
    const { bucket, prefix, endpoint = 'https://s3.amazonaws.com', region, credentials, allowHttp = false } = options;
    if (!BUCKET.test(bucket)) {
      throw new Error(`"${bucket}" is not the name of a bucket: give 3 to 63 lower-case letters, digits, "." or "-"`);
    }
    const parts = [checkedAddress(endpoint, allowHttp), bucket, ...prefix === undefined ? [] : [checkedFolder('prefix', prefix)]];
    return new BackupRepository({ kind: 's3', location: `s3:${parts.join('/')}`, region, credentials });
  }

  /**
   * A server that speaks restic's REST protocol. Where it wants a user and password, use `fromSecret`.
   *
   * @throws if the address is not one, holds credentials, or is not encrypted
   */
  public static rest(address: string, options: RestRepositoryOptions = {}): BackupRepository {
    return new BackupRepository({ kind: 'rest', location: `rest:${checkedAddress(address, options.allowHttp ?? false)}` });
  }

  /**
   * A folder on another volume. It shares the fate of the cluster: keep a copy elsewhere.
   *
   * @param claim with more than one replica it must be `ReadWriteMany`
   * @param folder on it; its top by default
   * @throws if the folder is not one
   */
  public static local(claim: IPersistentVolumeClaim, folder?: string): BackupRepository {
    const location = folder === undefined ? LOCAL_REPOSITORY : `${LOCAL_REPOSITORY}/${checkedFolder('folder', folder)}`;
    return new BackupRepository({ kind: 'local', location, claim });
  }

  /**
   * Whatever restic understands, out of a Secret: a location that holds a user name and password, such as `rest:https://user:password@host/`.
   *
   * @param location the Secret, and its key that holds the location
   */
  public static fromSecret(location: SecretValue): BackupRepository {
    return new BackupRepository({ kind: 'secret', locationSecret: location });
  }

  /**
   * What the containers need of it.
   *
   * @internal
   */
  public readonly _facts: RepositoryFacts;

  private constructor(facts: RepositoryFacts) {
    this._facts = facts;
  }
}

function checkedFolder(what: string, folder: string): string {
  if (!FOLDER.test(folder) || folder.split('/').some(part => /^\.+$/.test(part))) {
    throw new Error(`the ${what} "${folder}" is not a folder: give names of letters, digits, "_", "-" and ".", with "/" between them`);
  }
  return folder;
}

function checkedAddress(address: string, allowHttp: boolean): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.search + url.hash !== '' || /[\s$]/.test(address)) {
    throw new Error(`"${address}" is not the address of a repository: give one as in https://backup.example.com/team`);
  }
  if (url.username + url.password !== '') {
    throw new Error(`the address of the repository at ${url.host} holds credentials: put it in a Secret, and give BackupRepository.fromSecret`);
  }
  if (url.protocol === 'http:' && !allowHttp) {
    throw new Error(`the way to the repository "${address}" is not encrypted: use https, or allowHttp where a mesh encrypts it`);
  }
  return address.replace(/\/+$/, '');
}
