import { setFlagsFromString } from 'node:v8';

/**
 * A command runs for a second or two. By default V8 then spends a third of its time on compiling functions together with all that they call; this
 * little of it costs no speed and much less of the CPU. Measured by `scripts/bench.cjs`.
 */
const INLINED = '--max-inlined-bytecode-size-cumulative=120';

/** The major of V8 in which the flag was last seen: a V8 that does not know it would say so. */
const KNOWN = 14;

/** Tells V8 how to compile this program. */
export function compileForShortRuns(): void {
  if (Number(process.versions.v8.split('.')[0]) <= KNOWN) {
    setFlagsFromString(INLINED);
  }
}
