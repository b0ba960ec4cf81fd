import { setTimeout as delay } from 'node:timers/promises';
import { Connection, Manifest, Method, Refused, Sent, Verb } from './connection';

export type { Manifest };
export { Refused };

const APPLY = 'application/apply-patch+yaml';
const PATCH = 'application/strategic-merge-patch+json';

export interface WriteOptions {
  /** Everything happens but the writing. @default false */
  readonly dryRun?: boolean;

  /** Whose fields they are. @default 'bulwark' */
  readonly fieldManager?: string;
}

/** What tests do with a cluster. Whatever is written is validated strictly: a field that Kubernetes does not know, or that is there twice, is refused. */
export class Client {
  /** As the administrator of the cluster that the tests run in. */
  public static connect(): Client {
    return new Client(Connection.open(), {});
  }

  private constructor(private readonly connection: Connection, private readonly identity: { readonly [header: string]: string | string[] }) {}

  /** The same cluster as somebody else, who may do what their roles say. */
  public as(user: string, ...groups: string[]): Client {
    return new Client(this.connection, { 'Impersonate-User': user, 'Impersonate-Group': groups });
  }

  /** Server-side apply. */
  public apply(object: Manifest, options?: WriteOptions): Promise<Manifest> {
    return this.request('PATCH', object, 'patch', { body: object, query: { force: 'true', ...query(options) }, headers: { 'Content-Type': APPLY } });
  }

  public create(object: Manifest, options?: WriteOptions): Promise<Manifest> {
    return this.request('POST', object, 'create', { body: object, query: query(options) });
  }

  /** Puts an object in the place of the one that is there, or of one of its subresources. */
  public replace(object: Manifest, options?: WriteOptions, subresource?: string): Promise<Manifest> {
    return this.request('PUT', object, 'replace', { body: object, query: query(options) }, subresource);
  }

  /** Changes some fields of an object, or of one of its subresources, such as `scale`, `status` or `ephemeralcontainers`. */
  public patch(object: Manifest, body: object, subresource?: string, options?: WriteOptions): Promise<Manifest> {
    return this.request('PATCH', object, 'patch', { body, query: query(options), headers: { 'Content-Type': PATCH } }, subresource);
  }

  /** Sends something to a subresource, such as `eviction` or `binding`. */
  public post(object: Manifest, subresource: string, body: object, options?: WriteOptions): Promise<Manifest> {
    return this.request('POST', object, 'patch', { body, query: query(options) }, subresource);
  }

  public get(object: Manifest): Promise<Manifest> {
    return this.request('GET', object, 'read');
  }

  public async list(apiVersion: string, kind: string, namespace?: string): Promise<Manifest[]> {
    const { items } = await this.request('GET', { apiVersion, kind, metadata: { name: '', namespace } }, 'list');
    return items.map((item: Manifest) => ({ ...item, apiVersion, kind }));
  }

  /** Deletes an object and what it owns, which may still be going afterwards. */
  public async delete(object: Manifest): Promise<void> {
    await this.request('DELETE', object, 'delete', { query: { propagationPolicy: 'Background' } });
  }

  /** Deletes an object and waits until it is gone. */
  public async vanish(object: Manifest, seconds = 60): Promise<void> {
    await this.delete(object);
    for (const end = Date.now() + seconds * 1000; Date.now() < end; await delay(200)) {
      try {
        await this.get(object);
      } catch {
        return;
      }
    }
    throw new Error(`${object.kind} ${object.metadata.name} is still there ${seconds} s after it was deleted`);
  }

  /** Tells of each change of an object, as the administrator, until it is told to stop. */
  public async watch(object: Manifest, changed: (now: any) => void, ended: (error: Error) => void = () => {}): Promise<() => void> {
    return this.connection.watch(await this.connection.pathOf(object, 'list'), { fieldSelector: `metadata.name=${object.metadata.name}` }, changed, ended);
  }

  /** Follows an object until it is as wanted. */
  public async until(object: Manifest, what: string, wanted: (now: any) => boolean, seconds = 60): Promise<any> {
    const { kind, metadata: { name, namespace } } = object;
    let last: any;
    const { promise, resolve, reject } = deferred<any>();
    const timer = setTimeout(() => reject(new Error(`${kind} ${namespace}/${name} is not ${what} after ${seconds} s: ${JSON.stringify(last?.status)}`)), seconds * 1000);
    const stop = await this.watch(object, now => {
      last = now;
      if (wanted(now)) {
        resolve(now);
      }
    }, reject);
    return promise.finally(() => {
      clearTimeout(timer);
      stop();
    });
  }

  /** Waits until a kind is served. */
  public async served(apiVersion: string, kind: string, seconds = 60): Promise<void> {
    const some = { apiVersion, kind, metadata: { name: 'some' } };
    for (const end = Date.now() + seconds * 1000; ; await delay(100)) {
      try {
        await this.connection.pathOf(some, 'read');
        return;
      } catch (error) {
        if (Date.now() > end) {
          throw new Error(`${apiVersion} ${kind} is not served after ${seconds} s: ${(error as Error).message}`);
        }
      }
    }
  }

  private async request(method: Method, object: Manifest, verb: Verb, request: Sent = {}, subresource?: string): Promise<any> {
    const path = await this.connection.pathOf(object, verb);
    return this.connection.send(method, subresource === undefined ? path : `${path}/${subresource}`, { ...request, headers: { ...request.headers, ...this.identity } });
  }
}

function query({ dryRun = false, fieldManager = 'bulwark' }: WriteOptions = {}): { [name: string]: string } {
  return { fieldValidation: 'Strict', fieldManager, ...dryRun ? { dryRun: 'All' } : {} };
}

function deferred<T>() {
  let resolve!: (value: T) => void;
  let reject!: (error: Error) => void;
  const promise = new Promise<T>((accept, refuse) => {
    resolve = accept;
    reject = refuse;
  });
  return { promise, resolve, reject };
}
