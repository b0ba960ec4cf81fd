import { ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notRun } from '../not-run';

/** As whom a container runs, where we may choose. */
export const USER = process.getuid?.() === 0 ? 999 : undefined;

export type Shell = 'dash' | 'busybox';

/** Whether programs are here. Where one is missing that is named as not run, and an error in CI. */
export function available(what: string, ...programs: string[]): boolean {
  const missing = programs.filter(program => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
  if (missing.length > 0) {
    if (process.env.CI === 'true') {
      throw new Error(`${what}: ${missing.join(', ')} must be installed (apt-get install -y ${missing.join(' ')})`);
    }
    notRun(what, `no ${missing.join(', ')} here`);
  }
  return missing.length === 0;
}

/** Time that passes when somebody sleeps; who waits for another container by the second, waits ten times too short. The scripts under test are the ones of the YAML: only what they call is another. */
const FAKE_TIME = `
sleep() { case $1 in 1) command sleep 0.1 ;; *) command sleep 0.005 ;; esac; read -r now < "$CLOCK"; echo $((now + $1)) > "$CLOCK"; }
date() { case $1 in +%s) cat "$CLOCK" ;; -u) command date "$@" ;; *) command date -u -d "@$(cat "$CLOCK")" "$@" ;; esac; }
`;

export interface RunOptions {
  readonly shell?: Shell;
  /** Seconds since 1970 at which fake time begins. */
  readonly clock?: number;
  /** Another command, such as a probe's. */
  readonly command?: string[];
}

/** The output of a container that was started, and its end. */
export class Run {
  public output = '';
  public readonly ended: Promise<number>;

  public constructor(public readonly process: ChildProcess) {
    process.stdout!.on('data', data => this.output += data);
    process.stderr!.on('data', data => this.output += data);
    this.ended = new Promise(resolve => process.on('close', (code, signal) => resolve(code ?? (signal === null ? 255 : 128))));
  }

  /** Waits until the output matches so often. */
  public async saw(pattern: RegExp, times = 1): Promise<void> {
    let over = false;
    void this.ended.then(() => over = true);
    while ((this.output.match(new RegExp(pattern, 'g')) ?? []).length < times) {
      if (over) {
        throw new Error(`it ended without ${times} times ${pattern}:\n${this.output}`);
      }
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }

  public stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<number> {
    this.process.kill(signal);
    return this.ended;
  }
}

const sandboxes: Sandbox[] = [];
afterAll(() => sandboxes.forEach(({ root }) => rmSync(root, { recursive: true, force: true })));

/** Runs the containers of rendered pods as processes: their mounts are directories, and paths in commands and environment lead there. */
export class Sandbox {
  public readonly root = mkdtempSync(join(tmpdir(), 'bulwark-backup-'));
  public readonly clock = join(this.root, 'clock');
  private readonly calls = join(this.root, 'calls');

  public constructor(private readonly objects: any[], public readonly secrets: { [name: string]: { [key: string]: string } }, private readonly pod = 'cart-0') {
    sandboxes.push(this);
    mkdirSync(join(this.root, 'bin'));
    // Tells what restic was called with, and calls it.
    writeFileSync(join(this.root, 'bin', 'restic'), '#!/bin/sh\necho "$*" >> "$CALLS"\nexec "$RESTIC" "$@"\n');
    chmodSync(join(this.root, 'bin', 'restic'), 0o755);
    writeFileSync(this.calls, '');
    [this.root, this.calls].forEach(own);
  }

  /** The arguments of every call of restic so far, with the sandbox's directories as the container's. */
  public resticCalls(): string[] {
    return readFileSync(this.calls, 'utf8').trimEnd().split('\n');
  }

  /** The directory that stands for a volume. */
  public directory(name: string): string {
    const path = join(this.root, name);
    if (!existsSync(path)) {
      mkdirSync(path, { recursive: true });
      own(path);
    }
    return path;
  }

  public claim(name: string): string {
    return this.directory(`claim-${name}`);
  }

  /** Starts a container of a pod, with `sh` as the shell that is asked for. */
  public start(podSpec: any, name: string, { shell = 'dash', clock, command: other }: RunOptions = {}): Run {
    const container = [...podSpec.containers, ...podSpec.initContainers ?? []].find(each => each.name === name);
    const mounts = container.volumeMounts.map(({ name: volume, mountPath }: any) => [mountPath, this.volume(podSpec, volume)] as [string, string]);
    const directories = new Map<string, string>(mounts);
    // At once: the path of the sandbox may itself have the name of a mount in it.
    const path = new RegExp(`(?<![\\w/])(${[...directories.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\w-])`, 'g');
    const here = (text: string) => text.replace(path, mount => directories.get(mount)!);
    const variables: { [name: string]: string } = {};
    for (const { name: variable, value, valueFrom } of container.env ?? []) {
      const field = valueFrom?.fieldRef.fieldPath;
      variables[variable] = field === 'metadata.name' ? this.pod : field === 'metadata.namespace' ? 'shop'
        : here(value).replace(/\$\((\w+)\)/g, (_: string, earlier: string) => variables[earlier]);
    }
    const [program, ...args] = (other ?? container.command).map(here);
    expect(program).toBe('sh');
    const [command, ...first] = { dash: ['dash'], busybox: ['busybox', 'sh'] }[shell];
    if (clock !== undefined) {
      writeFileSync(this.clock, `${clock}\n`);
      own(this.clock);
    }
    const fake = clock === undefined ? [] : ['-c', `${FAKE_TIME}. "$0"`];
    const restic = spawnSync('sh', ['-c', 'command -v restic'], { encoding: 'utf8' }).stdout.trim();
    return new Run(spawn(command, [...first, ...fake, ...args], {
      cwd: '/',
      env: { ...variables, PATH: `${join(this.root, 'bin')}:/usr/local/bin:/usr/bin:/bin`, CLOCK: this.clock, CALLS: this.calls, RESTIC: restic },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
      ...USER === undefined ? {} : { uid: USER, gid: USER },
    }));
  }

  /** Calls restic on a repository as a person would, with its key. */
  public restic(repository: string, key: string, ...args: string[]): string {
    const file = join(this.root, 'person-key');
    writeFileSync(file, key);
    const { status, stdout, stderr } = spawnSync('restic', ['--no-cache', '--repo', repository, '--password-file', file, ...args], { encoding: 'utf8' });
    if (status !== 0) {
      throw new Error(`restic ${args.join(' ')}: ${stderr}`);
    }
    return stdout;
  }

  private volume(podSpec: any, name: string): string {
    const source = podSpec.volumes.find((volume: any) => volume.name === name);
    if (source === undefined) {
      return this.claim(`${name}-${this.pod}`);
    }
    if (source.persistentVolumeClaim !== undefined) {
      return this.claim(source.persistentVolumeClaim.claimName);
    }
    const directory = this.directory(`volume-${name}`);
    if (source.configMap !== undefined) {
      const { data } = this.objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === source.configMap.name);
      Object.entries<string>(data).forEach(([file, text]) => writeFileSync(join(directory, file), text));
    }
    for (const { key, path } of source.secret?.items ?? []) {
      const file = join(directory, path);
      rmSync(file, { force: true });
      writeFileSync(file, this.secrets[source.secret.secretName][key]);
      own(file);
      chmodSync(file, source.secret.defaultMode);
    }
    return directory;
  }
}

/** Gives a file to the user of the containers. */
export function own(path: string): void {
  if (USER !== undefined) {
    chownSync(path, USER, USER);
  }
}
