import { AdmissionExemption, exemptionVariables } from './exemption';
import { Guarded } from './guarded';
import { literal } from './literal';
import { Variable } from './variables';
import { Subject } from '../controls/subject';

/** What the API server takes as a message; of a longer one it shows nothing. */
const LONGEST = 5000;

/** The name of the variable that judges a control. */
const nameOf = ({ control }: Guarded) => `against_${control.id.replaceAll('-', '_')}`;

/** What did not change is not judged again: which part of it counts depends on what the control looks at. */
function unchanged({ control, readsMetadata, readsContainers }: Guarded): string {
  const spec = control.subject === Subject.POD && !readsContainers ? 'variables.object.kind == "Pod" ? variables.sameFrame : variables.sameSpec' : 'variables.sameSpec';
  return readsMetadata ? `(${spec}) && variables.sameMetadata` : spec;
}

/**
 * The variable that judges a control: the names of what is against it, of a pod or an object an empty one. Who is exempt is not judged, so that an
 * exemption also helps where judging fails.
 */
function judging(guard: Guarded, exemptions: boolean): Variable {
  const { control: { id, kinds, subject }, holds, readsMetadata } = guard;
  const otherKind = kinds.length === 0 ? '' : `!(variables.kind in ${literal(kinds)}) ? [] : `;
  const about = `${otherKind}${exemptions ? `${literal(id)} in variables.exempt ? [] : ` : ''}`;
  const containers = readsMetadata ? '(variables.sameMetadata ? variables.containers : variables.allContainers)' : 'variables.containers';
  return {
    name: nameOf(guard),
    expression: subject === Subject.CONTAINER
      ? `${about}${containers}.filter(container, !(${holds})).map(container, string(container.name))`
      : `${about}(${unchanged(guard)}) || (${holds}) ? [] : [""]`,
  };
}

/** A fault as it is told: the control's id, what is wrong, and in which containers. */
function told(guard: Guarded): string {
  const { control: { id, message, subject } } = guard;
  const name = `variables.${nameOf(guard)}`;
  const text = JSON.stringify(`${id}: ${message}`);
  return `size(${name}) == 0 ? "" : ${subject === Subject.CONTAINER ? `${text} + " (" + ${name}.join(", ") + ")"` : text}`;
}

/** The variables that judge controls, and `faults`: what is told of those that do not hold. */
export function judgingVariables(controls: readonly Guarded[], exemptions: readonly AdmissionExemption[]): Variable[] {
  const rows = exemptions.filter(({ control }) => controls.some(guard => guard.control.id === control));
  const exempted = new Set(rows.map(({ control }) => control));
  return [
    ...rows.length === 0 ? [] : exemptionVariables(rows),
    ...controls.map(guard => judging(guard, exempted.has(guard.control.id))),
    { name: 'faults', expression: `[${controls.map(told).join(', ')}].filter(fault, fault != "")` },
  ];
}

/** The one validation of a policy: it names every control that does not hold, not only the first. */
export const VALIDATION = {
  expression: 'size(variables.faults) == 0',
  messageExpression: `size(variables.faults.join("; ")) > ${LONGEST} ? variables.faults.map(fault, fault.split(":")[0]).join(", ") : variables.faults.join("; ")`,
  message: 'some controls do not hold',
  reason: 'Forbidden',
};
