import { ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { CLIENTS, COMPONENTS, Facts } from './components';
import { kwokStages, program } from './programs';

const READY_WITHIN = 120_000; // milliseconds

/** A Kubernetes control plane on loopback, of processes of its own in a folder of its own. */
export class ControlPlane {
  public static async start(): Promise<ControlPlane> {
    const folder = mkdtempSync(join(tmpdir(), 'bulwark-cluster-'));
    const ports = new Map<string, number>();
    for (const name of ['etcd', 'peer', ...COMPONENTS.slice(1).map(([component]) => component)]) {
      ports.set(name, await freePort());
    }
    const plane = new ControlPlane({ folder, port: name => ports.get(name)!, stages: kwokStages() });
    // Also where a test run is interrupted.
    process.once('exit', () => plane.kill());
    await plane.run();
    return plane;
  }

  /** The kubeconfig of the administrator. */
  public readonly kubeconfig: string;

  private readonly processes = new Map<string, ChildProcess>();

  private constructor(private readonly facts: Facts) {
    this.kubeconfig = join(facts.folder, 'admin.kubeconfig');
  }

  /** Stops the processes, the last to start first, and forgets what they wrote. */
  public async stop(): Promise<void> {
    for (const child of [...this.processes.values()].reverse()) {
      const gone = new Promise(resolve => child.once('exit', resolve));
      if (child.exitCode === null && child.kill()) {
        await Promise.race([gone, setTimeout(10_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
      }
    }
    this.processes.clear();
    rmSync(this.facts.folder, { recursive: true, force: true });
  }

  private kill(): void {
    this.processes.forEach(child => child.kill('SIGKILL'));
  }

  private async run(): Promise<void> {
    const { folder, port } = this.facts;
    const url = `https://127.0.0.1:${port('kube-apiserver')}`;
    const tokens = Object.keys(CLIENTS).map(user => ({ user, token: randomUUID() }));
    writeFileSync(join(folder, 'tokens.csv'), tokens.map(({ user, token }) => `${token},${user},${user},"${CLIENTS[user]}"\n`).join(''));
    writeFileSync(join(folder, 'accounts.key'), generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'sec1', format: 'pem' }));
    tokens.forEach(({ user, token }) => writeFileSync(join(folder, `${user}.kubeconfig`), kubeconfig(folder, url, user, token)));
    const admin = tokens[0].token;
    for (const [name, args] of COMPONENTS) {
      const log = openSync(join(folder, `${name}.log`), 'w');
      this.processes.set(name, spawn(program(name), args(this.facts), { stdio: ['ignore', log, log], cwd: folder }));
      if (name === 'kube-apiserver') {
        await this.until(() => answers(`${url}/readyz`, join(folder, 'apiserver.crt'), admin));
      }
    }
    await this.until(async () => true);
  }

  private async until(ready: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + READY_WITHIN; Date.now() < end; await setTimeout(100)) {
      const [dead] = [...this.processes].find(([, child]) => child.exitCode !== null) ?? [];
      if (dead !== undefined) {
        throw new Error(`${dead} stopped: ${this.log(dead)}`);
      }
      if (await ready()) {
        return;
      }
    }
    throw new Error(`the API server is not ready after ${READY_WITHIN / 1000} s: ${this.log('kube-apiserver')}`);
  }

  private log(name: string): string {
    return readFileSync(join(this.facts.folder, `${name}.log`), 'utf8').trim().split('\n').slice(-5).join('\n');
  }
}

function kubeconfig(folder: string, server: string, user: string, token: string): string {
  return JSON.stringify({
    'apiVersion': 'v1',
    'kind': 'Config',
    'current-context': 'test',
    'clusters': [{ name: 'test', cluster: { server, 'certificate-authority': join(folder, 'apiserver.crt') } }],
    'users': [{ name: user, user: { token } }],
    'contexts': [{ name: 'test', context: { cluster: 'test', user } }],
  });
}

async function answers(url: string, certificate: string, token: string): Promise<boolean> {
  return existsSync(certificate) && new Promise(resolve => get(url, { ca: readFileSync(certificate), headers: { authorization: `Bearer ${token}` } }, response => {
    response.resume();
    resolve(response.statusCode === 200);
  }).on('error', () => resolve(false)));
}

/**
 * Two clusters that start at the same moment look elsewhere, by the id of their process; and a connection that somebody makes gets a port above 32,768.
 * Asking the system for any free port would give neither.
 */
let nextPort = 20_000 + process.pid % 1_000 * 12;

async function freePort(): Promise<number> {
  for (;;) {
    const port = nextPort++;
    if (await isFree(port)) {
      return port;
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise(resolve => {
    const server = createServer().once('error', () => resolve(false)).listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
