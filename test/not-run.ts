import { appendFileSync } from 'node:fs';

/** Names something that a test could not run here, and why. The reporter prints it at the end of the run: nothing is skipped silently. */
export function notRun(what: string, why: string): void {
  const file = process.env.BULWARK_NOT_RUN;
  if (file === undefined) {
    throw new Error(`not run: ${what}: ${why} (and no reporter listens)`);
  }
  appendFileSync(file, `${what}: ${why}\n`);
}
