import { bulwark, folder, pod, verify } from './run';

const CONFIGURATION = `packs: []
controls: [privileged-container]
paths: [out]
failOn: critical
severities: { privileged-container: low }
`;

test('what the command line leaves out, the configuration says', () => {
  const cwd = folder({ 'bulwark.yaml': CONFIGURATION, 'out/pod.yaml': pod('web') });
  const { status, report } = verify(cwd, []);
  expect(status).toBe(0);
  expect(report.findings.map(({ control, severity }: any) => `${control} ${severity}`)).toEqual(['privileged-container low']);
});

test('the command line decides where both say something', () => {
  const cwd = folder({ 'bulwark.yaml': CONFIGURATION, 'out/pod.yaml': pod('web'), 'other.yaml': pod('other') });
  const { status, report } = verify(cwd, ['other.yaml', '--control', 'privileged-container', '--fail-on', 'low']);
  expect([status, report.findings[0].object.name]).toEqual([1, 'other']);
});

test('a control of one\'s own judges as those of the library do, and is named by its line where it is not CEL', () => {
  const own = (expression: string) => `ownControls:
  - id: has-team
    title: Pods name their team
    recommendation: "2.1"
    severity: medium
    subject: pod
    expression: ${expression}
    message: nobody knows whose it is
    remediation: add the label team
`;
  const cwd = folder({ 'bulwark.yaml': own('pod.?metadata.?labels[?"team"].hasValue()'), 'bad.yaml': own('pod.('), 'pod.yaml': pod('web', false) });
  expect(verify(cwd, ['pod.yaml', '--no-pack']).report.findings.map(({ control }: any) => control)).toEqual(['has-team']);
  const { status, stderr } = bulwark(cwd, ['verify', 'pod.yaml', '--config', 'bad.yaml']);
  expect([status, stderr.split(':').slice(0, 3).join(':')]).toEqual([2, 'bulwark: bad.yaml:2']);
});

test('a severity for a control that is not there is refused', () => {
  const cwd = folder({ 'bulwark.yaml': 'severities: { privileged: low }\n', 'pod.yaml': pod('web') });
  const { status, stderr } = bulwark(cwd, ['verify', 'pod.yaml']);
  expect([status, stderr]).toEqual([2, 'bulwark: there is no control "privileged": `bulwark controls` lists them\n']);
});

test('an acknowledgement by label is for the objects that carry it alone', () => {
  const labelled = pod('web').replace('  name: web\n', '  name: web\n  labels: { tool: backup }\n');
  const acknowledgement = 'acknowledgements:\n  - { id: privileged-container, reason: reads disks, owner: team, match: { labels: { tool: backup } } }\n';
  const cwd = folder({ 'bulwark.yaml': acknowledgement, 'web.yaml': labelled, 'other.yaml': pod('other') });
  const { report } = verify(cwd, ['web.yaml', 'other.yaml', '--control', 'privileged-container']);
  expect([report.findings, report.acknowledged].map(rows => rows.map(({ object }: any) => object.name))).toEqual([['other'], ['web']]);
});
