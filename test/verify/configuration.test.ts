import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { readConfiguration } from '../../src/verify/configuration';

function read(text: string) {
  const file = join(mkdtempSync(join(tmpdir(), 'bulwark-configuration-')), 'bulwark.yaml');
  writeFileSync(file, text);
  try {
    return readConfiguration(file);
  } catch (error) {
    throw new Error((error as Error).message.replace(`${file}:`, ''));
  }
}

test('the schema is one that editors can read', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/bulwark.schema.json'), 'utf8'));
  expect(new Ajv({ strict: true }).validateSchema(schema)).toBe(true);
});

test('everything that can be said is read, and paths are from the folder of the file', () => {
  const configuration = read(`target: "1.33"
packs: [pss-restricted]
controls: [image-digest]
paths: [out]
context: [shared/context.yaml]
policies: [policies]
complete: true
failOn: high
severities: { image-digest: low }
parameters: { image-registry: { registries: [registry.example.com] } }
acknowledgements:
  - { id: image-digest, reason: built here, owner: team, until: "2099-01-01", match: { kind: Pod, namespace: shop, name: web, container: main, labels: { app: web } } }
ownControls:
  - id: has-team
    title: Objects name their team
    recommendation: "2.1"
    severity: low
    subject: object
    kinds: [Service]
    expression: object.?metadata.?labels[?"team"].hasValue()
    message: nobody knows whose it is
    remediation: add the label team
`);
  expect(configuration).toMatchObject({ target: '1.33', packs: ['pss-restricted'], complete: true, failOn: 'high', severities: { 'image-digest': 'low' } });
  expect([...configuration.paths, ...configuration.context, ...configuration.policies].every(path => path.startsWith(tmpdir()))).toBe(true);
  expect(configuration.acknowledgements[0].scope).toMatchObject({ container: 'main', labels: { app: 'web' } });
  expect(configuration.ownControls[0].id).toBe('has-team');
});

test('a platform is as its name says, but for what is written', () => {
  const { platform } = read('platform:\n  name: openshift\n  kubernetes: "1.35"\n  mesh: istio-sidecar\n  nodeCidrs: [10.0.0.0/16]\n');
  expect([platform!.name, platform!.kubernetes.toString(), platform!.dns[0].port, platform!.nodeCidrs]).toEqual(['openshift', '1.35', 5353, ['10.0.0.0/16']]);
  expect(platform!.sidecars.map(({ name }) => name)).toEqual(['istio-proxy']);
  expect(read('packs: [csa]\n').platform).toBeUndefined();
});

test('a platform can say all that the construct can', () => {
  const { properties } = JSON.parse(readFileSync(join(__dirname, '../../schemas/bulwark.schema.json'), 'utf8')).$defs.platform;
  const source = readFileSync(join(__dirname, '../../src/model/platform-props.ts'), 'utf8');
  const props = [...source.slice(source.indexOf('interface PlatformProps')).matchAll(/^ {2}readonly (\w+)\?/gm)].map(([, name]) => name);
  expect(Object.keys(properties).sort()).toEqual(['name', ...props].sort());
});

test.each([
  ['platform: { kubernetes: "1.34" }\n', '1: platform has no name: say it'],
  ['platform:\n  name: gke\n  node: []\n', '3: "node" is not known in platform: schemas/bulwark.schema.json has what is'],
  ['platform:\n  name: azure\n', '2: platform.name is none of generic, eks, gke, aks, openshift: give one of them'],
  ['platform:\n  name: gke\n  nodeCidrs:\n    - 10.0.0.0/8\n    - 10.0.0.0/33\n', '5: Platform nodeCidrs[1]'],
  ['platform:\n  name: gke\n  kubernetes: "2.0"\n', '1: "2.0" is not a supported Kubernetes version'],
  ['packs: [csa]\npack: [csa]\n', '2: "pack" is not known in the configuration: schemas/bulwark.schema.json has what is'],
  ['acknowledgements:\n  - id: image-digest\n    reason: none\n', '2: acknowledgements.0 has no owner: say it'],
  ['acknowledgements:\n  - id: image-digest\n    reason: none\n    owner: me\n    match: { kinds: Pod }\n', '5: "kinds" is not known in acknowledgements.0.match: schemas/bulwark.schema.json has what is'],
  ['packs: [csa]\nfailOn: worst\n', '2: failOn is none of low, medium, high, critical: give one of them'],
  ['target: 1.34\n', '1: target must be string'],
  ['complete: "yes"\n', '1: complete must be boolean'],
  ['- csa\n', '1: the configuration must be object'],
  ['packs: [csa\n', '1: not YAML'],
  ['ownControls:\n  - { id: x, title: x, recommendation: "2.1", severity: low, subject: object, expression: "object.(", message: x, remediation: x }\n', '2: '],
])('what is wrong in %j is said with its line and key', (text, message) => {
  expect(() => read(text)).toThrow(message);
});

test('a file that says nothing is a configuration that says nothing', () => {
  expect(read('# nothing yet\n')).toEqual(readConfiguration('/nowhere/bulwark.yaml'));
});
