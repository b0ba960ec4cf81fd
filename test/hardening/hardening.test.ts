import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, Chart, Include, JsonPatch, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Hardening } from '../../src';

const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: { template: { spec: { containers: [{ name: 'web', image: 'web' }] } } },
};
const seccomp = (object: any) => object.spec.template.spec.containers[0].securityContext?.seccompProfile;
const RUNTIME_DEFAULT = { type: 'RuntimeDefault' };

function chart() {
  const app = Testing.app();
  return { app, chart: new Chart(app, 'chart') };
}

describe('hardening reaches', () => {
  test('objects that are there, and objects added after apply()', () => {
    const { app, chart: first } = chart();
    new ApiObject(first, 'before', deployment);
    Hardening.of(app).apply();
    new ApiObject(first, 'after', deployment);
    new ApiObject(new Chart(app, 'late'), 'object', deployment);
    expect(app.charts.flatMap(each => Testing.synth(each)).map(seccomp)).toEqual([RUNTIME_DEFAULT, RUNTIME_DEFAULT, RUNTIME_DEFAULT]);
  });

  test('included files', () => {
    const { app, chart: first } = chart();
    const file = join(mkdtempSync(join(tmpdir(), 'bulwark-')), 'web.yaml');
    writeFileSync(file, JSON.stringify(deployment));
    Hardening.of(app).apply();
    new Include(first, 'included', { url: file });
    expect(Testing.synth(first).map(seccomp)).toEqual([RUNTIME_DEFAULT]);
  });

  test('cdk8s-plus workloads', () => {
    const { app, chart: first } = chart();
    Hardening.of(app).apply();
    new kplus.Deployment(first, 'web', { containers: [{ image: 'web', portNumber: 8080 }] });
    expect(seccomp(Testing.synth(first)[0])).toEqual(RUNTIME_DEFAULT);
  });
});

test('what an author wrote is kept', () => {
  const { app, chart: first } = chart();
  const written = structuredClone(deployment) as any;
  written.spec.template.spec.containers[0].securityContext = { privileged: true, seccompProfile: { type: 'Unconfined' } };
  new ApiObject(first, 'web', written);
  Hardening.of(app).apply({ behavioural: true });
  const { securityContext } = Testing.synth(first)[0].spec.template.spec.containers[0];
  expect(securityContext).toMatchObject({ privileged: true, seccompProfile: { type: 'Unconfined' } });
  expect(securityContext).not.toHaveProperty('allowPrivilegeEscalation');
});

test('applying twice, and rendering twice, changes nothing', () => {
  const { app, chart: first } = chart();
  new ApiObject(first, 'web', deployment);
  Hardening.of(app).apply();
  const once = Testing.synth(first);
  Hardening.of(app).apply();
  expect(Testing.synth(first)).toEqual(once);
});

test('a later mutation shows in the next synth', () => {
  const { app, chart: first } = chart();
  const object = new ApiObject(first, 'web', deployment);
  Hardening.of(app).apply();
  Testing.synth(first);
  object.metadata.addLabel('later', 'yes');
  expect(Testing.synth(first)[0].metadata.labels).toEqual({ later: 'yes' });
});

test('behavioural remedies only for who asks', () => {
  const drop = (behavioural: boolean) => {
    const { app, chart: first } = chart();
    new ApiObject(first, 'web', deployment);
    Hardening.of(app).apply({ behavioural });
    return Testing.synth(first)[0].spec.template.spec.containers[0].securityContext.capabilities;
  };
  expect(drop(false)).toBeUndefined();
  expect(drop(true)).toEqual({ drop: ['ALL'] });
});

test('an override survives cdk8s-plus-28, which drops fields newer than 1.28', () => {
  const { chart: first } = chart();
  const web = new kplus.Deployment(first, 'web', { containers: [{ image: 'web', portNumber: 8080 }] });
  const path = '/spec/template/spec/securityContext/appArmorProfile';
  ApiObject.of(web).addJsonPatch(JsonPatch.add(path, RUNTIME_DEFAULT));
  expect(Testing.synth(first)[0].spec.template.spec.securityContext).not.toHaveProperty('appArmorProfile');
  Hardening.override(web, JsonPatch.add(path, RUNTIME_DEFAULT));
  expect(Testing.synth(first)[0].spec.template.spec.securityContext.appArmorProfile).toEqual(RUNTIME_DEFAULT);
});

test('the items of a List are hardened, each at its path', () => {
  const { app, chart: first } = chart();
  new ApiObject(first, 'list', { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'ConfigMap' }, deployment] } as any);
  const hardening = Hardening.of(app).apply();
  expect(seccomp(Testing.synth(first)[0].items[1])).toEqual(RUNTIME_DEFAULT);
  expect(hardening.filled.map(({ path }) => path)).toContain('items.1.spec.template.spec.containers.0.securityContext.seccompProfile.type');
});
