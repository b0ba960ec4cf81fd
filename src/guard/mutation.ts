import { Guarded, NAMES } from './guarded';
import { literal } from './literal';
import { substituted } from './substituted';
import { Unguarded } from './unguarded';
import { RemedyClass, RemedyField } from '../controls/remedy';
import { Subject } from '../controls/subject';

/** A safe remedy as a mutating policy applies it. */
export interface Mutation {
  readonly control: string;
  readonly subject: Subject;
  readonly kinds: readonly string[];

  /** In CEL: a list of JSON patches. */
  readonly expression: string;
}

/** Fields that the API server itself fills in before policies see the object, so that nobody can tell what an author left out. */
const FILLED_IN_BEFORE = ['terminationMessagePolicy', 'spec.restartPolicy', 'spec.terminationGracePeriodSeconds', 'imagePullPolicy'];

/** The safe remedies of controls as mutations, and those that cannot be. */
export function mutationsOf(controls: readonly Guarded[]): { readonly mutations: Mutation[]; readonly unmutated: Unguarded[] } {
  const mutations: Mutation[] = [];
  const unmutated: Unguarded[] = [];
  for (const guard of controls) {
    const { control: { id, remedy, subject, kinds } } = guard;
    if (remedy === undefined || remedy.remedyClass === RemedyClass.BEHAVIOURAL) {
      continue;
    }
    if (subject === Subject.OBJECT && kinds.length === 0) {
      unmutated.push({ control: id, reason: 'it is about every kind, and a policy that changes all objects would be in the way of the cluster itself' });
      continue;
    }
    const before = remedy.fields.find(({ path }) => FILLED_IN_BEFORE.includes(path));
    if (before !== undefined) {
      unmutated.push({ control: id, reason: `the API server fills in ${before.path} before policies see it` });
    } else {
      mutations.push(...remedy.fields.map(field => ({ control: id, subject, kinds, expression: patches(guard, field) })));
    }
  }
  return { mutations, unmutated };
}

/** The patches that fill in a field: of the object, of the pod template, or of each container. What did not change is left as it is. */
function patches({ control: { subject, remedy, kinds }, holds }: Guarded, field: RemedyField): string {
  const about = kinds.length === 0 ? '' : ` || !(variables.kind in ${literal(kinds)})`;
  const when = remedy!.when === undefined ? '' : ` && (${substituted(remedy!.when, NAMES)})`;
  const wanted = (owner: string) => `${missing(owner, field.path.split('.'))} && !(${holds})${when}`;
  const each = {
    [Subject.OBJECT]: () => `${wanted('variables.object')} ? [${patch('variables.object', '""', field)}] : []`,
    [Subject.POD]: () => `${wanted('variables.pod')} ? [${patch('variables.pod', 'variables.path', field)}] : []`,
    [Subject.CONTAINER]: () => ['containers', 'initContainers'].map(list => `variables.pod.?spec.?${list}.orValue([]).transformList(index, container, `
      + `${wanted('container')}, ${patch('container', `variables.path + "/spec/${list}/" + string(index)`, field)})`).join(' + '),
  };
  return `variables.sameSpec${about} ? [] : ${each[subject]()}`;
}

const missing = (owner: string, keys: readonly string[]) => `!${owner}${keys.map(key => `.?${key}`).join('')}.hasValue()`;

/** A patch that adds a field, together with the parents that are absent. */
function patch(owner: string, path: string, { path: dotted, value }: RemedyField): string {
  const keys = dotted.split('.');
  const cases = keys.map((_, index) => ({
    absent: missing(owner, keys.slice(0, index + 1)),
    at: literal(`/${keys.slice(0, index + 1).join('/')}`),
    value: `dyn(${literal(keys.slice(index + 1).reduceRight<unknown>((content, key) => ({ [key]: content }), value))})`,
  }));
  const chosen = (of: 'at' | 'value') => cases.map((each, index) => index === cases.length - 1 ? each[of] : `${each.absent} ? ${each[of]} : `).join('');
  return `JSONPatch{op: "add", path: ${path} + (${chosen('at')}), value: ${chosen('value')}}`;
}
