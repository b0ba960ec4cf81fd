import { Cron, Duration, Size } from 'cdk8s';
import { BackupCommand, BackupProps } from './backup-props';

/** What is not said of a backup. */
export const scheduleOf = ({ schedule }: BackupProps): Cron => schedule ?? Cron.schedule({ minute: '0', hour: '2' });
export const retriesOf = ({ retries }: BackupProps): number => retries ?? 6;
export const timeLimitOf = ({ timeLimit }: BackupProps): Duration => timeLimit ?? Duration.hours(6);
export const cacheSizeOf = ({ cacheSize }: BackupProps): Size => cacheSize ?? Size.gibibytes(1);
export const commandTimeLimitOf = ({ timeLimit }: BackupCommand): Duration => timeLimit ?? Duration.minutes(10);
