import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { hostileReport, pod, verified } from './example';
import { Report } from '../../../src';
import { againstBaseline } from '../../../src/verify/report/baseline';
import { jsonPortions } from '../../../src/verify/report/json';

const schema = JSON.parse(readFileSync(join(__dirname, '../../../schemas/report.schema.json'), 'utf8'));
const validate = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
const faults = (json: unknown) => validate(json) ? [] : validate.errors!.map(({ instancePath, message }) => `${instancePath} ${message}`);
const written = (report: Report) => JSON.parse([...jsonPortions(report)].join(''));
const feature = (name: string) => join(__dirname, '../policy/features', name, 'policy.yaml');
const full = verified([pod('web', 'main', { reason: 'r', owner: 'o' }), pod('other')]);

test.each<[string, Report]>([
  ['findings and acknowledged ones', full],
  ['findings of policies, which have no recommendation, and notices', verified([pod('web')], { packs: [], policies: [feature('request')] })],
  ['errors', verified(['a: 1', pod('web')])],
  ['nothing', verified(['apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}'])],
  ['hostile texts', hostileReport()],
  ['a baseline', againstBaseline(full, [...full.findings.slice(3), { ...full.findings[0], fingerprint: '0'.repeat(16) }])],
])('%s: the report is as its schema says', (_name, report) => {
  expect(faults(written(report))).toEqual([]);
});

test('the findings of policies are among what was validated', () => {
  const policy = 'apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: {name: own}\nspec:\n'
    + '  matchConstraints: {resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]}\n  validations: [{expression: "false"}]\n';
  const folder = mkdtempSync(join(tmpdir(), 'bulwark-policy-'));
  writeFileSync(join(folder, 'own.yaml'), policy);
  const report = written(verified([pod('web')], { packs: [], policies: [folder] }));
  expect(report.findings).toEqual([expect.objectContaining({ control: 'own', recommendation: '' })]);
  expect(report.notices).toHaveLength(1);
  expect(faults(report)).toEqual([]);
});

test('the schema knows every field of every row, and refuses any other', () => {
  const report = written(full);
  for (const [at, row] of [['', report], ['/findings/0', report.findings[0]], ['/acknowledged/0', report.acknowledged[0]], ['/evidence/0', report.evidence[0]], ['/summary', report.summary]]) {
    for (const field of Object.keys(row)) {
      const kept = row[field];
      delete row[field];
      expect(faults(report)).toEqual([`${at} must have required property '${field}'`]);
      row[field] = kept;
    }
    row.further = 1;
    expect(faults(report)).toEqual([`${at} must NOT have additional properties`]);
    delete row.further;
  }
  expect(faults(report)).toEqual([]);
});
