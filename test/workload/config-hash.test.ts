import { App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { chart, IMAGE, KINDS, Kind, rendered, template } from './apps';
import { Deployment } from '../../src';
import { CONFIG_HASH } from '../../src/workload/defaults/config-hash';

const hash = (scope: Chart, kind: Kind = 'Deployment') => template(rendered(scope, kind)[0]).metadata.annotations?.[CONFIG_HASH];

interface Sources { readonly configMap: kplus.ConfigMap; readonly secret: kplus.Secret }

/** Each way in which a pod reads what is made elsewhere. */
const WAYS: { readonly [way: string]: (container: kplus.Container, source: Sources, scope: Chart) => unknown } = {
  'variables of a ConfigMap': ({ env }, { configMap }) => env.copyFrom(kplus.Env.fromConfigMap(configMap)),
  'variables of a Secret': ({ env }, { secret }) => env.copyFrom(kplus.Env.fromSecret(secret)),
  'a variable of a ConfigMap': ({ env }, { configMap }) => env.addVariable('A', kplus.EnvValue.fromConfigMap(configMap, 'key')),
  'a variable of a Secret': ({ env }, { secret }) => env.addVariable('A', secret.envValue('key')),
  'files of a ConfigMap': (container, { configMap }, scope) => container.mount('/config', kplus.Volume.fromConfigMap(scope, 'volume', configMap, { name: 'config' })),
  'files of a Secret': (container, { secret }, scope) => container.mount('/secret', kplus.Volume.fromSecret(scope, 'volume', secret, { name: 'secret' })),
};

function made(way: string, kind: Kind = 'Deployment') {
  const scope = chart();
  const configMap = new kplus.ConfigMap(scope, 'config', { data: { key: 'one' } });
  const secret = new kplus.Secret(scope, 'secret', { stringData: { key: 'one' } });
  const workload = KINDS[kind](scope, { containers: [{ image: IMAGE }] });
  WAYS[way](workload.containers[0], { configMap, secret }, scope);
  return { scope, configMap, secret };
}

describe.each(Object.keys(WAYS))('%s', way => {
  test('roll the pods when they change, and only then', () => {
    const { scope, configMap, secret } = made(way);
    const first = hash(scope);
    expect(first).toMatch(/^[0-9a-f]{16}$/);
    expect(hash(made(way).scope)).toBe(first);
    configMap.addData('more', 'x');
    secret.addStringData('more', 'x');
    expect(hash(scope)).not.toBe(first);
  });

  test.each(Object.keys(KINDS) as Kind[])('roll a %s', kind => {
    expect(hash(made(way, kind).scope, kind)).toMatch(/^[0-9a-f]{16}$/);
  });
});

test('what is not of this app, or of another namespace, is not known', () => {
  const scope = chart();
  const web = KINDS.Deployment(scope, { containers: [{ image: IMAGE }] });
  const elsewhere = new kplus.ConfigMap(scope, 'config', { metadata: { name: 'config', namespace: 'other' }, data: { key: 'one' } });
  web.containers[0].env.copyFrom(kplus.Env.fromConfigMap(elsewhere));
  web.containers[0].env.copyFrom(kplus.Env.fromSecret(kplus.Secret.fromSecretName(scope, 'secret', 'secret')));
  expect(hash(scope)).toBeUndefined();
});

test('the tree is looked through as often for many workloads as for one', () => {
  const looks = (workloads: number) => {
    const scope = chart();
    const configMap = new kplus.ConfigMap(scope, 'config', { data: { key: 'one' } });
    for (let index = 0; index < workloads; index++) {
      new Deployment(scope, `web-${index}`, { containers: [{ image: IMAGE, envFrom: [kplus.Env.fromConfigMap(configMap)] }] });
    }
    const findAll = jest.spyOn(scope.node.root.node, 'findAll');
    (scope.node.root as App).synth();
    return findAll.mock.calls.length;
  };
  expect(looks(20)).toBe(looks(1));
});
