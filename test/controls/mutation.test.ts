import { join } from 'node:path';
import { FIXTURES } from './fixtures';
import { mutants, skipping } from './mutants';
import { Catalogue, Control, KubernetesVersion } from '../../src';
import { Requirement } from '../../src/controls/requirement';
import { Inventory } from '../../src/inventory/inventory';
import { Manifest } from '../../src/inventory/manifest';
import { podTemplateAt } from '../../src/model/pod-template';
import { readSources } from '../../src/verify/files';
import { Judge } from '../../src/verify/judge';

const LISTS = ['initContainers', 'ephemeralContainers'] as const;
const cases = Catalogue.all().map(control => ({ control, id: control.id }));
const celCases = cases.filter((row): row is { control: Control; id: string } => row.control instanceof Control);

function fixtures(id: string): Manifest[] {
  const { folder, files } = FIXTURES.find(candidate => candidate.id === id)!;
  return readSources(files.map(name => join(folder, name)), true).flatMap(({ manifests }) => manifests);
}

/** What a control says of its fixtures, for every Kubernetes minor where it changes, without and with the parameters of the fixtures. */
function verdicts(control: Requirement, manifests: readonly Manifest[]): string {
  const { parameters } = FIXTURES.find(({ id }) => id === control.id)!.options;
  const minors = control instanceof Control ? control.versions.map(({ since }) => KubernetesVersion.of(since)) : [];
  const inventory = new Inventory(manifests, true);
  const judges = [KubernetesVersion.OLDEST, ...minors].flatMap(minor => [{}, parameters].map(values => new Judge(control, minor, values)));
  return JSON.stringify(judges.map(judge => manifests.map(manifest => {
    const { outcome, violations, errors } = judge.judge(manifest, inventory);
    return errors.length > 0 ? 'error' : [outcome, ...violations.map(({ path }) => path.join('.'))];
  })));
}

/** A control with one of its expressions replaced. The minors at which it is judged stay. */
function* changed(control: Control): Generator<{ readonly mutant: string; readonly control: () => Control }> {
  const replacements = (expression: string) => [...mutants(expression), ...LISTS.flatMap(list => skipping(expression, list))];
  for (const expression of replacements(control.expression)) {
    yield { mutant: expression, control: () => new Control({ ...control, expression }) };
  }
  for (const [index, { since, expression }] of control.versions.entries()) {
    const before = index === 0 ? control.expression : control.versions[index - 1].expression;
    for (const mutant of [before, ...replacements(expression)]) {
      const versions = control.versions.map((version, position) => position === index ? { since, expression: mutant } : version);
      yield { mutant: `${since}: ${mutant}`, control: () => new Control({ ...control, versions }) };
    }
  }
  for (const when of control.when === undefined ? [] : ['true', ...replacements(control.when)]) {
    yield { mutant: `when: ${when}`, control: () => new Control({ ...control, when }) };
  }
}

let tried = 0;

test.each(celCases)('no mutant of $id survives its fixtures', ({ control, id }) => {
  const manifests = fixtures(id);
  const truth = verdicts(control, manifests);
  const survivors = [...changed(control)].filter(mutated => {
    tried++;
    try {
      return verdicts(mutated.control(), manifests) === truth;
    } catch {
      // It does not compile, so nobody can take it for the control.
      return false;
    }
  });
  expect(survivors.map(({ mutant }) => mutant)).toEqual([]);
});

/** A judge that does not range over a list of containers is the judge of manifests that lack it. */
test.each(cases)('a judge of $id that skips a list of containers does not survive', ({ control, id }) => {
  const manifests = fixtures(id);
  const truth = verdicts(control, manifests);
  const survivors = LISTS.filter(list => truth.includes(`${list}.`) && verdicts(control, manifests.map(manifest => without(manifest, list))) === truth);
  tried += LISTS.length;
  expect(survivors).toEqual([]);
});

afterAll(() => process.stdout.write(`${tried} mutants were tried\n`));

function without(manifest: Manifest, list: string): Manifest {
  if (manifest.pod === undefined) {
    return manifest;
  }
  const { path, template } = manifest.pod;
  const spec = Object.fromEntries(Object.entries(template.spec).filter(([key]) => key !== list));
  const written = structuredClone(manifest.written);
  delete podTemplateAt(written, path)!.template.spec[list];
  return { ...manifest, written, pod: { path, template: { ...template, spec } } };
}
