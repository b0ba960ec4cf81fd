import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { applyPatch } from 'fast-json-patch';
import { dump } from 'js-yaml';
import { Finding, RemedyClass } from '../../src';
import { Remedies } from '../../src/controls/remedies';
import { replacementsIn } from '../../src/fix/replacements';
import { KubernetesVersion } from '../../src/model/kubernetes-version';
import { readDocuments } from '../../src/verify/documents';
import { Source } from '../../src/verify/input';
import { sarifReport, TextReplacement } from '../../src/verify/report/sarif';
import { textReport } from '../../src/verify/report/text';
import { Verification } from '../../src/verify/verifier';
import { FIXTURES } from '../controls/fixtures';

const verification = new Verification({});
const remedies = Remedies.of(KubernetesVersion.DEFAULT, true);

function read(text: string) {
  const source = new Source('some.yaml', text, true);
  return { source, report: verification.verifySources([source], [], []) };
}

/** The objects of a text, each with what its documents hold. */
const valuesOf = (text: string) => readDocuments(text).documents.map(({ value }) => structuredClone(value) as any);

/** The text after a replacement, as an editor applies it: from the last to the first. */
function edited(text: string, replacements: readonly TextReplacement[]): string {
  const starts = [0, ...[...text.matchAll(/\r\n|\n/g)].map(({ index, 0: end }) => index + end.length)];
  const offset = ({ line, column }: TextReplacement['start']) => starts[line - 1] + column - 1;
  return [...replacements].reverse()
    .reduce((before, { start, end, text: put }) => before.slice(0, offset(start)) + put + before.slice(offset(end)), text);
}

const patched = (value: any, { patch }: Finding) => applyPatch(structuredClone(value), structuredClone(patch!.operations) as any, true).newDocument;

/** For each text, what applying each patch alone gives, by the patch and by the replacement. */
function held(text: string): number {
  const { source, report } = read(text);
  const replacements = replacementsIn([source]);
  const values = valuesOf(text);
  let replaced = 0;
  for (const finding of report.findings.filter(({ patch }) => patch !== undefined)) {
    const value = values[finding.document!];
    if (Array.isArray(value.items)) {
      continue;
    }
    const after = patched(value, finding);
    const put = replacements(finding);
    if (put !== undefined && put.length === 1) {
      replaced++;
      expect({ control: finding.control, after: valuesOf(edited(text, put))[finding.document!] }).toEqual({ control: finding.control, after });
    }
  }
  return replaced;
}

test('all patches of a control together are what bulwark fix fills in, and the control holds then', () => {
  let compared = 0;
  for (const { id, folder, files } of FIXTURES) {
    for (const file of files.map(name => join(folder, name))) {
      const text = readFileSync(file, 'utf8');
      const { report } = read(text);
      for (const [index, value] of valuesOf(text).entries()) {
        const own = report.findings.filter(({ control, document, patch }) => control === id && document === index && patch !== undefined);
        if (own.length > 0 && !Array.isArray(value.items)) {
          const filled = structuredClone(value);
          remedies.fillIn(filled, control => control === id);
          const all = own.reduce(patched, value);
          expect({ file, all }).toEqual({ file, all: filled });
          const left = read(JSON.stringify(all)).report.findings
            .filter(({ control, path }) => control === id && own.some(finding => finding.path === path));
          expect({ file, left }).toEqual({ file, left: [] });
          compared++;
        }
      }
    }
  }
  expect(compared).toBeGreaterThan(15);
});

test('what replaces text says what the patch says', () => {
  const replaced = FIXTURES.flatMap(({ folder, files }) => files.map(name => held(readFileSync(join(folder, name), 'utf8'))));
  expect(replaced.reduce((sum, each) => sum + each, 0)).toBeGreaterThan(40);
});

