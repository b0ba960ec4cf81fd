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

/** Why this machine cannot be a node, and what to do about it. */
export function missing(): string | undefined {
  if (platform() !== 'linux') {
    return `the system is ${platform()}, and containers are processes of Linux: run it there`;
  }
  if (process.getuid!() !== 0) {
    return `the user is ${process.getuid!()}, and a node makes networks and mounts: run it as root`;
  }
  const packages = Object.entries(NEEDED).filter(([file]) => !existsSync(file) && found(file) === undefined).map(([, name]) => name);
  return packages.length === 0 ? undefined : `it lacks programs: run apt-get install --no-install-recommends ${[...new Set(packages)].join(' ')}`;
}
