#!/usr/bin/env node
// Plain Node: makes `npm test`, `npm run test:cluster`, `npm run test:node`, `npm run test:peers` and `npm run demo` work on a clone that has no node_modules and no lib.
const { execFileSync } = require('node:child_process');
const { existsSync, readdirSync, rmSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const [task, ...rest] = process.argv.slice(2);

const floor = [20, 19];
const [major, minor] = process.versions.node.split('.').map(Number);
if (major < floor[0] || (major === floor[0] && minor < floor[1])) {
  console.error(`Node ${process.versions.node} is too old: install Node ${floor.join('.')} or newer`);
  process.exit(2);
}

function run(command, args) {
  try {
    execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' });
  } catch (error) {
    process.exit(typeof error.status === 'number' ? error.status : 2);
  }
}

const modified = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** Folders count: theirs is the only time that a file's removal leaves behind. */
function newest(directory) {
  return readdirSync(directory, { withFileTypes: true }).reduce(
    (latest, entry) => Math.max(latest, entry.isDirectory() ? newest(join(directory, entry.name)) : modified(join(directory, entry.name))), modified(directory));
}

// npm writes its own record of what it installed; a lock file newer than it means something is missing.
if (modified(join(root, 'node_modules', '.package-lock.json')) < modified(join(root, 'package-lock.json'))) {
  run('npm', ['ci', '--no-audit', '--no-fund']);
}

const projen = join(root, 'node_modules', 'projen', 'bin', 'projen');
const lib = join(root, 'lib');
if (!existsSync(join(lib, 'index.js')) || modified(join(root, '.jsii')) < Math.max(newest(join(root, 'src')), modified(join(root, 'test', 'peers', 'crosswalk.yaml')))) {
  // What was compiled from a source that is gone would be published.
  rmSync(lib, { recursive: true, force: true });
  run(process.execPath, [projen, 'compile']);
}
run(process.execPath, [projen, `${task}:run`, ...rest]);
