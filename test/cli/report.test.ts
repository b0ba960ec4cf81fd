import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMMAND, bulwark, describeCommand, folder, ONLY, pod, verify } from './run';

const acknowledge = (row: object) => JSON.stringify(JSON.stringify([row]));

describeCommand('the JSON report', () => {
  const files = folder({
    'a.yaml': `${pod('a')}---\n${pod('b').replace('name: b', `name: b\n  namespace: shop\n  annotations: {cdk8s-bulwark/acknowledge: ${acknowledge({ id: 'privileged-container', reason: 'r', owner: 'o' })}}`)}`,
    'bad.yaml': 'a: [',
  });
  const { report } = verify(files, ['a.yaml', 'bad.yaml', ...ONLY, '--control', 'host-pid', '--target', '1.31']);

  test('has the fields of its version, in their order', () => {
    expect(Object.keys(report)).toEqual(['schemaVersion', 'tool', 'summary', 'findings', 'acknowledged', 'baseline', 'gone', 'evidence', 'errors', 'notices']);
    expect(report.schemaVersion).toBe('1');
    expect(report.tool).toEqual({ name: 'cdk8s-bulwark', version: expect.any(String) });
    expect(report.summary).toEqual({
      target: '1.31', objects: 2, findings: 1, bySeverity: { critical: 1, high: 0, medium: 0, low: 0 }, acknowledged: 1, baseline: 0, gone: 0, undetermined: 0, errors: 1,
    });
  });

  test('says everything of a finding', () => {
    expect(report.findings).toEqual([{
      control: 'privileged-container',
      recommendation: '2.3',
      severity: 'critical',
      object: { apiVersion: 'v1', kind: 'Pod', namespace: '', name: 'a' },
      container: 'main',
      path: 'spec.containers[0].securityContext.privileged',
      file: 'a.yaml',
      document: 0,
      line: 9,
      column: 7,
      constructPath: null,
      madeAt: null,
      message: expect.any(String),
      remediation: expect.any(String),
      patch: null,
      references: expect.arrayContaining([expect.any(String)]),
      fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/),
    }]);
    expect(Object.keys(report.findings[0])).toEqual([
      'control', 'recommendation', 'severity', 'object', 'container', 'path', 'file', 'document', 'line', 'column', 'constructPath', 'madeAt', 'message', 'remediation', 'patch', 'references',
      'fingerprint',
    ]);
    expect(verify(files, ['a.yaml', '--control', 'service-account-token']).report.findings[0].container).toBeNull();
  });

  test('keeps what was acknowledged, what was looked at, and what could not be read', () => {
    expect(report.acknowledged).toEqual([expect.objectContaining({ control: 'privileged-container', document: 1, reason: 'r', owner: 'o', until: null })]);
    expect(report.evidence).toEqual([
      { control: 'privileged-container', evaluated: 2, passed: 0, failed: 1, acknowledged: 1, undetermined: 0, notApplicable: 0 },
      { control: 'host-pid', evaluated: 2, passed: 2, failed: 0, acknowledged: 0, undetermined: 0, notApplicable: 0 },
    ]);
    expect(report.errors).toEqual([{ file: 'bad.yaml', line: 1, message: expect.stringContaining('not YAML') }]);
    expect(verify(files, ['gone.yaml', ...ONLY]).report.errors).toEqual([{ file: 'gone.yaml', line: null, message: expect.any(String) }]);
  });
});

describeCommand('partial input', () => {
  const service = 'apiVersion: v1\nkind: Service\nmetadata: {name: web}\nspec: {selector: {app: web}, ports: [{port: 80}]}\n';
  const files = folder({ 'service.yaml': service, 'pods/web.yaml': pod('web').replace('name: web', 'name: web\n  labels: {app: web}') });
  const judged = (...args: string[]) => {
    const { status, report } = verify(files, ['service.yaml', '--control', 'dangling-service', ...ONLY, ...args]);
    return { status, objects: report.summary.objects, findings: report.summary.findings, undetermined: report.summary.undetermined };
  };

  test('is open by itself, decided with its context, and a finding where it is everything', () => {
    expect(judged()).toEqual({ status: 0, objects: 1, findings: 0, undetermined: 1 });
    expect(judged('--context', 'pods')).toEqual({ status: 0, objects: 1, findings: 0, undetermined: 0 });
    expect(judged('--complete')).toEqual({ status: 1, objects: 1, findings: 1, undetermined: 0 });
    expect(judged('--complete', '--context', 'pods')).toEqual({ status: 0, objects: 1, findings: 0, undetermined: 0 });
  });

  test('what is judged is not context too', () => {
    expect(judged('pods', '--context', '.', '--context', 'pods/web.yaml')).toMatchObject({ objects: 2, findings: 1 });
  });
});

describeCommand('the text report', () => {
  test('is the one that the README shows', () => {
    const [, shown] = /```\n(CSA [^`]*)```/.exec(readFileSync(join(__dirname, '../../README.md'), 'utf8'))!;
    const agent = pod('agent').replace('name: main', 'name: agent');
    expect(bulwark(folder({ 'agent.yaml': agent }), ['verify', 'agent.yaml', ...ONLY]).stdout).toBe(shown);
  });

  test('writes what would steer a terminal as its code', () => {
    const { stdout } = bulwark(folder({ 'a.yaml': pod('"a\\e[2J\\nexit 0: all clean"') }), ['verify', 'a.yaml', ...ONLY]);
    expect(stdout).toContain('Pod/a\\u001b[2J\\u000aexit 0: all clean container main');
    expect(stdout).not.toContain('\u001b');
  });

  test('whoever stops reading gets no stack trace, and the verdict stands', async () => {
    const files = folder({ 'many.yaml': Array.from({ length: 3000 }, (_, index) => pod(`a${index}`)).join('---\n') });
    const child = spawn(process.execPath, [COMMAND, 'verify', 'many.yaml'], { cwd: files, stdio: ['ignore', 'pipe', 'pipe'] });
    let stderr = '';
    child.stderr.on('data', data => { stderr += data; });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise(resolve => child.on('close', resolve));
    expect([status, stderr]).toEqual([1, '']);
  });
});
