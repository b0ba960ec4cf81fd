import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENVIRONMENTS } from '../../examples/online-boutique/environments';
import { notRun } from '../not-run';

const root = join(__dirname, '../..');
const example = join(root, 'examples/online-boutique');

function node(...args: string[]) {
  return spawnSync(process.execPath, args, { cwd: example, encoding: 'utf8', env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', FORCE_COLOR: '0' } });
}

test('cdk8s synth writes what bulwark verify finds nothing in', () => {
  if (!existsSync(join(root, 'lib', 'index.js'))) {
    return notRun('cdk8s synth of examples/online-boutique', 'the package is not built: run npm test');
  }
  const { status, stdout, stderr } = node(join(root, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth');
  expect([status, stderr]).toEqual([0, '']);
  const files = ENVIRONMENTS.map(({ environment }) => `dist/online-boutique-${environment}.k8s.yaml`);
  files.forEach(file => expect(stdout).toContain(file));
  files.forEach(file => expect(readFileSync(join(example, file), 'utf8')).toContain('kind: StatefulSet'));
  const verify = node(join(root, 'lib/bulwark.cjs'), 'verify', '--complete', ...files);
  expect([verify.status, verify.stderr]).toEqual([0, '']);
  return undefined;
});
