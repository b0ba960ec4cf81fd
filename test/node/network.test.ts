import { Container } from './containers';
import { eventually } from './eventually';
import { deploy, podOf, serving } from './tenant';
import { Deployment } from '../../src';
import { Client, Manifest } from '../cluster/client';
import { proof } from '../cluster/proof';

const client = Client.connect();
const NAMES = ['client', 'server', 'stranger'] as const;
let pods: { readonly [name in typeof NAMES[number]]: Manifest };
let policies: { readonly [name: string]: Manifest };

beforeAll(async () => {
  const objects = await deploy(client, 'network', tenant => {
    const [from, to] = NAMES.map(name => new Deployment(tenant, name, { replicas: 1, containers: [{ ...serving(8080) }] }));
    from.allowTo(to);
  });
  policies = Object.fromEntries(objects.filter(({ kind }) => kind === 'NetworkPolicy').map(policy => [policy.metadata.name, policy]));
  pods = Object.fromEntries(await Promise.all(NAMES.map(async name => [name, await podOf(client, 'network', name)])));
});

const proven = { 'paths that were declared are open': 0, 'paths that were not are closed': 0 };
afterAll(() => proof('node-network', proven));

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

/** Whether a process in one pod gets an answer from the other. */
function answers(from: keyof typeof pods, to: keyof typeof pods): boolean {
  const { status, output } = Container.of(pods[from]).exec('wget', '-q', '-T', '2', '-O', '-', `http://${pods[to].status.podIP}:8080/`);
  return status === 0 && output === 'hello';
}

function closed(from: keyof typeof pods, to: keyof typeof pods): void {
  expect([from, to, answers(from, to)]).toEqual([from, to, false]);
  proven['paths that were not are closed']++;
}

async function opens(from: keyof typeof pods, to: keyof typeof pods): Promise<void> {
  await eventually(`${from} reaches ${to}`, () => answers(from, to));
  proven['paths that were declared are open']++;
}

async function closes(from: keyof typeof pods, to: keyof typeof pods): Promise<void> {
  await eventually(`${from} reaches ${to} no more`, () => !answers(from, to));
  closed(from, to);
}
