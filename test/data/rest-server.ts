import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

interface Answer { readonly status: number; readonly body?: Buffer | string; readonly headers?: { [name: string]: string } }

/** Keeps restic repositories in memory, and speaks restic's REST protocol, version 2. */
export class RestServer {
  /** By path. */
  public readonly files = new Map<string, Buffer>();
  /** The `Authorization` of every request. */
  public readonly authorizations = new Set<string | undefined>();
  private readonly server: Server;

  /** @param authorization that is asked for */
  public constructor(private readonly authorization?: string) {
    this.server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk)).on('end', () => {
        const { status, body = '', headers = {} } = this.answer(request, Buffer.concat(chunks));
        response.writeHead(status, { 'Content-Length': Buffer.byteLength(body), ...headers }).end(request.method === 'HEAD' ? undefined : body);
      });
    });
  }

  /** @returns the port */
  public async start(): Promise<number> {
    await new Promise<void>(resolve => this.server.listen(0, '127.0.0.1', resolve));
    return (this.server.address() as AddressInfo).port;
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise(resolve => this.server.close(resolve));
  }

  private answer({ method, url, headers: { authorization, range } }: IncomingMessage, body: Buffer): Answer {
    this.authorizations.add(authorization);
    if (this.authorization !== undefined && authorization !== this.authorization) {
      return { status: 401 };
    }
    const { pathname, searchParams } = new URL(url!, 'http://localhost');
    if (method === 'POST') {
      if (!searchParams.has('create')) {
        this.files.set(pathname, body);
      }
      return { status: 200 };
    }
    if (pathname.endsWith('/')) {
      const names = [...this.files.keys()].filter(path => path.startsWith(pathname))
        .map(path => ({ name: path.slice(pathname.length), size: this.files.get(path)!.length }));
      return { status: 200, body: JSON.stringify(names), headers: { 'Content-Type': 'application/vnd.x.restic.rest.v2' } };
    }
    const file = this.files.get(pathname);
    if (file === undefined) {
      return { status: 404 };
    }
    if (method === 'DELETE') {
      this.files.delete(pathname);
      return { status: 200 };
    }
    const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
    return first === undefined ? { status: 200, body: file } : { status: 206, body: file.subarray(Number(first), last === '' ? undefined : Number(last) + 1) };
  }
}
