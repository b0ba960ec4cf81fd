const { mkdtempSync, existsSync, readFileSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { dirname, join } = require('node:path');

/** Prints at the end of a jest run what could not run here, and why (see not-run.ts), and the counts that CI reads. */
module.exports = class NotRunReporter {
  constructor() {
    // Workers inherit the environment: this is how they know where to write.
    process.env.BULWARK_NOT_RUN = join(mkdtempSync(join(tmpdir(), 'bulwark-')), 'not-run');
  }

  onRunComplete(_contexts, results) {
    const file = process.env.BULWARK_NOT_RUN;
    const rows = existsSync(file) ? [...new Set(readFileSync(file, 'utf8').trim().split('\n'))].sort() : [];
    rmSync(dirname(file), { recursive: true });
    const skipped = results.numPendingTests + results.numTodoTests;
    console.log(rows.length + skipped === 0 ? 'Everything ran.' : ['Not run here:', ...rows.map((row) => `  ${row}`), ...(skipped ? [`  ${skipped} tests marked as skipped`] : [])].join('\n'));
    console.log(`${results.numPassedTests} passed, ${results.numFailedTests + results.numRuntimeErrorTestSuites} failed`);
  }
};
