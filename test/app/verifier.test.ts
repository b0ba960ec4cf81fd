import { join } from 'node:path';
import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Acknowledgements, Environment, Mode, Platform, Sensitivity, Tenant, Verifier } from '../../src';

const privileged = {
  apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', securityContext: { privileged: true } }] },
};
const only = { controls: ['privileged-container'] };

function app() {
  const root = Testing.app();
  const chart = new Chart(root, 'chart');
  new ApiObject(chart, 'pod', privileged);
  return { root, chart };
}

test('synthesis throws with the finding, the construct and what to do', () => {
  const { root } = app();
  Verifier.of(root, only);
  expect(() => root.synth()).toThrow(/privileged-container on chart\/pod container web .*: it runs privileged.*remove securityContext.privileged/);
});

test.each([Mode.REPORT, Mode.OFF])('in mode %s synthesis goes on', mode => {
  const { root } = app();
  const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  Verifier.of(root, { ...only, mode });
  root.synth();
  expect(written).toHaveBeenCalledTimes(mode === Mode.REPORT ? 1 : 0);
  written.mockRestore();
});

test('an acknowledgement is inherited down the tree and stays in the report', () => {
  const { root, chart } = app();
  Acknowledgements.of(chart).add({ id: 'privileged-container', reason: 'it loads a kernel module', owner: 'team-node' });
  const { findings, acknowledged, errors } = Verifier.of(root, only).report();
  expect([findings.length, acknowledged.map(({ owner }) => owner), errors]).toEqual([0, ['team-node'], []]);
  expect(() => root.synth()).not.toThrow();
});

test.each([
  ['an unknown id', { id: 'privileged', reason: 'r', owner: 'o' }, 'there is no control "privileged"'],
  ['an empty reason', { id: 'privileged-container', reason: ' ', owner: 'o' }, 'has no reason'],
  ['an empty owner', { id: 'privileged-container', reason: 'r', owner: '' }, 'has no owner'],
  ['an expired day', { id: 'privileged-container', reason: 'r', owner: 'o', until: '2020-01-01' }, 'expired on 2020-01-01'],
  ['a day that is none', { id: 'privileged-container', reason: 'r', owner: 'o', until: 'soon' }, 'is not a day'],
])('%s is an error and accepts nothing', (_name, acknowledgement, message) => {
  const { root, chart } = app();
  Acknowledgements.of(chart).add(acknowledgement);
  const report = Verifier.of(root, only).report();
  expect(report.findings).toHaveLength(1);
  expect(report.errors.map(error => error.message).join()).toContain(message);
});

test('an acknowledgement that nothing needs is an error', () => {
  const { root } = app();
  const clean = new ApiObject(new Chart(root, 'clean'), 'object', { apiVersion: 'v1', kind: 'ConfigMap' });
  Acknowledgements.of(clean).add({ id: 'privileged-container', reason: 'r', owner: 'o' });
  expect(Verifier.of(root, only).report().errors.map(({ message }) => message).join()).toContain('accepts nothing');
});

test('options are given once', () => {
  const { root } = app();
  expect(Verifier.of(root, only)).toBe(Verifier.of(root));
  expect(() => Verifier.of(root, only)).toThrow('has a verifier already');
});

describe('the target', () => {
  const tenant = (root: App, id: string, kubernetes: string) => new Tenant(root, id, {
    platform: Platform.generic({ kubernetes }), owner: 'team', environment: Environment.DEV, sensitivity: Sensitivity.PUBLIC,
  });

  test('is the oldest version of the platforms of the app', () => {
    const root = Testing.app();
    ['1.33', '1.31', '1.35'].forEach((version, index) => tenant(root, `tenant-${index}`, version));
    expect(Verifier.of(root).report().summary.target).toBe('1.31');
  });

  test('is the newest the library knows where all platforms have it', () => {
    const root = Testing.app();
    tenant(root, 'tenant', '1.37');
    expect(Verifier.of(root).report().summary.target).toBe('1.37');
  });

  test('is what the user gives', () => {
    const root = Testing.app();
    tenant(root, 'tenant', '1.31');
    expect(Verifier.of(root, { target: '1.35' }).report().summary.target).toBe('1.35');
  });

  test('without platforms is the default', () => {
    expect(Verifier.of(app().root, only).report().summary.target).toBe('1.34');
  });
});

test('the app is judged by policies of one\'s own, beside the controls', () => {
  const { root } = app();
  const policies = [join(__dirname, '../verify/policy/features/variables/policy.yaml')];
  const { evidence, notices } = Verifier.of(root, { ...only, policies }).report();
  expect(evidence.map(({ control }) => control)).toEqual(['privileged-container', 'variables']);
  expect(notices).toEqual([]);
});

test('a policy that is refused makes the app fail', () => {
  const { root } = app();
  Verifier.of(root, { ...only, mode: Mode.ENFORCE, policies: ['no-such-file.yaml'] });
  expect(() => root.synth()).toThrow('no-such-file.yaml');
});
