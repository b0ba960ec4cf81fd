import { CommandLine, Component } from './command-line';
import { commandLines, runsComponent } from './components';
import { Fault, InventoryControl, Outcome } from '../inventory-control';
import { RequirementProps } from '../requirement';

/** What is asked of one flag of a component. */
export interface FlagRule {
  readonly components: readonly Component[];
  readonly flag: string;

  /** Whether it holds. A flag that is not written is undefined. */
  readonly holds: (value: string | undefined, line: CommandLine) => boolean;

  /** Flags that name a file in which the same may be said: where one is written and this flag is not, nobody knows. */
  readonly unlessIn?: readonly string[];
}

/** A control of command lines. */
export type FlagControlProps = Omit<RequirementProps, 'kinds' | 'field'> & { readonly rules: readonly FlagRule[] };

/** Files that hold what flags say, by component: where one is named, a flag that is not written may be in it. */
const FILES: Readonly<Record<Component, readonly string[]>> = {
  'kube-apiserver': [],
  'kube-controller-manager': [],
  'kube-scheduler': ['config'],
  'etcd': ['config-file'],
  'kubelet': ['config', 'config-dir'],
};

/**
 * A control of the flags with which a component of Kubernetes is started. It is written in TypeScript, for a command line must be read first: an expression
 * that does so is longer than what it asks. Static pods are the kubelet's, which asks no admission, so that no guard could hold it anyway.
 */
export function flagControl({ rules, ...props }: FlagControlProps): InventoryControl {
  return new InventoryControl({
    ...props,
    where: runsComponent,
    judge: manifest => {
      const lines = commandLines(manifest).filter(({ component }) => rules.some(({ components }) => components.includes(component)));
      const faults = lines.flatMap(line => rules.flatMap(rule => faultsOf(rule, line, props.message)));
      return { outcome: lines.length === 0 ? Outcome.NOT_APPLICABLE : faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
    },
  });
}

function faultsOf({ components, flag, holds, unlessIn = [] }: FlagRule, line: CommandLine, message: string): Fault[] {
  const value = line.value(flag);
  const elsewhere = value === undefined && [...unlessIn, ...FILES[line.component]].some(file => line.value(file) !== undefined);
  if (!components.includes(line.component) || elsewhere || holds(value, line)) {
    return [];
  }
  return [{ path: line.pathOf(flag), message: `--${flag} of ${line.component} is ${value === undefined ? 'not set' : `"${value}"`}: ${message}` }];
}

/** The flag has this value. */
export const is = (expected: string) => (value: string | undefined) => value === expected;

/** The flag has another value than this, or none. */
export const isNot = (refused: string) => (value: string | undefined) => value !== refused;

/** The flag is not written. */
export const absent = (value: string | undefined) => value === undefined;

/** The flag names something. One that wants a name and gets none reads as `true`. */
export const named = (value: string | undefined) => value !== undefined && !['', 'true'].includes(value);

/** The flag is a number of at least this. */
export const atLeast = (least: number) => (value: string | undefined) => value !== undefined && Number(value) >= least;

/** The list of the flag has this entry. */
export const lists = (flag: string, entry: string) => (_value: string | undefined, line: CommandLine) => line.list(flag)?.includes(entry) ?? false;

/** The list of the flag has none of these entries. */
export const listsNone = (flag: string, ...entries: readonly string[]) => (_value: string | undefined, line: CommandLine) =>
  !(line.list(flag) ?? []).some(entry => entries.includes(entry));
