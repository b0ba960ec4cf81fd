/** Which backups are kept (`restic forget`): each rule keeps some, and what no rule keeps is removed. Whole numbers from 1. */
export interface BackupRetention {
  /**
   * The newest ones (`--keep-last`).
   *
   * @default - no such rule
   */
  readonly keepLast?: number;

  /**
   * The newest of each of the last hours that have one (`--keep-hourly`).
   *
   * @default - no such rule
   */
  readonly keepHourly?: number;

  /**
   * The newest of each of the last days that have one (`--keep-daily`).
   *
   * @default - no such rule
   */
  readonly keepDaily?: number;

  /**
   * The newest of each of the last weeks that have one (`--keep-weekly`).
   *
   * @default - no such rule
   */
  readonly keepWeekly?: number;

  /**
   * The newest of each of the last months that have one (`--keep-monthly`).
   *
   * @default - no such rule
   */
  readonly keepMonthly?: number;

  /**
   * The newest of each of the last years that have one (`--keep-yearly`).
   *
   * @default - no such rule
   */
  readonly keepYearly?: number;
}

const FLAGS: { readonly [rule in keyof BackupRetention]-?: string } = {
  keepLast: '--keep-last',
  keepHourly: '--keep-hourly',
  keepDaily: '--keep-daily',
  keepWeekly: '--keep-weekly',
  keepMonthly: '--keep-monthly',
  keepYearly: '--keep-yearly',
};

/** What is kept where nobody says: a week of days, five weeks and a year of months. */
export const DEFAULT_RETENTION: BackupRetention = { keepDaily: 7, keepWeekly: 5, keepMonthly: 12 };

/**
 * The arguments of `restic forget`.
 *
 * @param path of the construct, for the error
 * @throws if no rule keeps anything, or one is not a whole number from 1
 */
export function retentionFlags(path: string, retention: BackupRetention): string[] {
  const rules = Object.entries(FLAGS).map(([rule, flag]) => ({ rule, flag, count: retention[rule as keyof BackupRetention] }))
    .filter(({ count }) => count !== undefined);
  const wrong = rules.find(({ count }) => !Number.isSafeInteger(count) || count! < 1);
  if (wrong !== undefined) {
    throw new Error(`${path}: retention.${wrong.rule} is ${wrong.count}: give a whole number from 1`);
  }
  if (rules.length === 0) {
    throw new Error(`${path}: the retention keeps nothing: give one of ${Object.keys(FLAGS).join(', ')}`);
  }
  return rules.flatMap(({ flag, count }) => [flag, `${count}`]);
}
