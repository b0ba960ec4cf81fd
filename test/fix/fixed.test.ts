import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { Remedies } from '../../src/controls/remedies';
import { fixed } from '../../src/fix/fixed';
import { KubernetesVersion } from '../../src/model/kubernetes-version';
import { Source } from '../../src/verify/input';
import { Verification } from '../../src/verify/verifier';
import { FIXTURES } from '../controls/fixtures';
import { notRun } from '../not-run';

const verification = new Verification({});
const remedies = Remedies.of(KubernetesVersion.DEFAULT, true);
const findingsOf = (text: string) => verification.verifySources([new Source('some.yaml', text, true)], [], []).findings;
const fix = (text: string) => fixed(text, findingsOf(text), remedies);

/** Whether all lines of a text stand in another, in their order. */
function keepsLines(before: string, after: string): boolean {
  const lines = after.split(/\r?\n/);
  let at = 0;
  return before.trimEnd().split(/\r?\n/).every(line => {
    at = lines.indexOf(line, at) + 1;
    return at > 0;
  });
}

const POD = `# who made it
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop} # in one line
spec:
  containers:
    # the only one
    - name: web   # its name
      image: "web:1"

      args:
        - |
          a text
          of lines

  # the end
---
# another document
`;

test('lines are put in behind what is there, in its style, and everything else stays', () => {
  expect(fix(POD).text).toBe(`# who made it
apiVersion: v1
kind: Pod
metadata: {name: web, namespace: shop} # in one line
spec:
  containers:
    # the only one
    - name: web   # its name
      image: "web:1"

      args:
        - |
          a text
          of lines
      terminationMessagePolicy: FallbackToLogsOnError
      securityContext:
        capabilities:
          drop:
            - ALL
        allowPrivilegeEscalation: false
        readOnlyRootFilesystem: true
        runAsNonRoot: true
        seccompProfile:
          type: RuntimeDefault
  enableServiceLinks: false
  hostUsers: false
  automountServiceAccountToken: false

  # the end
---
# another document
`);
});

test.each([
  ['nothing is written after the colon', 'securityContext:', 'securityContext:\n        capabilities:'],
  ['null is written', 'securityContext: null', 'securityContext:\n        capabilities:'],
  ['an empty mapping is written', 'securityContext: {}', 'securityContext: { capabilities: { drop: [ ALL ] }, allowPrivilegeEscalation: false,'],
  ['a mapping in one line is written', 'securityContext: { privileged: false }', 'securityContext: { privileged: false, capabilities: { drop: [ ALL ] }, allow'],
  ['what is there is commented', 'securityContext: # ours\n        privileged: false # really', 'securityContext: # ours\n        privileged: false # really\n        capabilities:'],
])('where %s', (_what, written, expected) => {
  const text = `apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec:\n  containers:\n    - name: web\n      ${written}\n      image: web:1\n`;
  expect(fix(text).text).toContain(expected);
});

test('JSON stays JSON', () => {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [{ name: 'web', image: 'web:1' }] } }, undefined, 2);
  expect(JSON.parse(fix(text).text).spec.containers[0].securityContext.allowPrivilegeEscalation).toBe(false);
  expect(fix(text).text).toContain('"image": "web:1",\n');
});

test('a file of Windows stays one', () => {
  expect(fix(POD.replace(/\n/g, '\r\n')).text).toBe(fix(POD).text.replace(/\n/g, '\r\n'));
});

test('a text is refused where an anchor stands for a place that must stay as it is', () => {
  const text = `apiVersion: v1
kind: Pod
metadata: { name: web, namespace: shop, annotations: &some { note: one } }
spec:
  containers:
    - { name: a, image: "a:1", securityContext: &shared { privileged: false } }
    - { name: b, image: "b:1", securityContext: *shared }
  other: *shared
`;
  expect(() => fix(text)).toThrow('it cannot be fixed in its text');
});

test('what is fixed is found no more, and fixing it again changes nothing', () => {
  const manifests = FIXTURES.flatMap(({ folder, files }) => files.map(file => join(folder, file)));
  let changed = 0;
  for (const file of manifests) {
    const text = readFileSync(file, 'utf8');
    const { text: after, filled } = fix(text);
    const again = fix(after);
    const controls = new Set(filled.map(({ control }) => control));
    changed += filled.length > 0 ? 1 : 0;
    expect({ file, again: again.text === after, keeps: keepsLines(text, after) || text.includes('{') }).toEqual({ file, again: true, keeps: true });
    const count = (source: string, id: string) => findingsOf(source).filter(({ control }) => control === id).length;
    expect({ file, stays: [...controls].filter(id => count(after, id) >= count(text, id)) }).toEqual({ file, stays: [] });
  }
  expect(changed).toBeGreaterThan(30);
});

const CASES = join(__dirname, '../../../shared/cases/realworld');
test('manifests of real projects keep every line, and those that cannot be fixed are refused', () => {
  if (!existsSync(CASES)) {
    return notRun('fixing the manifests of real projects', `${CASES} is not there`);
  }
  const files = readdirSync(CASES, { recursive: true, encoding: 'utf8' }).filter(name => /\.ya?ml$/.test(name));
  const counts = { fixed: 0, clean: 0, refused: 0 };
  for (const file of files) {
    const text = readFileSync(join(CASES, file), 'utf8');
    try {
      const { text: after, filled } = fix(text);
      counts[filled.length > 0 ? 'fixed' : 'clean']++;
      const lines = text.split('\n').filter(line => !/\{/.test(line) && !/(securityContext|null|~):?\s*(\{\}|null|~)?\s*$/.test(line)).join('\n');
      expect({ file, keeps: keepsLines(lines, after) }).toEqual({ file, keeps: true });
    } catch (error) {
      if (!(error as Error).message.startsWith('it cannot be fixed')) {
        throw error;
      }
      counts.refused++;
    }
  }
  process.stdout.write(`fix on real projects: ${JSON.stringify(counts)}\n`);
  expect(counts.fixed).toBeGreaterThan(100);
  expect(counts.refused).toBeLessThan(5);
  return undefined;
});

test('however YAML is written, the result says what is meant', () => {
  const key = fc.stringMatching(/^[a-z]{1,6}$/);
  const security = fc.option(fc.dictionary(key, fc.oneof(fc.boolean(), fc.constant(null), fc.string())), { nil: null });
  const container = fc.record({ name: key, image: fc.string(), securityContext: security, args: fc.array(fc.string({ unit: 'grapheme' })) }, { requiredKeys: ['name'] });
  const pods = fc.record({ containers: fc.array(container, { minLength: 1, maxLength: 3 }), securityContext: security }, { requiredKeys: ['containers'] });
  const style = fc.record({ flowLevel: fc.constantFrom(-1, 2, 3, 4, 5), indent: fc.constantFrom(1, 2, 4), noArrayIndent: fc.boolean() });
  fc.assert(fc.property(pods, style, (spec, options) => {
    const text = dump({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec }, options as any);
    const { text: after, filled } = fix(text);
    expect(filled.length).toBeGreaterThan(0);
    expect(fix(after).text).toBe(after);
  }), { numRuns: 200 });
});
