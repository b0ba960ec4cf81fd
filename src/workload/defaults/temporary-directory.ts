import { everyContainer, PodDefault } from './context';

const PATH = '/tmp';

/** A read-only root file system leaves nowhere to write: `/tmp` is in memory, of a limited size (parts 2.3 and 9.2). */
export const temporaryDirectory: PodDefault = ({ spec }, { defaults }) => {
  const size = defaults.temporaryDirectory.toKibibytes();
  const without = everyContainer(spec).filter(({ securityContext, volumeMounts = [] }) =>
    securityContext?.readOnlyRootFilesystem !== false && !volumeMounts.some(({ mountPath }: { mountPath: string }) => mountPath === PATH));
  if (size === 0 || without.length === 0) {
    return;
  }
  const taken = new Set((spec.volumes ?? []).map(({ name }: { name: string }) => name));
  const name = ['tmp', 'temporary-directory'].find(candidate => !taken.has(candidate)) ?? `tmp-${taken.size}`;
  spec.volumes = [...spec.volumes ?? [], { name, emptyDir: { medium: 'Memory', sizeLimit: size % 1024 === 0 ? `${size / 1024}Mi` : `${size}Ki` } }];
  for (const container of without) {
    container.volumeMounts = [...container.volumeMounts ?? [], { name, mountPath: PATH }];
  }
};
