import { posix } from 'node:path';
import { everyContainer, PodDefault } from './context';
import { quantityOf } from '../exact-sizes';

const PATH = '/tmp';

/** A read-only root file system leaves nowhere to write: `/tmp` is in memory, of a limited size (parts 2.3 and 9.2). */
export const temporaryDirectory: PodDefault = ({ spec }, { defaults }) => {
  const size = defaults.temporaryDirectory;
  const without = everyContainer(spec).filter(({ securityContext, volumeMounts = [] }) =>
    securityContext?.readOnlyRootFilesystem !== false && !volumeMounts.some(({ mountPath }: { mountPath: string }) => posix.normalize(`${mountPath}/`) === `${PATH}/`));
  if (size.toKibibytes() === 0 || without.length === 0) {
    return;
  }
  const taken = new Set((spec.volumes ?? []).map(({ name }: { name: string }) => name));
  const name = ['tmp', 'temporary-directory'].find(candidate => !taken.has(candidate)) ?? `tmp-${taken.size}`;
  spec.volumes = [...spec.volumes ?? [], { name, emptyDir: { medium: 'Memory', sizeLimit: quantityOf(size) } }];
  for (const container of without) {
    container.volumeMounts = [...container.volumeMounts ?? [], { name, mountPath: PATH }];
  }
};
