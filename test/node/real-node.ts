import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { makeCgroups } from './cgroups';
import { ctr } from './containers';
import { ADDRESS, FILES, FOLDER, NODE, PODS, SOCKET } from './settings';
import { Client } from '../cluster/client';
import { Program, program } from '../cluster/programs';

const STARTED: readonly Program[] = ['runc', 'containerd-shim-runc-v2'];
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
const READY_WITHIN = 120_000; // milliseconds

/** This machine as a node of a cluster: containerd, the kubelet, and what enforces NetworkPolicies. */
export class RealNode {
  public static async start(kubeconfig: string, client: Client): Promise<RealNode> {
    const owner = ownerOf(join(FOLDER, 'owner'));
    if (owner !== undefined) {
      throw new Error(`a real node cannot run here: process ${owner} runs one, and a machine is one node at a time: wait for its end`);
    }
    leave();
    const node = new RealNode(dirname(kubeconfig));
    for (const [name, text] of Object.entries({ ...FILES, owner: `${process.pid}` })) {
      mkdirSync(dirname(join(FOLDER, name)), { recursive: true });
      writeFileSync(join(FOLDER, name), text);
    }
    // Also where a test run is interrupted; a signal alone would end it without that.
    process.once('exit', () => node.stop());
    SIGNALS.forEach(signal => process.once(signal, () => process.exit(1)));
    await node.run(client);
    return node;
  }

  private readonly processes = new Map<string, ChildProcess>();
  private stopped = false;

  /** @param credentials the folder of the kubeconfigs */
  private constructor(private readonly credentials: string) {}

  /** Stops the node and everything that runs on it, and takes away what it made. */
  public stop(): void {
    if (!this.stopped) {
      this.stopped = true;
      leave();
    }
  }

  private async run(client: Client): Promise<void> {
    makeCgroups();
    mustRun('bash', [join(__dirname, 'network.sh'), FOLDER, ADDRESS, PODS]);
    this.spawn('containerd', program('containerd'), ['-c', `${FOLDER}/containerd.toml`]);
    await this.until('containerd answers', async () => ctr('version').status === 0);
    this.spawn('kube-network-policies', program('kube-network-policies'), [
      '--kubeconfig', `${this.credentials}/admin.kubeconfig`, '--hostname-override', NODE, '--disable-nri', '--fail-open=false', '--metrics-bind-address', '127.0.0.1:0',
    ]);
    this.spawn('kubelet', program('kubelet'), [
      '--config', `${FOLDER}/kubelet.json`, '--kubeconfig', `${this.credentials}/system:node:${NODE}.kubeconfig`,
      '--hostname-override', NODE, '--node-ip', ADDRESS, '--root-dir', `${FOLDER}/kubelet`, '--cert-dir', `${FOLDER}/kubelet/pki`,
    ]);
    await this.until('the node is ready', async () => (await client.list('v1', 'Node'))
      .some(({ status }) => status.conditions?.some((condition: any) => condition.type === 'Ready' && condition.status === 'True')));
  }

  private spawn(name: string, file: string, args: readonly string[]): void {
    const log = openSync(join(FOLDER, `${name}.log`), 'w');
    // containerd finds there what it starts.
    const PATH = [...STARTED.map(each => dirname(program(each))), process.env.PATH].join(':');
    const child = spawn(file, args, { stdio: ['ignore', log, log], cwd: FOLDER, env: { ...process.env, PATH } });
    writeFileSync(join(FOLDER, `${name}.pid`), `${child.pid}`);
    this.processes.set(name, child);
  }

  private async until(what: string, holds: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + READY_WITHIN; !await holds(); await setTimeout(200)) {
      const [dead] = [...this.processes].find(([, child]) => child.exitCode !== null) ?? [];
      if (dead !== undefined || Date.now() > end) {
        throw new Error(`it is not so that ${what}: ${dead ?? 'too late'}: ${this.logs()}`);
      }
    }
  }

  private logs(): string {
    return [...this.processes.keys()].map(name => `${name}: ${readFileSync(join(FOLDER, `${name}.log`), 'utf8').trim().split('\n').slice(-5).join('\n')}`).join('\n');
  }
}

/** The process that has written its number into a file, if it still runs. */
function ownerOf(file: string): string | undefined {
  const owner = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  return owner !== undefined && existsSync(`/proc/${owner}/exe`) && readlinkSync(`/proc/${owner}/exe`) === process.execPath ? owner : undefined;
}

/** Takes away what a node made, in this run or in one that was killed. */
function leave(): void {
  if (existsSync(FOLDER)) {
    mustRun('bash', [join(__dirname, 'leave.sh'), FOLDER, SOCKET, program('ctr')]);
  }
}

function mustRun(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(`${[command, ...args].join(' ')}: ${stderr.trim()}`);
  }
}
