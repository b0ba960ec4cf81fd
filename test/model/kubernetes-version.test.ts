import * as fc from 'fast-check';
import { KubernetesVersion } from '../../src/model/kubernetes-version';

const minor = fc.integer({ min: 28, max: 37 });

test('knows 1.28 to 1.37, and assumes 1.34', () => {
  expect(KubernetesVersion.all().map(String)).toEqual(Array.from({ length: 10 }, (_, index) => `1.${28 + index}`));
  expect(KubernetesVersion.OLDEST).toBe(KubernetesVersion.V1_28);
  expect(KubernetesVersion.LATEST).toBe(KubernetesVersion.V1_37);
  expect(KubernetesVersion.DEFAULT.minor).toBe(34);
});

test('reads a version however it is written', () => {
  const patch = fc.option(fc.nat({ max: 30 }), { nil: undefined });
  const suffix = fc.constantFrom('', '-gke.100', '+k3s1', '-eks-4096722', '-rc.0+abc');
  fc.assert(fc.property(fc.constantFrom('', 'v'), minor, patch, suffix, (prefix, number, patchNumber, end) => {
    const text = `${prefix}1.${number}${patchNumber === undefined ? '' : `.${patchNumber}`}${end}`;
    const version = KubernetesVersion.of(text);
    expect(version.minor).toBe(number);
    expect(KubernetesVersion.of(version.toString())).toBe(version);
  }));
});

test('an unknown version names the supported range', () => {
  const unknown = fc.integer({ min: 0, max: 99 }).filter(number => number < 28 || number > 37).map(number => `1.${number}`);
  const malformed = fc.constantFrom('', '1', 'latest', '34', '2.34', '0.34', '1.34.', '1.34 ', ' 1.34', 'V1.34', '1.34.2.1', '1.34_2', '1.034');
  fc.assert(fc.property(fc.oneof(unknown, malformed), text => {
    expect(() => KubernetesVersion.of(text)).toThrow(`"${text}" is not a supported Kubernetes version: give one from 1.28 to 1.37`);
  }));
});

test('is ordered by the minor', () => {
  fc.assert(fc.property(minor, minor, (a, b) => {
    expect(KubernetesVersion.of(`1.${a}`).atLeast(KubernetesVersion.of(`1.${b}`))).toBe(a >= b);
  }));
});
