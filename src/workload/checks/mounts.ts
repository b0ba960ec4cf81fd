import { posix } from 'node:path';
import { Container } from 'cdk8s-plus-28';

/** What is wrong with the mounts of a container. */
export function mountFaults({ mounts }: Container): string[] {
  const taken = new Set<string>();
  return mounts.flatMap(({ path, subPath, subPathExpr }) => {
    const place = posix.normalize(`${path}/`);
    const faults = [
      ...path.startsWith('/') && !path.includes(':') ? [] : [`the mount path "${path}" is not allowed: give an absolute path without ":"`],
      ...taken.has(place) ? [`two volumes are mounted at "${path}": mount one of them elsewhere`] : [],
      ...[subPath, subPathExpr].filter(part => part !== undefined && (part.startsWith('/') || part.split('/').includes('..')))
        .map(part => `the path "${part}" below a volume is not allowed: give a relative path without ".."`),
      ...subPath !== undefined && subPathExpr !== undefined ? [`the mount "${path}" has both subPath and subPathExpr: give one`] : [],
    ];
    taken.add(place);
    return faults;
  });
}
