import { Source } from '../../src/verify/input';
import { Verification } from '../../src/verify/verifier';

const pod = (container: object) => new Source('pod.yaml', JSON.stringify({
  apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { hostUsers: false, containers: [{ name: 'web', ...container }] },
}), true);

test.each([
  ['registry.example.com/shop/web', true],
  ['registry.example.com.evil.example/shop/web', false],
  ['registry.example.comx/shop/web', false],
  ['shop/registry.example.com/web', false],
  ['web', false],
  ['localhost:5000/web', false],
])('the registry of %s is trusted: %s', (image, trusted) => {
  const verification = new Verification({ controls: ['image-registry'], parameters: { 'image-registry': { registries: ['registry.example.com'] } } });
  expect(verification.verifySources([pod({ image })], [], []).findings.length === 0).toBe(trusted);
});

test('an image without a registry comes from Docker Hub', () => {
  const verification = new Verification({ controls: ['image-registry'], parameters: { 'image-registry': { registries: ['docker.io'] } } });
  expect(verification.verifySources([pod({ image: 'web' })], [], []).findings).toEqual([]);
});

test('without the parameter the registry is not judged', () => {
  const { evidence } = new Verification({ controls: ['image-registry'] }).verifySources([pod({ image: 'web' })], [], []);
  expect(evidence).toEqual([{ control: 'image-registry', evaluated: 0, passed: 0, failed: 0, acknowledged: 0, undetermined: 0, notApplicable: 1 }]);
});

test.each([['1.34', 0], ['1.35', 1]])('an unmasked /proc in a user namespace, for Kubernetes %s: %i findings', (target, findings) => {
  const verification = new Verification({ controls: ['proc-mount-restricted'], target: String(target) });
  expect(verification.verifySources([pod({ securityContext: { procMount: 'Unmasked' } })], [], []).findings).toHaveLength(Number(findings));
});
