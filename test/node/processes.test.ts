import { Size } from 'cdk8s';
import { memoryLimitOf } from './cgroups';
import { Container } from './containers';
import { proven } from './proven';
import { deploy, podOf, running, serving, UNTIL_TOLD } from './tenant';
import { Deployment, Job, StatefulSet } from '../../src';
import { Client, Manifest } from '../cluster/client';
import { addAccountOf, privileged } from '../cluster/namespace';

const client = Client.connect();

beforeAll(() => deploy(client, 'processes', tenant => {
  new Deployment(tenant, 'deployment', { replicas: 1, containers: [serving(8080)] });
  new StatefulSet(tenant, 'stateful-set', { replicas: 1, containers: [serving(8080)], claims: [{ name: 'data', size: Size.mebibytes(64), mountPath: '/data' }] });
  new Job(tenant, 'job', { containers: [running(UNTIL_TOLD)] });
}));

/** Only what serves a port waits until nobody is sent to it any more. */
describe.each([['deployment', 5], ['stateful-set', 5], ['job', 0]])('the process of a %s', (workload, delay) => {
  let pod: Manifest;
  let container: Container;
  beforeAll(async () => {
    pod = await podOf(client, 'processes', workload);
    container = Container.of(pod);
  });

  test('is not root, can become nobody else, and may call only what containers need', () => {
    const { Uid, CapInh, CapPrm, CapEff, CapBnd, CapAmb, NoNewPrivs, Seccomp } = container.status;
    expect(container.identity).toMatchObject({ uid: 10001, gid: 10001 });
    // The real one, the effective one, the saved one and that of files are the same.
    expect(new Set(Uid.split('\t')).size).toBe(1);
    expect([CapInh, CapPrm, CapEff, CapBnd, CapAmb].map(set => Number(`0x${set}`))).toEqual([0, 0, 0, 0, 0]);
    expect({ NoNewPrivs, Seccomp }).toEqual({ NoNewPrivs: '1', Seccomp: '2' });
    proven('processes are not root, without capabilities and privileges, under seccomp');
  });

  test('has a user namespace of its pod: whoever it is there, is nobody on the node', () => {
    expect(pod.spec.hostUsers).toBe(false);
    expect(container.identity.uidOnHost).toBeGreaterThan(65_535);
    proven('processes have a user namespace');
  });

  test('cannot write to its root file system, but to /tmp', () => {
    expect(container.exec('touch', '/file')).toEqual({ status: 1, output: expect.stringContaining('Read-only file system') });
    expect(container.exec('touch', '/tmp/file')).toEqual({ status: 0, output: '' });
    proven('processes can write to /tmp, but not to their root file system');
  });

  test('has the memory limit of its manifest', () => {
    expect(pod.spec.containers[0].resources.limits.memory).toBe('256Mi');
    expect(memoryLimitOf(container.pid)).toBe(256 * 1024 * 1024);
    proven('processes have their memory limit');
  });

  test(`is told to stop ${delay} seconds after its pod is deleted, and stops by itself`, async () => {
    const ended = client.until(pod, 'ended', ({ status }) => status.containerStatuses[0].state.terminated !== undefined, 60);
    const deleted = Date.now() / 1000;
    await client.delete(pod);
    const { exitCode, message } = (await ended).status.containerStatuses[0].state.terminated;
    expect({ exitCode, message }).toEqual({ exitCode: 7, message: expect.stringMatching(/^told at \d+\n$/) });
    const waited = Number(message.split(' ')[2]) - Math.floor(deleted);
    expect(waited).toBeGreaterThanOrEqual(delay);
    expect(waited).toBeLessThan(delay + 20);
    proven('processes are told to stop after their delay');
  });
});

test('a pod of which nothing is said is otherwise in all of this, so that these are what our constructs made', async () => {
  const plain: Manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'plain', namespace: 'plain', labels: { 'app.kubernetes.io/name': 'plain' } },
    spec: { securityContext: { runAsUser: 0 }, containers: [{ name: 'plain', ...running(UNTIL_TOLD) }] },
  };
  await client.apply(privileged('plain'));
  await addAccountOf(client, plain);
  await client.apply(plain);
  const container = Container.of(await podOf(client, 'plain', 'plain'));
  expect(container.identity).toEqual({ uid: 0, gid: 0, uidOnHost: 0 });
  const { CapBnd, NoNewPrivs, Seccomp } = container.status;
  expect({ NoNewPrivs, Seccomp }).toEqual({ NoNewPrivs: '0', Seccomp: '0' });
  expect(Number(`0x${CapBnd}`)).toBeGreaterThan(0);
  expect(container.exec('touch', '/file').status).toBe(0);
  expect(memoryLimitOf(container.pid)).not.toBe(256 * 1024 * 1024);
});
