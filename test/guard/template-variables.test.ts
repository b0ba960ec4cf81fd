import { evaluated } from './evaluated';
import { guardOf } from '../../src/guard/guard';

const [policy] = guardOf({ controls: ['privileged-container', 'host-network', 'run-as-root-user', 'mesh-opt-out'] }).objects;
const PRIVILEGED = { name: 'a', securityContext: { privileged: true } };
const template = (spec: object = {}, metadata: object = {}) => ({ metadata, spec: { containers: [PRIVILEGED], ...spec } });
const kinds: { readonly [kind: string]: (of: object) => any } = {
  'v1 Pod': of => ({ ...of }),
  'v1 PodTemplate': of => ({ template: of }),
  'apps/v1 Deployment': of => ({ spec: { replicas: 1, template: of } }),
  'batch/v1 CronJob': of => ({ spec: { jobTemplate: { spec: { template: of } } } }),
  'keda.sh/v1alpha1 ScaledJob': of => ({ spec: { jobTargetRef: { template: of } } }),
  'argoproj.io/v1alpha1 Rollout': of => ({ spec: { template: of } }),
};
const object = (kind: string, of: { metadata?: object }) => {
  const [apiVersion, name] = kind.split(' ');
  const made = kinds[kind](of);
  return { apiVersion, kind: name, ...made, metadata: { name: 'web', namespace: 'shop', ...made.metadata } };
};
const verdict = (kind: string, now: object, before?: object) =>
  evaluated(policy, { object: object(kind, now), oldObject: before && object(kind, before) }).message;

describe.each(Object.keys(kinds))('%s', kind => {
  test('its template is judged where it is made', () => {
    expect(verdict(kind, template({ hostNetwork: true }))).toMatch(/^host-network: .*; privileged-container: .* \(a\)$|^privileged-container: .* \(a\); host-network: .*$/);
    expect(verdict(kind, { spec: { containers: [] } })).toBeUndefined();
  });

  test('what did not change is not judged again, and what did is', () => {
    expect(verdict(kind, template(), template())).toBeUndefined();
    expect(verdict(kind, template({ hostNetwork: true }), template())).toMatch(/host-network: /);
    expect(verdict(kind, template({ containers: [PRIVILEGED, { ...PRIVILEGED, name: 'b' }] }), template())).toMatch(/privileged-container: .*b/);
  });

  test('labels count for controls that look at them, and for no other', () => {
    const out = { labels: { 'istio.io/dataplane-mode': 'none' } };
    expect(verdict(kind, template({}, out), template())).toMatch(/^mesh-opt-out: [^;]*$/);
    expect(verdict(kind, template({}, out), template({}, out))).toBeUndefined();
    expect(verdict(kind, template({}, { labels: { team: 'shop' } }), template())).toBeUndefined();
  });
});

test('of a Pod only new containers are judged, while everything else is as it was', () => {
  const debugged = template({ ephemeralContainers: [{ name: 'debug' }] });
  expect(verdict('v1 Pod', debugged, template())).toBeUndefined();
  expect(verdict('v1 Pod', template({ ephemeralContainers: [{ ...PRIVILEGED, name: 'debug' }] }), template())).toBe('privileged-container: it runs privileged: it owns its node (debug)');
  expect(verdict('v1 Pod', { ...debugged, spec: { ...debugged.spec, hostNetwork: true } }, { ...template(), spec: { ...template().spec, hostNetwork: true } })).toBeUndefined();
  expect(verdict('v1 Pod', template({ ephemeralContainers: [{ name: 'debug', securityContext: { runAsUser: 0 } }] }), template())).toMatch(/^run-as-root-user: /);
});

test('a custom resource without a template has nothing to judge', () => {
  expect(evaluated(policy, { object: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', metadata: { name: 'a' }, spec: { workloadRef: { name: 'web' } } } }).message).toBeUndefined();
});
