import { loadAll } from 'js-yaml';
import { bulwark, describeCommand, folder } from './run';

const ACCEPTED = `parameters:
  image-registry: {registries: [registry.example.com]}
acknowledgements:
- {id: image-digest, reason: the vendor has none, owner: jane, until: '2026-12-31', match: {namespace: shop, name: vendor}}
- {id: host-network, reason: it measures, owner: jane, match: {namespace: shop, container: agent}}
`;

describeCommand('bulwark guard', () => {
  test('writes policies that any reader of YAML reads, and says above them what they leave out', () => {
    const { status, stdout, stderr } = bulwark(folder(), ['guard', '--pack', 'csa', '--target', '1.34', '--action', 'audit']);
    expect([status, stderr]).toEqual([0, '']);
    const objects = loadAll(stdout) as any[];
    expect(objects[0]).toMatchObject({ apiVersion: 'admissionregistration.k8s.io/v1', kind: 'ValidatingAdmissionPolicy', metadata: { name: 'cdk8s-bulwark-workloads' } });
    expect(objects[1].spec.validationActions).toEqual(['Audit']);
    expect(stdout).toMatch(/^# No policy asks for, because it reads other objects, and a policy sees one: .*default-deny-ingress/m);
    expect(stdout).toMatch(/^# No policy fills in what these want, because .*: termination-message-policy\.$/m);
  });

  test('takes parameters, and acknowledgements of a namespace as exemptions', () => {
    const { status, stdout } = bulwark(folder({ 'bulwark.yaml': ACCEPTED }), ['guard', '--control', 'image-registry', '--control', 'image-digest', '--now', '2026-11-01']);
    expect(status).toBe(0);
    expect(stdout).toContain('["registry.example.com"]');
    expect(stdout).toContain('{"image-digest.shop.vendor": "the vendor has none (jane, until 2026-12-31)"}');
    expect(stdout).toMatch(/^# No exemption from host-network, because bulwark.yaml row 2 is not for a namespace, or an object in it, as a whole\.$/m);
  });

  test.each([
    [['--target', '1.28'], 'bulwark: Kubernetes 1.28 refuses optional values in policies, and nearly every control needs them: guard it with --engine kyverno, or upgrade it to 1.29 or newer\n'],
    [['--pack', 'none'], 'bulwark: there is no pack "none": give one of csa, pss-baseline, pss-restricted, nsa, cis, owasp, developer, operator, conventions\n'],
    [['--config', 'gone.yaml'], 'bulwark: gone.yaml: there is no such file; leave --config out, or name the configuration\n'],
    [['--now', '2027-01-01'], 'bulwark: bulwark.yaml row 1: the acknowledgement of image-digest by jane expired on 2026-12-31; renew it or mend the finding\n'],
  ])('%j is one clear error, and the exit code 2', (args, error) => {
    const { status, stdout, stderr } = bulwark(folder({ 'bulwark.yaml': ACCEPTED }), ['guard', ...args]);
    expect([status, stdout, stderr]).toEqual([2, '', error]);
  });

  test('an engine or an action that there is not is refused', () => {
    expect(bulwark(folder(), ['guard', '--engine', 'opa'])).toMatchObject({ status: 2, stderr: expect.stringContaining('Allowed choices are kubernetes, kyverno') });
  });
});
