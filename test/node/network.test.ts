import { Container } from './containers';
import { eventually } from './eventually';
import { proven } from './proven';
import { deploy, podOf, serving } from './tenant';
import { Deployment } from '../../src';
import { Client, Manifest } from '../cluster/client';

const client = Client.connect();
const NAMES = ['client', 'server', 'stranger'] as const;
let pods: { readonly [name in typeof NAMES[number]]: Manifest };
let policies: { readonly [name: string]: Manifest };

beforeAll(async () => {
  const objects = await deploy(client, 'network', tenant => {
    const [from, to] = NAMES.map(name => new Deployment(tenant, name, { replicas: 1, containers: [serving(8080)] }));
    from.allowTo(to);
  });
  policies = Object.fromEntries(objects.filter(({ kind }) => kind === 'NetworkPolicy').map(policy => [policy.metadata.name, policy]));
  pods = Object.fromEntries(await Promise.all(NAMES.map(async name => [name, await podOf(client, 'network', name)])));
});

test('what was allowed is open, and nothing else: neither from another, nor the other way', async () => {
  await opens('client', 'server');
  closed('stranger', 'server');
  closed('server', 'client');
  closed('client', 'stranger');
});

test.each([['the client may not go out', 'client'], ['the server lets nobody in', 'server']])('without its half of the two policies %s', async (_what, half) => {
  await client.delete(policies[half]);
  await closes('client', 'server');
  await client.apply(policies[half]);
  await opens('client', 'server');
});

type Name = typeof NAMES[number];

/** What a process in one pod is answered by the other, or that its packets vanish. Anything else is no outcome, but a mistake of the test. */
function answer(from: Name, to: Name): 'hello' | 'timed out' {
  const request = `printf 'GET /index.html HTTP/1.0\\r\\n\\r\\n' | nc -w 2 ${pods[to].status.podIP} 8080`;
  const { output } = Container.of(pods[from]).exec('sh', '-c', request);
  const [text] = /hello$|timed out$/.exec(output) ?? [];
  if (text === undefined) {
    throw new Error(`${from} to ${to}: ${output}`);
  }
  return text as 'hello' | 'timed out';
}

function closed(from: Name, to: Name): void {
  expect([from, to, answer(from, to)]).toEqual([from, to, 'timed out']);
  proven('paths that were not declared are closed');
}

async function opens(from: Name, to: Name): Promise<void> {
  await eventually(`${from} reaches ${to}`, () => answer(from, to) === 'hello');
  proven('paths that were declared are open');
}

async function closes(from: Name, to: Name): Promise<void> {
  await eventually(`${from} reaches ${to} no more`, () => answer(from, to) === 'timed out');
  closed(from, to);
}
