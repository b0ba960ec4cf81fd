import { EmptyDirMedium, EnvFieldPaths, EnvValue, IConfigMap, SecretValue, Volume, VolumeMount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { cacheSizeOf, timeLimitOf } from './backup-defaults';
import { BackupProps } from './backup-props';
import { LOCAL_REPOSITORY } from './backup-repository';

const SCRIPTS = '/backup/scripts';
const STATE = '/backup/state';
const VOLUME = '/backup/volume';

/** What a container has to have to use the repository of a backup. */
export interface BackupAccess {
  readonly envVariables: { [name: string]: EnvValue };
  readonly volumeMounts: VolumeMount[];
}

/** Where a script is, in a container of a backup. */
export const scriptPath = (name: string): string => `${SCRIPTS}/${name}`;

/** The mount of the scripts. */
export function scriptsMount(scope: Construct, prefix: string, scripts: IConfigMap): VolumeMount {
  return { path: SCRIPTS, volume: Volume.fromConfigMap(scope, 'ScriptsVolume', scripts, { name: `${prefix}-scripts` }), readOnly: true };
}

/**
 * The volumes and settings by which a container uses the repository of a backup: the key and the credentials are files, and only it has them.
 *
 * @param prefix of the volumes' names
 * @param claim name of the PersistentVolumeClaim, which is also the name of its repository
 * @param data the volume that is read, or written
 * @param readOnly whether it is only read
 */
export function backupAccess(
  scope: Construct, prefix: string, props: BackupProps, scripts: VolumeMount, claim: string, data: Volume, readOnly: boolean,
): BackupAccess {
  const { location, locationSecret, credentials, region, claim: repositoryClaim } = props.repository._facts;
  const text = (value: string | undefined) => value === undefined ? undefined : EnvValue.fromValue(value);
  const files = [
    { variable: 'RESTIC_PASSWORD_FILE', name: 'key', value: props.key },
    { variable: 'AWS_SHARED_CREDENTIALS_FILE', name: 'credentials', value: credentials },
    { variable: 'REPOSITORY_FILE', name: 'location', value: locationSecret },
  ].filter((file): file is typeof file & { value: SecretValue } => file.value !== undefined);
  const settings = {
    NAMESPACE: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAMESPACE),
    CLAIM: text(claim),
    SOURCE: text(props.path === undefined ? VOLUME : `${VOLUME}/${props.path}`),
    STATE: text(STATE),
    TIME_LIMIT: text(`${timeLimitOf(props).toSeconds()}`),
    REPOSITORY: text(location),
    AWS_DEFAULT_REGION: text(region),
    ...Object.fromEntries(files.map(({ variable, name, value }) => [variable, text(`/backup/${name}/${value.key}`)])),
  };
  return {
    envVariables: Object.fromEntries(Object.entries(settings).filter((entry): entry is [string, EnvValue] => entry[1] !== undefined)),
    volumeMounts: [
      { path: VOLUME, volume: data, readOnly },
      scripts,
      {
        path: STATE,
        volume: Volume.fromEmptyDir(scope, 'StateVolume', `${prefix}-state`, { medium: EmptyDirMedium.DEFAULT, sizeLimit: cacheSizeOf(props) }),
      },
      ...files.map(({ name, value: { secret, key } }) => ({
        path: `/backup/${name}`,
        volume: Volume.fromSecret(scope, `${name}Volume`, secret, { name: `${prefix}-${name}`, defaultMode: 0o400, items: { [key]: { path: key } } }),
        readOnly: true,
      })),
      ...repositoryClaim === undefined ? [] : [{
        path: LOCAL_REPOSITORY,
        volume: Volume.fromPersistentVolumeClaim(scope, 'RepositoryVolume', repositoryClaim, { name: `${prefix}-repository` }),
      }],
    ],
  };
}
