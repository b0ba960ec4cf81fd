import { App, Chart, Testing } from 'cdk8s';
import { AdmissionPolicies, Mode, Verifier } from '../../src';
import { guardOf } from '../../src/guard/guard';

test('the construct makes what the command writes, and passes its own controls', () => {
  const app = new App();
  const chart = new Chart(app, 'guard');
  const policies = new AdmissionPolicies(chart, 'policies', { packs: ['pss-restricted'] });
  const { objects, guarded, unguarded, unmutated } = guardOf({ packs: ['pss-restricted'] });
  expect(Testing.synth(chart)).toEqual(objects);
  expect([policies.guarded, policies.unguarded, policies.unmutated]).toEqual([guarded, unguarded, unmutated]);
  expect(Verifier.of(app, { mode: Mode.REPORT }).report()).toMatchObject({ findings: [], errors: [] });
});
