import { setFlagsFromString } from 'node:v8';

/** How V8 is to treat a command that runs for a second or two, or that reads very much. Measured by `scripts/bench.cjs`. */
const FLAGS = [
  // By default a third of the CPU goes into compiling functions together with all that they call. This little of it costs no speed.
  '--max-inlined-bytecode-size-cumulative=120',
  // By default the heap may grow to a multiple of what is needed before it is cleaned. What is read here stays until the end: this is a quarter less.
  '--heap-growing-percent=80',
];

/** Where more than this is in use, in bytes, the heap may grow by little at a time: cleaning it more often costs less than the memory. */
const LARGE = 400_000_000;
const OF_LARGE = '--heap-growing-percent=15';

/** The major of V8 in which the flags were last seen: a V8 that does not know one would say so. */
const KNOWN = 14;

/** Tells V8 how to run this program. */
export function tuneEngine(): void {
  if (known()) {
    FLAGS.forEach(flag => setFlagsFromString(flag));
  }
}

/** To be called now and then while much is read and judged. */
export function keepSmall(): void {
  if (known() && process.memoryUsage.rss() > LARGE) {
    setFlagsFromString(OF_LARGE);
  }
}

function known(): boolean {
  return Number(process.versions.v8.split('.')[0]) <= KNOWN;
}
