import { setTimeout } from 'node:timers/promises';

/** Waits until something holds that nobody can be told of. */
export async function eventually(what: string, holds: () => boolean | Promise<boolean>, seconds = 30): Promise<void> {
  for (const end = Date.now() + seconds * 1000; !await holds(); await setTimeout(300)) {
    if (Date.now() > end) {
      throw new Error(`it is not so that ${what}, after ${seconds} s`);
    }
  }
}
