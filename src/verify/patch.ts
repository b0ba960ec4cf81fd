import { Rule, Violation } from './judge';
import { FindingPatch } from './report/report';
import { shared } from './shared-text';
import { Subjects } from './subjects';
import { Control } from '../controls/control';
import { RemedyClass } from '../controls/remedy';
import { remedyAdditions } from '../controls/remedy-additions';
import { Subject } from '../controls/subject';
import { Manifest } from '../inventory/manifest';
import { KubernetesVersion } from '../model/kubernetes-version';

/** What the remedy of a control puts where it does not hold, as a JSON patch of the object that was written. */
export function patchOf(
  control: Rule, { judged }: Violation, { pod }: Manifest, subjects: Subjects, target: KubernetesVersion,
): FindingPatch | undefined {
  if (!(control instanceof Control) || control.remedy === undefined || judged === undefined) {
    return undefined;
  }
  // What was put together has no such fields: a person must say it in the fields that there are.
  if (pod?.assembly !== undefined && control.subject !== Subject.OBJECT) {
    return undefined;
  }
  const written = subjects.asWritten(control, judged);
  const additions = written === undefined ? [] : remedyAdditions(control, written, target);
  return additions.length === 0 ? undefined : {
    remedyClass: control.remedy.remedyClass ?? RemedyClass.SAFE,
    operations: additions.map(({ path, value }) => ({ op: 'add', path: shared(pointerOf(path)), value })),
  };
}

/** As RFC 6901 has it. */
function pointerOf(path: readonly (string | number)[]): string {
  return path.map(step => `/${String(step).replace(/~/g, '~0').replace(/\//g, '~1')}`).join('');
}
