import { cacheSizeOf } from './backup-defaults';
import { BackupProps } from './backup-props';
import { EffectiveDefaults } from '../workload/workload-defaults';

/** Takes over into a container of a backup as whom the program runs: the files on the volume are its own, often readable to nobody else. */
export function runAsProgram(path: string, container: any, podSecurityContext: any, program: any, userIsAssigned: boolean): void {
  const { runAsUser, runAsGroup } = program.securityContext ?? {};
  if ((runAsUser ?? podSecurityContext?.runAsUser) === undefined && !userIsAssigned) {
    throw new Error(`${path}: nobody says as which user the program runs, and only that user can read all of its files: `
      + 'set securityContext.user of the StatefulSet or of its first container');
  }
  container.securityContext = {
    ...container.securityContext,
    ...runAsUser === undefined ? {} : { runAsUser },
    ...runAsGroup === undefined ? {} : { runAsGroup },
  };
}

/** The disk that a container with a cache may use is its cache, and what every container has for its log. cdk8s-plus knows whole gibibytes only. */
export function giveCache(container: any, props: BackupProps, defaults: EffectiveDefaults): void {
  if (props.resources?.ephemeralStorage === undefined) {
    const size = `${cacheSizeOf(props).toMebibytes() + defaults.ephemeralStorage.toMebibytes()}Mi`;
    for (const amounts of [container.resources.requests, container.resources.limits]) {
      amounts['ephemeral-storage'] = size;
    }
  }
}

/** The container of the command before a backup sees what the program sees: its environment and its volumes. */
export function seeAsProgram(container: any, program: any): void {
  const own = new Set((container.volumeMounts ?? []).map(({ mountPath }: any) => mountPath));
  const mounts = (program.volumeMounts ?? []).filter(({ mountPath }: any) => !own.has(mountPath));
  container.volumeMounts = structuredClone([...container.volumeMounts ?? [], ...mounts]);
  container.env = structuredClone([...container.env ?? [], ...program.env ?? []]);
  if (program.envFrom !== undefined) {
    container.envFrom = structuredClone(program.envFrom);
  }
}
