import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, ftruncateSync, linkSync, lstatSync, mkdirSync, openSync, closeSync, readFileSync, readdirSync, readlinkSync, symlinkSync, utimesSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { USER } from './sandbox';

/** Everything that a restored directory must have again: by relative path. */
export function treeOf(directory: string, except: RegExp = /^$/): { [path: string]: unknown } {
  const entries: [string, unknown][] = [];
  const walk = (path: string) => {
    for (const name of readdirSync(join(directory, path)).filter(each => !except.test(each)).sort()) {
      const relative = join(path, name);
      const file = join(directory, relative);
      const status = lstatSync(file);
      const { mode, uid, gid, mtimeMs } = status;
      if (status.isDirectory()) {
        entries.push([relative, { mode, uid, gid, mtime: Math.floor(mtimeMs) }]);
        walk(relative);
      } else if (status.isSymbolicLink()) {
        entries.push([relative, { link: readlinkSync(file) }]);
      } else {
        entries.push([relative, { mode, uid, gid, mtime: Math.floor(mtimeMs), size: status.size, digest: createHash('sha256').update(readFileSync(file)).digest('hex') }]);
      }
    }
  };
  walk('');
  return Object.fromEntries(entries);
}

/** Files of every sort that a volume may hold. They belong to the user of the containers. */
export function fill(directory: string): void {
  const at = (...names: string[]) => join(directory, ...names);
  mkdirSync(at('folder', 'below', '.hidden'), { recursive: true });
  mkdirSync(at('empty'));
  writeFileSync(at('dump.rdb'), randomBytes(3_000_000), { mode: 0o600 });
  writeFileSync(at('empty-file'), '');
  writeFileSync(at('Grüße, 世界 🛡 "quoted" $HOME *?.txt'), 'unicode');
  writeFileSync(at('-rf'), 'looks like an option');
  writeFileSync(at('line\nbreak'), 'a name of two lines');
  writeFileSync(at('folder', 'below', 'script.sh'), 'exit 0\n', { mode: 0o750 });
  writeFileSync(at('folder', 'below', '.hidden', 'file'), 'hidden');
  writeFileSync(at('.top'), 'hidden at the top');
  writeFileSync(at('..twice'), 'two dots');
  writeFileSync(at('n'.repeat(255)), 'a long name');
  const sparse = openSync(at('sparse'), 'w');
  ftruncateSync(sparse, 40_000_000);
  writeSync(sparse, 'end', 39_999_000);
  closeSync(sparse);
  symlinkSync('folder/below/script.sh', at('link'));
  symlinkSync('/nowhere/at/all', at('dangling'));
  linkSync(at('dump.rdb'), at('folder', 'hard-link'));
  if (USER !== undefined) {
    spawnSync('chown', ['-hR', `${USER}:${USER}`, directory]);
  }
  chmodSync(at('folder', 'below'), 0o2770);
  utimesSync(at('.top'), new Date('2001-02-03T04:05:06Z'), new Date('2001-02-03T04:05:06Z'));
}
