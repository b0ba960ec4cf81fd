// What Node takes for a program from start to end: CPU in seconds, user and system, of all its threads, seconds by the clock, and the most memory in MB.
const { spawnSync } = require('node:child_process');
const { mkdtempSync, readFileSync, writeFileSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const folder = mkdtempSync(join(tmpdir(), 'bulwark-cpu-'));
const probe = join(folder, 'probe.cjs');
const result = join(folder, 'result');
writeFileSync(probe, `process.on('exit', () => {
  const { user, system } = process.cpuUsage();
  require('node:fs').writeFileSync(${JSON.stringify(result)}, JSON.stringify({ cpu: (user + system) / 1e6, memory: process.resourceUsage().maxRSS / 1000 }));
});`);

/** @param statuses the exit codes that mean it did its work */
module.exports = (args, statuses = [0]) => {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['-r', probe, ...args], { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  const clock = Number(process.hrtime.bigint() - start) / 1e9;
  if (!statuses.includes(status)) {
    throw new Error(`${args.join(' ')} exited with ${status}: ${stderr}`);
  }
  return { ...JSON.parse(readFileSync(result, 'utf8')), clock };
};
