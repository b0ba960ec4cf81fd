import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { join } from 'node:path';

/** Where Debian has the plug-ins that give pods their network. */
export const CNI = '/usr/lib/cni';

/** What must be there, and the Debian package that it comes from. */
const NEEDED: { readonly [file: string]: string } = {
  // runc is compiled with them.
  'gcc': 'gcc',
  'pkg-config': 'pkgconf',
  '/usr/include/stdio.h': 'libc6-dev',
  '/usr/include/seccomp.h': 'libseccomp-dev',
  'iptables': 'iptables',
  'ip': 'iproute2',
  'busybox': 'busybox',
  'restic': 'restic',
  [join(CNI, 'ptp')]: 'containernetworking-plugins',
};

/** Where a program is, as a shell finds it. */
export function found(name: string): string | undefined {
  return (process.env.PATH ?? '').split(':').concat('/usr/sbin', '/sbin').map(folder => join(folder, name)).find(existsSync);
}

export interface Machine {
  readonly system: string;
  readonly user: number;
  readonly has: (file: string) => boolean;
}

const HERE: Machine = { system: platform(), user: process.getuid?.() ?? -1, has: file => existsSync(file) || found(file) !== undefined };

/** Why a machine cannot be a node, and what to do about it. */
export function missing({ system, user, has }: Machine = HERE): string | undefined {
  if (system !== 'linux') {
    return `the system is ${system}, and containers are processes of Linux: run it there`;
  }
  if (user !== 0) {
    return `the user is ${user}, and a node makes networks and mounts: run it as root`;
  }
  const packages = Object.entries(NEEDED).filter(([file]) => !has(file)).map(([, name]) => name);
  return packages.length === 0 ? undefined : `it lacks programs: run apt-get install --no-install-recommends ${[...new Set(packages)].join(' ')}`;
}
