import { Duration } from 'cdk8s';
import { ContainerProps, EnvFieldPaths, EnvValue, Probe, Volume, VolumeMount } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { backupAccess, scriptPath } from './backup-access';
import { cacheSizeOf, commandTimeLimitOf, retriesOf, scheduleOf } from './backup-defaults';
import { BackupCommand, BackupProps } from './backup-props';
import { cronTimes } from './cron-times';

/** Where the container that backs up and the one that runs the command before it meet. */
const HOOK = '/backup/hook';

const ALIVE = 'test "$(date +%s)" -lt "$(cat "$STATE/deadline")"';

/** The container that backs up. */
export function backupContainer(
  scope: Construct, prefix: string, props: BackupProps, retention: string[], scripts: VolumeMount, data: Volume, hook: Volume | undefined,
): ContainerProps {
  const access = backupAccess(scope, prefix, props, scripts, `${props.volume}-$(POD)`, data, true);
  const settings = {
    ...scheduleSettings(scope.node.path, props),
    RETRIES: `${retriesOf(props)}`,
    CACHE_KIBIBYTES: `${Math.floor(cacheSizeOf(props).toKibibytes() / 2)}`,
    ...hook === undefined ? {} : { HOOK, HOOK_TIME_LIMIT: `${commandTimeLimitOf(props.before!).toSeconds()}` },
  };
  return {
    name: prefix,
    image: props.image,
    command: ['sh', scriptPath('backup.sh'), ...retention],
    envVariables: {
      POD: EnvValue.fromFieldRef(EnvFieldPaths.POD_NAME),
      ...access.envVariables,
      ...Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, EnvValue.fromValue(value)])),
    },
    volumeMounts: [...access.volumeMounts, ...hook === undefined ? [] : [{ path: HOOK, volume: hook }]],
    resources: props.resources,
    liveness: Probe.fromCommand(['sh', '-c', ALIVE], { initialDelaySeconds: Duration.seconds(30), periodSeconds: Duration.minutes(1), timeoutSeconds: Duration.seconds(10) }),
  };
}

/** The container that runs a command of the program's before each backup. */
export function commandContainer(prefix: string, before: BackupCommand, image: string, scripts: VolumeMount, hook: Volume): ContainerProps {
  return {
    name: `${prefix}-before`,
    image: before.image ?? image,
    command: ['sh', scriptPath('before.sh'), ...before.command],
    envVariables: { HOOK: EnvValue.fromValue(HOOK) },
    volumeMounts: [scripts, { path: HOOK, volume: hook }],
    resources: before.resources,
  };
}

/** The schedule as lists of what `date` prints, with `*` for all: a shell compares texts, it does not read cron. */
function scheduleSettings(path: string, props: BackupProps): { [name: string]: string } {
  const { minutes, hours, days, months, weekdays, dayOrWeekday } = cronTimes(`${path}: schedule`, scheduleOf(props).expressionString);
  const list = (values: readonly number[], all: number, digits: number) =>
    values.length === all ? '*' : values.map(value => `${value}`.padStart(digits, '0')).join(' ');
  return {
    MINUTES: list(minutes, 60, 2),
    HOURS: list(hours, 24, 2),
    DAYS: list(days, 31, 2),
    MONTHS: list(months, 12, 2),
    WEEKDAYS: list(weekdays, 7, 1),
    DAY_OR_WEEKDAY: `${dayOrWeekday}`,
  };
}
