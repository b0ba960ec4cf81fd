import { Duration } from 'cdk8s';
import { SecretValue } from 'cdk8s-plus-28';
import { commandTimeLimitOf, retriesOf, scheduleOf, timeLimitOf, cacheSizeOf } from './backup-defaults';
import { BackupProps } from './backup-props';
import { cronTimes } from './cron-times';

const FOLDER = /^[\w.-]+(\/[\w.-]+)*$/;
const SECRET_KEY = /^[\w.-]{1,253}$/;

/** Leaves room for what is put around it in the names of containers and volumes. */
const LONGEST_VOLUME_NAME = 44;

/** Restic's temporary files alone take that much. */
const SMALLEST_CACHE = 128;

/**
 * Refuses what cannot become a backup.
 *
 * @param path of the construct, for the error
 * @param claims of the StatefulSet
 */
export function checkBackup(path: string, props: BackupProps, claims: readonly string[]): void {
  const { volume, path: folder, image, key, repository, before } = props;
  const refuse = (message: string): never => { throw new Error(`${path}: ${message}`); };
  if (!claims.includes(volume)) {
    refuse(`the StatefulSet has no claim "${volume}": ${claims.length === 0 ? 'it has none' : `its claims are ${claims.join(', ')}`}`);
  }
  if (volume.length > LONGEST_VOLUME_NAME) {
    refuse(`the name of the claim "${volume}" is too long for a backup: give it at most ${LONGEST_VOLUME_NAME} characters`);
  }
  if (folder !== undefined && (!FOLDER.test(folder) || folder.split('/').some(part => /^\.+$/.test(part)))) {
    refuse(`path "${folder}" is not a folder of the volume: give it relative to its top, without ".."`);
  }
  if (!/^\S+$/.test(image)) {
    refuse('it has no image: give one with restic in it');
  }
  if (before !== undefined && (before.command.length === 0 || before.command[0] === '')) {
    refuse('before.command is empty: give the command and its arguments');
  }
  if (!Number.isSafeInteger(retriesOf(props)) || retriesOf(props) < 0 || retriesOf(props) > 20) {
    refuse(`retries is ${props.retries}: give a whole number from 0 to 20`);
  }
  if (cacheSizeOf(props).toMebibytes() < SMALLEST_CACHE) {
    refuse(`cacheSize is ${cacheSizeOf(props).toMebibytes()} mebibytes: give at least ${SMALLEST_CACHE}`);
  }
  const limits: [string, Duration][] = [['timeLimit', timeLimitOf(props)]];
  if (before !== undefined) {
    limits.push(['before.timeLimit', commandTimeLimitOf(before)]);
  }
  for (const [name, duration] of limits) {
    if (duration.toMilliseconds() < 1000 || duration.toMilliseconds() % 1000 !== 0) {
      refuse(`${name} is ${duration.toMilliseconds()} ms: give whole seconds, at least one`);
    }
  }
  const { credentials, locationSecret } = repository._facts;
  const secrets: [string, SecretValue | undefined][] = [['key', key], ['credentials', credentials], ['location', locationSecret]];
  for (const [name, secret] of secrets) {
    if (secret !== undefined && (!SECRET_KEY.test(secret.key) || /^\.\.?$/.test(secret.key))) {
      refuse(`"${secret.key}" is not the key of a Secret: give the one that holds the ${name}`);
    }
  }
  cronTimes(`${path}: schedule`, scheduleOf(props).expressionString);
}
