import { dump } from 'js-yaml';
import { parametersOn } from '../../src/controls/platform-parameters';
import { KubernetesVersion } from '../../src/model/kubernetes-version';
import { MeshKind } from '../../src/model/mesh-kind';
import { Platform } from '../../src/model/platform';
import { Source } from '../../src/verify/input';
import { Verification } from '../../src/verify/verifier';
import { VerifierOptions } from '../../src/verify/verifier-options';

function findings(control: string, options: VerifierOptions, ...objects: readonly object[]): string[] {
  const source = new Source('in.yaml', objects.map(object => dump(object)).join('---\n'), true);
  const { findings: found, errors } = new Verification({ ...options, controls: [control], complete: true }).verifySources([source], [], []);
  expect(errors).toEqual([]);
  return found.map(({ message }) => message);
}

const egress = (...rules: readonly object[]) => ({
  apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata: { name: 'web', namespace: 'shop' }, spec: { podSelector: {}, policyTypes: ['Egress'], egress: rules },
});
const resources = { requests: { cpu: '100m', memory: '100Mi' }, limits: { memory: '100Mi' } };
const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec: { containers: [{ name: 'web', image: 'web', resources }] } };
const quota = { apiVersion: 'v1', kind: 'ResourceQuota', metadata: { name: 'quota', namespace: 'shop' }, spec: { hard: { 'requests.memory': '200Mi' } } };
const limits = {
  apiVersion: 'v1', kind: 'LimitRange', metadata: { name: 'limits', namespace: 'shop' }, spec: { limits: [{ type: 'Pod', max: { memory: '500Mi' } }] },
};
const SIDECAR = Platform.generic({ mesh: MeshKind.ISTIO_SIDECAR, meshCniPlugin: true });

test('the addresses of nodes are refused where the platform says them', () => {
  const policy = egress({ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] });
  expect(findings('metadata-egress', {}, policy)).toEqual([]);
  expect(findings('metadata-egress', { platform: Platform.eks({ nodeCidrs: ['10.4.0.0/16'] }) }, policy)).toHaveLength(1);
});

test.each([['1.30', 0], ['1.31', 1]])('for Kubernetes %s, whose CEL knows no blocks before 1.31, a block around the address: %i findings', (target, count) => {
  const linkLocal = egress({ to: [{ ipBlock: { cidr: '169.254.0.0/16' } }] });
  const anywhere = egress({ to: [{ ipBlock: { cidr: '0.0.0.0/0' } }] });
  expect(findings('metadata-egress', { target: String(target) }, linkLocal)).toHaveLength(Number(count));
  expect(findings('metadata-egress', { target: String(target) }, anywhere)).toHaveLength(1);
});

test('name servers are looked for where the platform has them', () => {
  const policy = egress({ to: [{ namespaceSelector: { matchLabels: { dns: 'yes' } } }], ports: [{ port: 5353, protocol: 'UDP' }] });
  expect(findings('dns-egress', {}, policy, pod)).toEqual([]);
  expect(findings('dns-egress', { platform: Platform.openshift() }, policy, pod)).toEqual([]);
  expect(findings('dns-egress', { platform: Platform.eks() }, policy, pod)).toHaveLength(1);
});

test('what the mesh adds to each pod counts in quotas and limits', () => {
  expect(findings('quota-sufficient', {}, quota, pod)).toEqual([]);
  expect(findings('quota-sufficient', { platform: SIDECAR }, quota, pod)).toEqual([
    'it allows 200Mi requests.memory, and what is in its namespace takes up to 228Mi, with rollouts and autoscalers at their maximum',
  ]);
  expect(findings('limit-range-fits', {}, limits, pod)).toEqual([]);
  expect(findings('limit-range-fits', { platform: SIDECAR }, limits, pod)).toHaveLength(1);
});

test('what is said of a parameter comes first, and other controls keep theirs', () => {
  const given = { 'metadata-egress': { refused: ['192.0.2.0/24'] }, 'image-registry': { registries: ['registry.example.com'] } };
  expect(parametersOn(SIDECAR, given)).toMatchObject({ ...given, 'dns-egress': { ports: [53] } });
  expect(parametersOn(undefined, given)).toBe(given);
});

test('the version of the platform is the target, unless another one is named', () => {
  const platform = Platform.generic({ kubernetes: '1.35' });
  expect([{ platform }, { platform, target: '1.33' }, {}].map(asked => KubernetesVersion._asked(asked).toString())).toEqual(['1.35', '1.33', '1.34']);
});
