import { CommandLine } from '../../../src/controls/control-plane/command-line';
import { commandLines } from '../../../src/controls/control-plane/components';
import { atLeast, flagControl, named } from '../../../src/controls/control-plane/flag-control';
import { Outcome } from '../../../src/controls/inventory-control';
import { Inventory } from '../../../src/inventory/inventory';
import { Manifest } from '../../../src/inventory/manifest';
import { Severity } from '../../../src/model/severity';
import { manifestOf } from '../../../src/verify/manifests';

const pod = (container: object): Manifest => manifestOf({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'web' }, spec: { containers: [container] } }, {}, true);
const lines = (container: object): readonly CommandLine[] => commandLines(pod(container));

test.each([
  ['its command', { command: ['kube-apiserver', '--a=1'] }, 'kube-apiserver'],
  ['its command with a path', { command: ['/usr/local/bin/etcd'] }, 'etcd'],
  ['its image, where no command is written', { image: 'registry.k8s.io/kube-scheduler:v1.34.0', args: ['--a=1'] }, 'kube-scheduler'],
  ['its image for one architecture', { image: 'registry.k8s.io/etcd-amd64@sha256:0' }, 'etcd'],
  ['its image, where the command is flags alone', { image: 'etcd', command: ['--a=1'] }, 'etcd'],
  ['a script', { command: ['/bin/sh', '-c', 'exec /usr/local/bin/kube-apiserver --a=1 --b 2'] }, 'kube-apiserver'],
])('a component is known by %s', (_name, container, component) => {
  expect(lines(container).map(line => line.component)).toEqual([component]);
});

test.each([
  ['another program', { image: 'etcd', command: ['etcdctl', '--a=1'] }],
  ['another image', { image: 'example.com/etcd-backup:1', args: ['--a=1'] }],
  ['a program that names one', { command: ['watch', 'kube-apiserver'] }],
  ['what is not well formed', { command: 'kube-apiserver', args: [1, null], image: 7 }],
])('%s is no component', (_name, container) => {
  expect(lines(container)).toEqual([]);
});

test('flags are read as the components read them', () => {
  const [line] = lines({ command: ['kube-apiserver'], args: ['--a=1', '--b', '2', '--c', '--a=3', '-d=x=y', '--e='] });
  expect(['a', 'b', 'c', 'd', 'e', 'f'].map(flag => line.value(flag))).toEqual(['3', '2', 'true', 'x=y', '', undefined]);
  expect(line.list('a')).toEqual(['1', '3']);
  expect([line.pathOf('a'), line.pathOf('f')]).toEqual([['spec', 'containers', 0, 'args', 4], ['spec', 'containers', 0]]);
});

test('a script is read as words', () => {
  const [line] = lines({ command: ['sh', '-c', 'kube-apiserver --a=1 --b 2 >> log'] });
  expect([line.value('a'), line.value('b')]).toEqual(['1', '2']);
});

test('etcd reads its environment too, and its flags count more', () => {
  const [line] = lines({ command: ['etcd', '--b=2'], env: [{ name: 'ETCD_CLIENT_CERT_AUTH', value: 'true' }, { name: 'ETCD_B', value: '1' }, { name: 'OTHER_C', value: '3' }, null] });
  expect([line.value('client-cert-auth'), line.value('b'), line.value('c')]).toEqual(['true', '2', undefined]);
  expect(lines({ command: ['kube-apiserver'], env: [{ name: 'ETCD_B', value: '1' }] })[0].value('b')).toBeUndefined();
});

test('a finding says which flag it is, of whom, where, and what it is', () => {
  const control = flagControl({
    id: 'own',
    title: 't',
    recommendation: '2.2',
    severity: Severity.LOW,
    message: 'it is wrong',
    remediation: 'r',
    rules: [{ components: ['etcd'], flag: 'a', holds: named }, { components: ['etcd'], flag: 'b', holds: atLeast(2), unlessIn: ['c'] }],
  });
  const judged = (...args: string[]) => control.judge(pod({ command: ['etcd', ...args] }), new Inventory([], true), undefined as any, {});
  expect(judged('--a', '--b=1')).toEqual({
    outcome: Outcome.FAILED,
    faults: [
      { path: ['spec', 'containers', 0, 'command', 1], message: '--a of etcd is "true": it is wrong' },
      { path: ['spec', 'containers', 0, 'command', 2], message: '--b of etcd is "1": it is wrong' },
    ],
  });
  expect(judged('--c=x').faults).toEqual([{ path: ['spec', 'containers', 0], message: '--a of etcd is not set: it is wrong' }]);
  expect(judged('--config-file=x')).toEqual({ outcome: Outcome.PASSED, faults: [] });
  expect(control.judge(pod({ command: ['kubelet'] }), new Inventory([], true), undefined as any, {}).outcome).toBe(Outcome.NOT_APPLICABLE);
});
