import { evaluated } from './evaluated';
import { AdmissionExemption, Control, Severity, Subject } from '../../src';
import { guardOf } from '../../src/guard/guard';

const controls = ['privileged-container', 'host-network'];
const policyOf = (exemptions: AdmissionExemption[], name = 'workloads') =>
  guardOf({ controls: [...controls, 'cluster-admin-binding'], exemptions }).objects.find(({ metadata }) => metadata.name === `cdk8s-bulwark-${name}`)!;
const one = { control: 'privileged-container', namespace: 'shop', name: 'agent', reason: 'it measures the node (jane)' };
const pod = (metadata: object, spec: object = {}) => ({
  apiVersion: 'v1', kind: 'Pod', metadata: { namespace: 'shop', ...metadata }, spec: { ...spec, containers: [{ name: 'a', securityContext: { privileged: true } }] },
});
const owner = (name: string, controller = true) => ({ name: 'any', ownerReferences: [{ kind: 'ReplicaSet', name, controller }] });
const CONTROLLER = 'system:serviceaccount:kube-system:replicaset-controller';

test.each<[string, object, string | undefined, boolean]>([
  ['the object that it names', { name: 'agent' }, undefined, true],
  ['another object', { name: 'agent-2' }, undefined, false],
  ['an object of that name elsewhere', { name: 'agent', namespace: 'cart' }, undefined, false],
  ['a pod that a controller makes for it', owner('agent'), CONTROLLER, true],
  ['a pod of its replica set', owner('agent-5d4f8c'), CONTROLLER, true],
  ['a pod of another replica set', owner('other-5d4f8c'), CONTROLLER, false],
  ['a pod that says that it is its own', owner('agent-5d4f8c'), 'ada', false],
  ['a pod that it owns without controlling it', owner('agent', false), CONTROLLER, false],
])('an exemption and %s', (_what, metadata, username, exempt) => {
  const { message } = evaluated(policyOf([one]), { object: pod(metadata), username });
  expect(message).toBe(exempt ? undefined : 'privileged-container: it runs privileged: it owns its node (a)');
});

test('it is from its control alone', () => {
  expect(evaluated(policyOf([one]), { object: pod({ name: 'agent' }, { hostNetwork: true }) }).message).toMatch(/^host-network: [^;]*$/);
});

test('it may be for a whole namespace, and for an object that belongs to none', () => {
  const { control, namespace, reason } = one;
  expect(evaluated(policyOf([{ control, namespace, reason }]), { object: pod({ name: 'any' }) }).message).toBeUndefined();
  const binding = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRoleBinding', metadata: { name: 'system:installer.v1' }, roleRef: { kind: 'ClusterRole', name: 'cluster-admin' } };
  const exempt = { control: 'cluster-admin-binding', name: 'system:installer.v1', reason };
  expect(evaluated(policyOf([exempt], 'cluster-objects'), { object: binding }).message).toBeUndefined();
  expect(evaluated(policyOf([exempt], 'cluster-objects'), { object: { ...binding, metadata: { name: 'other' } } }).message).toBe('cluster-admin-binding: its subjects own the cluster');
});

test('where judging fails, an exemption still helps', () => {
  const failing = new Control({
    id: 'failing', title: 'Failing', recommendation: '2.3', severity: Severity.LOW, subject: Subject.POD, expression: 'pod.spec.gone == 1', message: 'm', remediation: 'r',
  });
  const policy = (exemptions: AdmissionExemption[]) => guardOf({ ownControls: [failing], exemptions }).objects[0];
  expect(() => evaluated(policy([]), { object: pod({ name: 'a' }) })).toThrow('gone');
  expect(evaluated(policy([{ control: 'failing', namespace: 'shop', reason: 'x' }]), { object: pod({ name: 'a' }) }).message).toBeUndefined();
});

test('one from nothing, for nothing, or without a reason is an error, and nothing is exempt from a strict control', () => {
  const strict = new Control({
    id: 'strict', title: 'Strict', recommendation: '2.3', severity: Severity.LOW, subject: Subject.POD, expression: 'true == true', message: 'm', remediation: 'r', strict: true,
  });
  const given = (exemption: object) => () => guardOf({ ownControls: [strict], controls, exemptions: [{ ...one, ...exemption }] });
  expect(given({ control: 'nope' })).toThrow('there is no control "nope"');
  expect(given({ control: 'strict' })).toThrow('the exemption from strict: it is strict, nothing is exempt from it');
  expect(given({ reason: ' ' })).toThrow('the exemption from privileged-container: say the reason');
  expect(given({ namespace: undefined, name: undefined })).toThrow('say the namespace, or the name of an object that belongs to none');
});
