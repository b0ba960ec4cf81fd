import { setTimeout as delay } from 'node:timers/promises';
import { Control, GuardOptions, Severity, Subject } from '../../../src';
import { guardOf } from '../../../src/guard/guard';
import { Client, Manifest } from '../client';
import { warningsOf } from '../connection';

/** The policy that is written last: when it speaks, the others are known too. */
const LAST = 'cdk8s-bulwark-workloads';
let revision = 0;
let installed: readonly Manifest[] = [];

/** How a guard is put into the cluster. */
interface Way {
  /** A namespace that it guards, where it is seen to be in force. */
  readonly namespace: string;
  readonly mutating?: boolean;
}

/** Puts a guard into the cluster in the place of what an earlier call put there, and waits until it is in force. */
export async function install(client: Client, options: GuardOptions, { namespace, mutating = true }: Way): Promise<readonly string[]> {
  const mark = `guard-revision-${++revision}`;
  const marked = new Control({
    id: mark,
    title: 'The revision of the guard',
    recommendation: '2.3',
    severity: Severity.LOW,
    subject: Subject.POD,
    expression: `!pod.?metadata.?labels[?"${mark}"].hasValue()`,
    message: 'it is in force',
    remediation: 'remove the label',
  });
  const packs = options.packs ?? (options.controls === undefined ? ['csa'] : []);
  const { objects, guarded } = guardOf({ ...options, packs, ownControls: [marked] });
  const wanted = (objects as readonly Manifest[]).filter(({ kind }) => mutating || !kind.startsWith('Mutating'));
  const key = ({ kind, metadata }: Manifest) => `${kind} ${metadata.name}`;
  const kept = new Set(wanted.map(key));
  await Promise.all(installed.filter(object => !kept.has(key(object))).map(object => client.delete(object)));
  const last = ({ kind, metadata }: Manifest) => Number(metadata.name.startsWith(LAST)) * 2 + Number(kind.endsWith('Binding'));
  for (const object of [...wanted].sort((a, b) => last(a) - last(b))) {
    await client.apply(object);
  }
  installed = wanted;
  await speaks(client, namespace, mark);
  return guarded.filter(id => id !== mark);
}

/** Takes the guard out again. */
export async function uninstall(client: Client, namespace: string): Promise<void> {
  await Promise.all(installed.map(object => client.delete(object)));
  await speaks(client, namespace, `guard-revision-${revision}`, false);
  installed = [];
}

async function speaks(client: Client, namespace: string, mark: string, wanted = true): Promise<void> {
  const probe: Manifest = {
    apiVersion: 'v1',
    kind: 'PodTemplate',
    metadata: { name: 'guard-probe', namespace },
    template: { metadata: { labels: { [mark]: 'true' } }, spec: { containers: [{ name: 'probe', image: 'probe' }] } },
  };
  for (const end = Date.now() + 30_000; ; await delay(50)) {
    const told = await client.create(probe, { dryRun: true }).then(warningsOf, (error: Error) => [error.message, ...warningsOf(error)]);
    if (told.some(text => text.includes(mark)) === wanted) {
      return;
    }
    if (Date.now() > end) {
      throw new Error(`the guard is ${wanted ? 'not' : 'still'} in force after 30 s: ${told.join('\n')}`);
    }
  }
}
