import { readFileSync, readdirSync, statSync, chmodSync } from 'node:fs';
import { join } from 'node:path';
import { bulwark, folder, verify } from './run';

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: main # ours
      image: web:1
`;
const ONLY = ['--control', 'seccomp-profile', '--control', 'privilege-escalation'];

test('without --write the difference is shown, and nothing is written', () => {
  const cwd = folder({ 'pod.yaml': POD });
  const { status, stdout, stderr } = bulwark(cwd, ['fix', 'pod.yaml', ...ONLY]);
  expect({ status, stderr }).toEqual({ status: 1, stderr: '2 fields to fill in, in 1 file\n' });
  expect(stdout).toContain('--- pod.yaml');
  expect(stdout).toContain('+      securityContext:\n+        allowPrivilegeEscalation: false\n+        seccompProfile:\n+          type: RuntimeDefault\n');
  expect(readFileSync(join(cwd, 'pod.yaml'), 'utf8')).toBe(POD);
});

test('with --write the file verifies clean for what was filled in, keeps its mode, and nothing lies beside it', () => {
  const cwd = folder({ 'pod.yaml': POD });
  chmodSync(join(cwd, 'pod.yaml'), 0o640);
  const { status, stdout } = bulwark(cwd, ['fix', '--write', '--behavioural', 'pod.yaml', ...ONLY]);
  expect({ status, stdout }).toEqual({ status: 0, stdout: 'pod.yaml: privilege-escalation, seccomp-profile\n' });
  expect(verify(cwd, ['pod.yaml', ...ONLY]).status).toBe(0);
  expect(statSync(join(cwd, 'pod.yaml')).mode % 0o1000).toBe(0o640);
  expect(readdirSync(cwd)).toEqual(['pod.yaml']);
  expect(bulwark(cwd, ['fix', 'pod.yaml', '--behavioural', ...ONLY]).status).toBe(0);
});

test('standard input goes to standard output, whole', () => {
  const { status, stdout } = bulwark(folder(), ['fix', '--write', '-', ...ONLY], POD);
  expect({ status, rest: stdout.startsWith(POD) }).toEqual({ status: 0, rest: true });
});

test('what was acknowledged stays as it is', () => {
  const row = JSON.stringify([{ id: 'seccomp-profile', reason: 'a tool that needs every system call', owner: 'team' }]);
  const annotations = `  annotations:\n    cdk8s-bulwark/acknowledge: '${row}'\n`;
  const acknowledged = POD.replace('  name: web\n', `  name: web\n${annotations}`);
  const cwd = folder({ 'pod.yaml': acknowledged });
  const { status, stdout } = bulwark(cwd, ['fix', 'pod.yaml', '--control', 'seccomp-profile']);
  expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
});

test('what cannot be read is named, and the rest is fixed', () => {
  const cwd = folder({ 'bad.yaml': 'a: [', 'pod.yaml': POD });
  const { status, stdout, stderr } = bulwark(cwd, ['fix', '.', ...ONLY]);
  expect(status).toBe(2);
  expect(stderr).toContain('bulwark: bad.yaml:1: not YAML');
  expect(stdout).toContain('+      securityContext:');
});

test('--write and --dry-run exclude each other', () => {
  const { status, stderr } = bulwark(folder({ 'pod.yaml': POD }), ['fix', '--write', '--dry-run', 'pod.yaml']);
  expect({ status, stderr }).toEqual({ status: 2, stderr: "bulwark: option '--dry-run' cannot be used with option '--write'\n" });
});
