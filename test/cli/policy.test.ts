import { join } from 'node:path';
import { bulwark, describeCommand, folder, pod, verify } from './run';

const feature = (name: string) => join(__dirname, '../verify/policy/features', name, 'policy.yaml');
const policy = (expression: string) => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: named-well}
spec:
  matchConstraints:
    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
  validations:
  - expression: ${expression}
    message: its name starts with a
`;
const files = folder({ 'a.yaml': pod('a', false), 'pod.yaml': pod('web', false), 'policies/own.yaml': policy('object.metadata.name == "web"'), 'bad.yaml': policy('object.metadata.name =') });
const args = ['--no-pack', '--policy', 'policies'];

describeCommand('--policy', () => {
  test('judges by policies alone where no pack is wanted, and beside the packs else', () => {
    expect(verify(files, ['pod.yaml', ...args]).report.evidence.map(({ control }: any) => control)).toEqual(['named-well']);
    expect(verify(files, ['pod.yaml', '--pack', 'pss-baseline', '--policy', 'policies']).report.evidence.length).toBeGreaterThan(10);
  });

  test('exits 1 with a finding, which the text names with its policy', () => {
    const { status, stdout } = bulwark(files, ['verify', 'a.yaml', ...args]);
    expect(status).toBe(1);
    expect(stdout).toContain('Policy named-well (high)\n  Pod/a: its name starts with a\n    a.yaml:1:1\n');
    expect(stdout).toContain('To know\n  ValidatingAdmissionPolicy named-well has no binding');
    expect(bulwark(files, ['verify', 'pod.yaml', ...args]).status).toBe(0);
  });

  test('exits 2 where a policy does not compile, and names its line', () => {
    const { status, stdout } = bulwark(files, ['verify', 'pod.yaml', '--no-pack', '--policy', 'bad.yaml']);
    expect([status, stdout]).toEqual([2, expect.stringContaining('bad.yaml:8: ValidatingAdmissionPolicy named-well: spec.validations[0].expression: not CEL')]);
  });

  test('knows who asks where it is told', () => {
    const object = '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"good","namespace":"request"}}';
    const judged = (...who: string[]) => verify(files, ['-', '--no-pack', '--policy', feature('request'), ...who], object).report.summary;
    expect(judged()).toMatchObject({ findings: 0, undetermined: 1 });
    expect(judged('--as', 'admin', '--as-group', 'system:masters')).toMatchObject({ findings: 0, undetermined: 0 });
    expect(judged('--as', 'jane')).toMatchObject({ findings: 1 });
    expect(bulwark(files, ['verify', 'pod.yaml', '--as-group', 'a']).stderr).toBe('bulwark: groups are given without a user: name the user too\n');
  });
});