test('however YAML is written', () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/);
  const security = fc.option(fc.dictionary(key, fc.oneof(fc.boolean(), fc.constant(null), fc.string())), { nil: null });
  const container = fc.record({ name: key, image: fc.string(), securityContext: security }, { requiredKeys: ['name'] });
  const pods = fc.record({ containers: fc.array(container, { minLength: 1, maxLength: 3 }), securityContext: security }, { requiredKeys: ['containers'] });
  const style = fc.record({ flowLevel: fc.constantFrom(-1, 2, 3, 4, 5), indent: fc.constantFrom(1, 2, 4), noArrayIndent: fc.boolean() });
  fc.assert(fc.property(pods, style, (spec, options) => {
    expect(held(dump({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec }, options as any))).toBeGreaterThan(0);
  }), { numRuns: 100 });
});

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec:\n  containers:\n    - name: web\n      image: web:1\n';
const only = (controls: string[], text: string) => {
  const source = new Source('a b.yaml', text, true);
  return { source, report: new Verification({ packs: [], controls }).verifySources([source], [], []) };
};

test('a finding has its patch as RFC 6902 has it, and says whether it could stop a program', () => {
  const { report } = only(['privilege-escalation', 'drop-all-capabilities', 'image-digest'], POD);
  const patches = Object.fromEntries(report.findings.map(({ control, patch }) => [control, patch]));
  expect(patches).toEqual({
    'privilege-escalation': { remedyClass: RemedyClass.SAFE, operations: [{ op: 'add', path: '/spec/containers/0/securityContext', value: { allowPrivilegeEscalation: false } }] },
    'drop-all-capabilities': {
      remedyClass: RemedyClass.BEHAVIOURAL, operations: [{ op: 'add', path: '/spec/containers/0/securityContext', value: { capabilities: { drop: ['ALL'] } } }],
    },
    'image-digest': undefined,
  });
  const text = textReport(report);
  expect(text).toContain('\n    + spec.containers[0].securityContext: {"allowPrivilegeEscalation":false}\n');
  expect(text).toContain('\n    + spec.containers[0].securityContext: {"capabilities":{"drop":["ALL"]}} (try it first: it could stop the program)\n');
});

test('what is written is never in a patch', () => {
  const { report } = only(['privilege-escalation'], POD.replace('image: web:1', 'image: web:1\n      securityContext: { allowPrivilegeEscalation: true }'));
  expect(report.findings.map(({ patch }) => patch)).toEqual([undefined]);
});

test('SARIF says how the file changes, line by line', () => {
  const { source, report } = only(['privilege-escalation'], POD);
  expect(JSON.parse(sarifReport(report, replacementsIn([source]))).runs[0].results[0].fixes).toEqual([{
    description: { text: 'set securityContext.allowPrivilegeEscalation to false' },
    artifactChanges: [{
      artifactLocation: { uri: 'a%20b.yaml', uriBaseId: 'SRCROOT' },
      replacements: [{
        deletedRegion: { startLine: 8, startColumn: 1, endLine: 8, endColumn: 1 },
        insertedContent: { text: '      securityContext:\n        allowPrivilegeEscalation: false\n' },
      }],
    }],
  }]);
});

test('an item of a List is mended in its place, and what stands for several places is not', () => {
  const list = `apiVersion: v1\nkind: List\nitems:\n${POD.replace(/^/gm, '    ').replace('    apiVersion', '  - apiVersion').trimEnd()}\n`;
  const { source, report } = only(['privilege-escalation'], list);
  const [put] = replacementsIn([source])(report.findings[0])!;
  expect(valuesOf(edited(list, [put]))[0].items[0].spec.containers[0].securityContext).toEqual({ allowPrivilegeEscalation: false });
  const shared = only(['privilege-escalation'], POD.replace('image: web:1', 'image: web:1\n      securityContext: &none {}\n    - name: two\n      image: web:1\n      securityContext: *none'));
  expect(shared.report.findings.map(replacementsIn([shared.source]))).toEqual([undefined, undefined]);
});

test('where an author wrote null for a list there is a finding, and no error', () => {
  const spec = { initContainers: null, ephemeralContainers: null, containers: [{ name: 'web', image: 'web', ports: [{ containerPort: 8080 }] }] };
  const { report } = read(dump({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web', namespace: 'shop' }, spec }));
  expect(report.errors).toEqual([]);
  expect(report.findings.filter(({ patch }) => patch !== undefined).length).toBeGreaterThan(5);
});
