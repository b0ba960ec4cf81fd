import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REASONS } from './admissible';
import { Form, formsOf } from './forms';
import { asked, verified } from './verdicts';
import { readDocuments } from '../../../src/verify/documents';
import { Verification } from '../../../src/verify/verifier';
import { FixtureOptions, FIXTURES, Fixtures } from '../../controls/fixtures';
import { Client, Manifest } from '../client';

/** One object of a control's fixtures, in one form. */
export interface Case { readonly control: string; readonly file: string; readonly form: Form; readonly object: Manifest }

/** What the verifier says of it, and what the API server does. */
export interface Compared extends Case {
  readonly verifier: readonly string[];
  readonly server: readonly string[];

  /** Why Kubernetes itself refuses it, before a policy sees it. */
  readonly refused?: string;
}

/** Fixtures that one guard judges: it holds one target, and one set of parameters. */
export interface Run { readonly options: FixtureOptions; readonly fixtures: readonly Fixtures[] }

const AT_ONCE = 16;

/** The objects of a control's fixtures. */
export function casesOf({ id, folder, files }: Fixtures): Case[] {
  // What has no name is a file that a component reads, and no object of the API.
  return files.flatMap(file => readDocuments(readFileSync(join(folder, file), 'utf8')).documents
    .filter(({ value }) => (value as Manifest).metadata !== undefined)
    .flatMap(({ value }) => formsOf(id, value as Manifest).map(([form, object]) => ({ control: id, file, form, object }))));
}

/** All fixtures, by what they are judged with. */
export function runs(): Run[] {
  const byKey = new Map<string, Run>();
  for (const fixtures of FIXTURES.flatMap(byParameters)) {
    const { target, parameters } = fixtures.options;
    const key = parameters === undefined ? String(target) : fixtures.id;
    const options = { target, parameters: parameters && { [fixtures.id]: parameters } };
    byKey.set(key, { options, fixtures: [...byKey.get(key)?.fixtures ?? [], fixtures] });
  }
  return [...byKey.values()];
}

/** Parameters may be for some of the files alone. */
function byParameters(fixtures: Fixtures): Fixtures[] {
  const { options: { target, parameters, files } } = fixtures;
  return files === undefined ? [fixtures] : [
    { ...fixtures, files: fixtures.files.filter(file => files.includes(file)), options: { target, parameters } },
    { ...fixtures, files: fixtures.files.filter(file => !files.includes(file)), options: { target } },
  ];
}

/** Asks both about objects. */
export async function compare(client: Client, cases: readonly Case[], verification: Verification, known: ReadonlySet<string>): Promise<Compared[]> {
  const result: Compared[] = [];
  await inParallel(cases, async each => {
    const { controls = [], refused } = await asked(client, each.object, known);
    result.push({ ...each, verifier: verified(each.object, verification), server: controls, refused: refused && reasonOf(refused) });
  });
  return result;
}

/** For a report: which object it is, and what else is given. */
export function told<T extends object>({ control, file, form, object: { kind, metadata } }: Case, more: T) {
  return { control, file, form, object: `${kind}/${metadata.name}`, ...more };
}

function reasonOf(message: string): string {
  return REASONS.find(([pattern]) => pattern.test(message))?.[1] ?? `for a reason that nobody named: ${message}`;
}

async function inParallel<T>(items: readonly T[], act: (item: T) => Promise<void>): Promise<void> {
  const left = [...items];
  await Promise.all(Array.from({ length: AT_ONCE }, async () => {
    for (let item = left.pop(); item !== undefined; item = left.pop()) {
      await act(item);
    }
  }));
}
