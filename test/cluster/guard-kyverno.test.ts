import { Client, Manifest } from './client';
import { GuardEngine } from '../../src';
import { guardOf } from '../../src/guard/guard';

const client = Client.connect();
const { objects } = guardOf({ engine: GuardEngine.KYVERNO });

test.each(objects.map(({ kind, metadata: { name }, ...object }) => ({ kind, name, object: { kind, metadata: { name }, ...object } as Manifest })))(
  'the custom resource of Kyverno takes $kind $name: every field of it is known', async ({ object }) => {
    await expect(client.create(object, { dryRun: true })).resolves.toBeDefined();
    await expect(client.create({ ...object, spec: { ...object.spec, failurePolice: 'Fail' } }, { dryRun: true })).rejects.toThrow('unknown field "spec.failurePolice"');
  });
