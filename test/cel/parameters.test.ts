import { join } from 'node:path';
import { askKubernetesOfMany, hasGo, Questions } from './oracle/kubernetes';
import { Catalogue, Control, KubernetesVersion, Subject } from '../../src';
import { judgedIn } from '../../src/controls/judged';
import { readSources } from '../../src/verify/files';
import { FIXTURES } from '../controls/fixtures';
import { notRun } from '../not-run';

const MINOR = 34;
const controls = Catalogue.all().filter((control): control is Control => control instanceof Control && Object.keys(control.parameters).length > 0);
const expressionsOf = ({ expression, when }: Control) => [expression, ...when === undefined ? [] : [when]];

/** What a control is asked about each of its manifests, with its own parameters and with those of the manifests. */
function asked(control: Control, table: readonly string[]): { readonly control: Control; readonly question: Questions }[] {
  const { folder, files, options } = FIXTURES.find(({ id }) => id === control.id)!;
  const manifests = readSources(files.map(name => join(folder, name)), true).flatMap(source => source.manifests);
  const bound = manifests.flatMap(({ object, pod }) => judgedIn(object, pod)[control.subject as Subject]);
  const ask = expressionsOf(control).map(expression => table.indexOf(expression));
  const told = { ...control.parameters, ...options.parameters };
  return [control.parameters, told].flatMap(params => bound.map(({ bindings: { params: _, ...bindings } }) =>
    ({ control, question: { bindings, minor: MINOR, ask, params: ask.map(() => params) } })));
}

/** Where a condition is for other objects, the expression cannot be evaluated. */
function evaluated(control: Control, expression: string, bindings: Record<string, unknown>): string {
  try {
    return String(control._compile(expression, KubernetesVersion.of(`1.${MINOR}`)).evaluate(bindings));
  } catch {
    return 'evaluate';
  }
}

test('a control with parameters says of its manifests what Kubernetes says, with and without them', () => {
  if (!hasGo()) {
    return notRun('controls with parameters in Kubernetes', 'there is no Go');
  }
  const table = [...new Set(controls.flatMap(expressionsOf))];
  const all = controls.flatMap(control => asked(control, table));
  const answers = askKubernetesOfMany(table, all.map(({ question }) => question));
  const wrong = all.flatMap(({ control, question: { bindings, ask, params } }, index) => ask.flatMap((place, position) => {
    const ours = evaluated(control, table[place], { ...bindings, params: params[position] });
    const { value, failed, message } = answers[index][position];
    return ours === (failed ?? value) ? [] : [`${control.id}: ${ours}, theirs ${value ?? message}`];
  }));
  expect(wrong).toEqual([]);
  expect(answers.flat().length).toBeGreaterThan(1000);
  return undefined;
});
