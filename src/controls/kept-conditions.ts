import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Control, VARIABLES } from './control';
import { Requirement } from './requirement';
import { KeptCondition } from '../cel/kept';
import { keepCondition, KeptConditions, keyOf } from '../cel/program';
import { KubernetesVersion } from '../model/kubernetes-version';

/** Beside the command and the library of a package, which are a file each. */
const FILE = join(__dirname, 'conditions.json');

/** What a package brings of its controls' conditions, parsed and checked; nothing where it is not built. */
export function readKeptConditions(): KeptConditions {
  return existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')) : {};
}

/** All conditions of controls, for every minor that they are for. */
export function keptConditionsOf(controls: readonly Requirement[]): KeptConditions {
  const all: Record<string, KeptCondition[]> = {};
  for (const control of controls) {
    if (control instanceof Control) {
      for (const target of KubernetesVersion.all()) {
        const variables = VARIABLES[control.subject];
        for (const expression of [control.expressionFor(target.toString()), control.when, control.remedy?.when].filter(each => each !== undefined)) {
          const known = all[keyOf(expression, variables)] ??= [];
          const condition = keepCondition(expression, { variables, kubernetes: target.toString() });
          known.push(...condition === undefined || known.some(({ minors }) => `${minors}` === `${condition.minors}`) ? [] : [condition]);
        }
      }
    }
  }
  return all;
}
