import { Agent, request, RequestOptions } from 'node:https';

type Library = typeof import('@kubernetes/client-node', { with: { 'resolution-mode': 'import' } });
// eslint-disable-next-line @typescript-eslint/no-require-imports
const { KubeConfig, KubernetesObjectApi, Watch } = require('@kubernetes/client-node') as Library;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type Verb = 'create' | 'delete' | 'list' | 'patch' | 'read' | 'replace';

/** Any object of Kubernetes. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: any };
  readonly [field: string]: any;
}

export interface Sent {
  readonly body?: object;
  readonly query?: { readonly [name: string]: string };
  readonly headers?: { readonly [name: string]: string | string[] };
}

/** What the API server refused, in its words. */
export class Refused extends Error {
  public constructor(public readonly code: number, public readonly reason: string, message: string) {
    super(message);
  }
}

const WARNINGS = new WeakMap<object, readonly string[]>();

/** What the API server warned of beside an answer, or beside what it refused. */
export function warningsOf(answer: object): readonly string[] {
  return WARNINGS.get(answer) ?? [];
}

/** The texts of the header `Warning`, which is of the form `299 - "text"` for each. */
function texts(header: string | undefined): string[] {
  return [...(header ?? '').matchAll(/299 [^ ]+ "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text.replace(/\\(.)/g, '$1'));
}

/**
 * Requests as they are, to the cluster that the tests run in, as its administrator. (The typed API of the library leaves out fields that it does not know:
 * strict validation would never see them.)
 */
export class Connection extends KubernetesObjectApi {
  public static open(): Connection {
    const config = new KubeConfig();
    config.loadFromFile(process.env.BULWARK_KUBECONFIG!);
    const connection = config.makeApiClient(Connection);
    connection.config = config;
    return connection;
  }

  private config!: InstanceType<Library['KubeConfig']>;
  private agent?: Agent;

  /** Where an object is served. */
  public pathOf({ apiVersion, kind, metadata: { name, namespace } }: Manifest, verb: Verb): Promise<string> {
    return this.specUriPath({ apiVersion, kind, metadata: { name, namespace } }, verb);
  }

  public async send(method: Method, path: string, { body, query = {}, headers = {} }: Sent = {}): Promise<any> {
    const context = this.configuration.baseServer.makeRequestContext(path, method as any);
    Object.entries(query).forEach(([name, value]) => context.setQueryParam(name, value));
    Object.entries({ 'Content-Type': 'application/json', ...headers }).forEach(([name, value]) => context.setHeaderParam(name, value as string));
    await this.config.applySecurityAuthentication(context);
    // One agent for all requests, which keeps its connections for less time than the API server does: the library makes a new one for each.
    this.agent ??= new Agent({ ...(context.getAgent() as Agent).options, keepAlive: true, timeout: 60_000 });
    const { status, text, warning } = await exchange(context.getUrl(), { method, agent: this.agent, headers: context.getHeaders() }, body);
    const answer = JSON.parse(text);
    const result = status >= 300 ? new Refused(status, answer.reason, answer.message) : answer;
    WARNINGS.set(result, texts(warning));
    if (result instanceof Refused) {
      throw result;
    }
    return result;
  }

  /** Tells of each change, until it is told to stop. */
  public async watch(path: string, query: Sent['query'], changed: (object: any) => void, ended: (error: Error) => void): Promise<() => void> {
    const controller = await new Watch(this.config)
      .watch(path, query!, (_phase, object) => changed(object), error => ended(error ?? new Error('the watch ended')));
    return () => controller.abort();
  }
}

interface Answer { readonly status: number; readonly text: string; readonly warning?: string }

/**
 * One request. (That of the library cannot say a header twice, as it takes to impersonate somebody of two groups.) Where the API server closed a kept
 * connection while a test waited for a program, the request never reached it, and is sent again.
 */
function exchange(url: string, options: RequestOptions, body?: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, options, response => {
      const parts: Buffer[] = [];
      response.on('data', part => parts.push(part)).on('error', reject)
        .on('end', () => resolve({ status: response.statusCode!, text: Buffer.concat(parts).toString('utf8'), warning: response.headers.warning }));
    });
    sent.on('error', (error: NodeJS.ErrnoException) => sent.reusedSocket && error.code === 'ECONNRESET' ? resolve(exchange(url, options, body)) : reject(error));
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}
