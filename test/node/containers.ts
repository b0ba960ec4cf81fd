import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FOLDER, SOCKET } from './settings';
import { Manifest } from '../cluster/client';
import { program } from '../cluster/programs';

export interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** A command of containerd's client, in the namespace of Kubernetes. */
export function ctr(...args: string[]): Outcome {
  const { status, stdout, stderr } = spawnSync(program('ctr'), ['-a', SOCKET, '-n', 'k8s.io', ...args], { encoding: 'utf8', timeout: 60_000 });
  return { status, output: `${stdout}${stderr}`.trim() };
}

/** A container of a pod that runs on the node. */
export class Container {
  /** The container with a name, or the first of the pod. */
  public static of({ spec, status }: Manifest, name: string = spec.containers[0].name): Container {
    const { containerID } = [...status.containerStatuses ?? [], ...status.initContainerStatuses ?? []].find(container => container.name === name);
    return new Container(containerID.replace('containerd://', ''));
  }

  private constructor(private readonly id: string) {}

  /** The process that was started in it, as the host numbers it. */
  public get pid(): number {
    const [, pid] = ctr('tasks', 'ls').output.split('\n').map(line => line.split(/\s+/)).find(([id]) => id === this.id) ?? [];
    return Number(pid);
  }

  /** What the kernel says of that process, such as `NoNewPrivs`. */
  public get status(): { readonly [field: string]: string } {
    return Object.fromEntries(readFileSync(`/proc/${this.pid}/status`, 'utf8').trim().split('\n').map(line => line.split(/:\s+/, 2)));
  }

  /** The user and the group of that process, as it sees them: the user namespace of its pod begins at another number on the host. */
  public get identity(): { readonly uid: number; readonly gid: number; readonly uidOnHost: number } {
    const first = (map: string) => Number(/^\s*0\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/${map}`, 'utf8'))![1]);
    const { Uid, Gid } = this.status;
    return { uid: parseInt(Uid) - first('uid_map'), gid: parseInt(Gid) - first('gid_map'), uidOnHost: parseInt(Uid) };
  }

  /** Runs a command as that process could: as its user, with its capabilities and its file systems. */
  public exec(...command: string[]): Outcome {
    return ctr('tasks', 'exec', '--exec-id', randomUUID(), this.id, ...command);
  }
}

/** What a container of a pod has printed, since it started last. */
export function logOf({ metadata: { namespace, name, uid } }: Manifest, container: string): string {
  const folder = join(FOLDER, 'logs', `${namespace}_${name}_${uid}`, container);
  const newest = readdirSync(folder).sort().pop();
  return newest === undefined ? '' : readFileSync(join(folder, newest), 'utf8');
}
