import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { notRun } from '../not-run';

const root = join(__dirname, '../..');

test('the demo says what changed, what was filled in, what is left and where the YAML lies', () => {
  if (!existsSync(join(root, 'lib', 'index.js'))) {
    return notRun('the demo', 'the package is not built: run npm test');
  }
  const start = Date.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'scripts', 'demo.cjs')], { encoding: 'utf8', cwd: root });
  expect([status, stderr]).toEqual([0, '']);
  expect(Date.now() - start).toBeLessThan(15_000);
  expect(stdout).toMatch(/2\.3 +Containers are not privileged\. +25 -> +12/);
  expect(stdout).toMatch(/13 fields +seccomp-profile/);
  expect(stdout).toMatch(/image-digest \(CSA 1\.1, medium\).*\n +what follows .*\n +why it is left .*\n +to do /);
  expect(stdout).toMatch(/on Tenant, Deployment, .* objects, judged for Kubernetes 1\.34\n0 findings, 0 acknowledged\. What was looked at:\n +1\.1 /);
  const [, file] = /The YAML lies in (\S+);/.exec(stdout)!;
  expect(readFileSync(join(root, file), 'utf8')).toContain('type: RuntimeDefault');
  return undefined;
});

test('the example runs as its users would run it', () => {
  if (!existsSync(join(root, 'lib', 'index.js'))) {
    return notRun('examples/online-boutique-plain/main.ts', 'the package is not built: run npm test');
  }
  const load = `require(${JSON.stringify(join(root, 'scripts/demo/example.cjs'))})('online-boutique-plain', 'main.ts')`;
  const { status, stderr } = spawnSync(process.execPath, ['-e', load], { encoding: 'utf8', cwd: root });
  expect(status).toBe(0);
  expect(stderr).toContain('35 objects judged');
  return undefined;
});
