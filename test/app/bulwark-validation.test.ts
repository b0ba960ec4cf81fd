import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notRun } from '../not-run';

const root = join(__dirname, '../..');

/** Runs `cdk8s synth`, the program itself, in a folder with an app and the built package as its plugin. */
function synth(privileged: boolean): { status: number | null; output: string } {
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-cdk8s-'));
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'app.js'), `
    const { App, ApiObject, Chart } = require('cdk8s');
    const app = new App();
    new ApiObject(new Chart(app, 'chart'), 'pod', {
      apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'web', securityContext: { privileged: ${privileged} } }] },
    });
    app.synth();`);
  writeFileSync(join(folder, 'cdk8s.yaml'), JSON.stringify({
    language: 'typescript',
    app: 'node app.js',
    validations: [{ package: join(root), version: '0.0.0', class: 'BulwarkValidation', properties: { controls: ['privileged-container'] } }],
  }));
  const run = spawnSync(process.execPath, [join(root, 'node_modules/cdk8s-cli/bin/cdk8s'), 'synth'], {
    cwd: folder, encoding: 'utf8', env: { ...process.env, CDK8S_CHECK_UPGRADE: 'false', FORCE_COLOR: '0' },
  });
  return { status: run.status, output: run.stdout + run.stderr };
}

test('cdk8s synth fails with the findings, and passes without', () => {
  if (!existsSync(join(root, 'lib', 'index.js'))) {
    return notRun('the cdk8s-cli plugin', 'the package is not built: run npm test');
  }
  const { status, output } = synth(true);
  expect(output).toContain('privileged-container');
  expect(output).toContain('it owns its node');
  expect(status).toBe(2);
  expect(synth(false).status).toBe(0);
  return undefined;
});
