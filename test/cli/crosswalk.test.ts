import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { bulwark, describeCommand, folder } from './run';
import { Crossing, crossingText } from '../../src/cli/crosswalk';

const crosswalk = load(readFileSync(join(__dirname, '../peers/crosswalk.yaml'), 'utf8')) as Record<string, Record<string, Crossing>>;
const run = (...args: string[]) => bulwark(folder(), args);

describeCommand('a rule of another project', () => {
  test.each([
    ['trivy:KSV-0012', 'KSV-0012 of trivy-checks is run-as-non-root here', ['run-as-non-root']],
    ['kube-linter:run-as-non-root', 'run-as-non-root of kube-linter is run-as-non-root, run-as-root-user here', ['run-as-non-root', 'run-as-root-user']],
    ['CKV_K8S_16', 'CKV_K8S_16 of checkov is privileged-container here', ['privileged-container']],
    ['checkov:CKV_K8S_16', 'CKV_K8S_16 of checkov is privileged-container here', ['privileged-container']],
    ['kube-score:Container Image Tag', 'Container Image Tag of kube-score is image-tag here', ['image-tag']],
  ])('%s is explained by our controls', (rule, first, ids) => {
    const { status, stdout, stderr } = run('explain', rule);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe(`${first}.`);
    ids.forEach(id => expect(stdout).toContain(`\n${run('explain', id).stdout}`));
  });

  test('that is out of scope is answered with the reason', () => {
    const { status, stdout } = run('explain', 'CKV_K8S_1');
    expect([status, stdout]).toEqual([0, expect.stringMatching(/^CKV_K8S_1 of checkov has no control here\. It is out of scope: contradicts a standard: Kubernetes 1\.25 /)]);
  });

  test('that is called as a control is, is the control unless the project is named', () => {
    expect(run('explain', 'host-network').stdout).toMatch(/^host-network: /);
    expect(run('explain', 'kube-linter:host-network').stdout).toMatch(/^host-network of kube-linter is host-network here\./);
  });
});

describeCommand('bulwark controls --peer', () => {
  test.each(Object.keys(crosswalk))('lists every rule of %s, with our controls or the reason', peer => {
    const { status, stdout } = run('controls', '--peer', peer);
    const lines = Object.entries(crosswalk[peer]).map(([rule, crossing]) => [rule, crossingText(crossing)]);
    const width = Math.max(...lines.map(([rule]) => rule.length));
    expect([status, stdout.trimEnd().split('\n')]).toEqual([0, lines.map(([rule, rest]) => `${rule.padEnd(width)}  ${rest}`)]);
  });
});
