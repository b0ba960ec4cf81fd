import { spawnSync } from 'node:child_process';
import { askProgram, builtProgram } from '../../go';

/** An expression to be evaluated on an object, as a new policy on an API server of a minor of Kubernetes. */
export interface Question {
  readonly expression: string;
  readonly object?: unknown;
  readonly minor: number;
}

/** What comes out: a value, or where it fails. */
export interface Answer {
  readonly value?: string;
  readonly type?: string;
  readonly cost: number;
  readonly failed?: 'compile' | 'evaluate';
  readonly message?: string;
}

/** Whether the Kubernetes CEL library can be asked here, which takes Go. */
export function hasGo(): boolean {
  return spawnSync('go', ['version']).status === 0;
}

/** Asks the Kubernetes CEL library. */
export function askKubernetes(questions: readonly Question[]): Answer[] {
  return askEach(questions.map(({ object = {}, ...rest }) => ({ object, ...rest })));
}

/** Some of the expressions of a table, by their places, on the same variables but for `params`. */
export interface Questions {
  readonly ask: readonly number[];
  readonly params: readonly unknown[];
  readonly bindings: { readonly [variable: string]: unknown };
  readonly minor: number;
}

/** Asks about many expressions at once. */
export function askKubernetesOfMany(table: readonly string[], questions: readonly Questions[]): Answer[][] {
  return askEach([{ define: table }, ...questions]);
}

function askEach<T>(questions: readonly object[]): T[] {
  return askProgram(builtProgram(__dirname, 'cel-oracle'), questions);
}
