import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CGROUP } from './settings';

const ROOT = '/sys/fs/cgroup';
const UNIFIED = join(ROOT, 'cgroup.controllers');

/** Makes the cgroup of the node, in version 2, or in each hierarchy of version 1. */
export function makeCgroups(): void {
  if (existsSync(UNIFIED)) {
    const controllers = readFileSync(UNIFIED, 'utf8').trim().split(' ');
    writeFileSync(join(ROOT, 'cgroup.subtree_control'), controllers.map(name => `+${name}`).join(' '));
    mkdirSync(join(ROOT, CGROUP), { recursive: true });
    return;
  }
  readdirSync(ROOT).filter(name => existsSync(join(ROOT, name, 'cgroup.procs'))).forEach(name => mkdirSync(join(ROOT, name, CGROUP), { recursive: true }));
  // A new one has no CPU and no memory of its own there, and then no process may enter it.
  ['cpuset.cpus', 'cpuset.mems'].forEach(file => writeFileSync(join(ROOT, 'cpuset', CGROUP, file), readFileSync(join(ROOT, 'cpuset', file), 'utf8')));
}

/** The memory that a process may use, in bytes. */
export function memoryLimitOf(pid: number): number {
  const lines = readFileSync(`/proc/${pid}/cgroup`, 'utf8').trim().split('\n').map(line => line.split(':'));
  const [, , old] = lines.find(([, controllers]) => controllers.split(',').includes('memory')) ?? [];
  const file = old !== undefined ? join(ROOT, 'memory', old, 'memory.limit_in_bytes') : join(ROOT, lines[0][2], 'memory.max');
  return Number(readFileSync(file, 'utf8'));
}
