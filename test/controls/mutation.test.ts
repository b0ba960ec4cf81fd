import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Catalogue, Control, KubernetesVersion, Subject } from '../../src';
import { Ast, parse } from '../../src/cel/ast';
import { Inventory } from '../../src/inventory/inventory';
import { Manifest } from '../../src/inventory/manifest';
import { readSources } from '../../src/verify/files';
import { Judge } from '../../src/verify/judge';

const directories = (path: string) => readdirSync(path, { withFileTypes: true }).filter(entry => entry.isDirectory()).map(({ name }) => name);
const folders = new Map(directories(__dirname)
  .flatMap(topic => directories(join(__dirname, topic)).map(id => [id, join(__dirname, topic, id)] as const)));
const controls = Catalogue.all().filter((control): control is Control => control instanceof Control && folders.has(control.id));

function fixtures(id: string): Manifest[] {
  const folder = folders.get(id)!;
  const files = readdirSync(folder).filter(name => name !== 'context.yaml' && existsSync(join(folder, name)));
  return readSources(files.map(name => join(folder, name)), true).flatMap(({ manifests }) => manifests);
}

/** What a control says of its fixtures: the fields it finds, and the errors. */
function verdicts(control: Control, manifests: readonly Manifest[]): string {
  const judge = new Judge(control, KubernetesVersion.DEFAULT);
  const inventory = new Inventory(manifests, true);
  return JSON.stringify(manifests.map(manifest => {
    const { violations, errors } = judge.judge(manifest, inventory);
    return errors.length > 0 ? 'error' : violations.map(({ path }) => path.join('.'));
  }));
}

/** The expression negated, and with each clause of each conjunction and disjunction left out. */
function mutants(expression: string): string[] {
  const found = [`!(${expression})`];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) {
      return node.forEach(visit);
    }
    if (typeof node !== 'object' || node === null || !('op' in node)) {
      return;
    }
    const { op, start, end, args } = node as Ast;
    if (op === '&&' || op === '||') {
      (args as [Ast, Ast]).forEach(kept => found.push(`${expression.slice(0, start)}${expression.slice(kept.start, kept.end)}${expression.slice(end)}`));
    }
    visit(args);
  };
  visit(parse(expression));
  return found;
}

test.each(controls)('no mutant of $id survives its fixtures', control => {
  const manifests = fixtures(control.id);
  const truth = verdicts(control, manifests);
  const expression = control.expressionFor(KubernetesVersion.DEFAULT.toString());
  const survivors = mutants(expression).filter(mutant => {
    try {
      return verdicts(new Control({ ...control, expression: mutant, versions: [] }), manifests) === truth;
    } catch {
      return false;
    }
  });
  expect(survivors).toEqual([]);
});

test.each(controls.filter(({ subject, id }) => subject === Subject.CONTAINER && !['host-port', 'host-path-writable', 'memory-request'].includes(id)))(
  '$id finds init containers and ephemeral containers', control => {
    const found = verdicts(control, fixtures(control.id));
    expect(found).toContain('initContainers');
    expect(found).toContain('ephemeralContainers');
  });
