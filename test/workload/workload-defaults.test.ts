import { Chart, Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { chart, IMAGE, rendered } from './apps';
import { Deployment, Job, WorkloadDefaults, WorkloadDefaultsProps } from '../../src';

const container = { image: IMAGE, portNumber: 8080 };
const pod = (scope: Chart) => rendered(scope, 'Deployment')[0].spec.template.spec;

test('the nearest that says something about a default wins, whenever it was said', () => {
  const scope = chart();
  const web = new Deployment(scope, 'web', { containers: [container] });
  WorkloadDefaults.of(scope.node.root).set({ memory: Size.mebibytes(100), stopTime: Duration.seconds(10), cpuRequest: Cpu.millis(1) });
  WorkloadDefaults.of(scope).set({ memory: Size.mebibytes(200), cpuRequest: Cpu.millis(2) });
  WorkloadDefaults.of(scope).set({ cpuRequest: Cpu.millis(3) });
  WorkloadDefaults.of(web).set({ memory: Size.kibibytes(300), cpuRequest: undefined });
  const { containers: [{ resources }], terminationGracePeriodSeconds } = pod(scope);
  expect(resources).toEqual({
    requests: { 'cpu': '3m', 'memory': '300Ki', 'ephemeral-storage': '128Mi' },
    limits: { 'memory': '300Ki', 'ephemeral-storage': '128Mi' },
  });
  expect(terminationGracePeriodSeconds).toBe(15);
});

test.each<[WorkloadDefaultsProps, object, object]>([
  [{ cpuLimit: Cpu.millis(500) }, {}, { requests: '100m', limits: '500m' }],
  [{ cpuLimit: Cpu.millis(50) }, {}, { requests: '50m', limits: '50m' }],
  [{ cpuLimit: Cpu.millis(500) }, { request: Cpu.units(1) }, { requests: '1', limits: '1' }],
  [{ cpuLimit: Cpu.millis(500) }, { limit: Cpu.units(2) }, { requests: '2', limits: '2' }],
  [{}, { request: Cpu.units(1) }, { requests: '1', limits: undefined }],
])('a request of CPU is never above its limit: %j with %j', (defaults, cpu, wanted) => {
  const scope = chart();
  WorkloadDefaults.of(scope).set(defaults);
  new Deployment(scope, 'web', { containers: [{ ...container, resources: { cpu } }] });
  const { requests, limits } = pod(scope).containers[0].resources;
  expect({ requests: requests.cpu, limits: limits.cpu }).toEqual(wanted);
});

test.each([[3, 1], [1, 0], [20, 5], [10, 5]])('with %i seconds to stop, a container waits %i of them', (seconds, delay) => {
  const scope = chart();
  new Deployment(scope, 'web', { containers: [container], terminationGracePeriod: Duration.seconds(seconds) });
  const { containers: [{ lifecycle }], terminationGracePeriodSeconds } = pod(scope);
  expect([terminationGracePeriodSeconds, lifecycle?.preStop.sleep.seconds ?? 0]).toEqual([seconds, delay]);
});

test('a job has its own', () => {
  const scope = chart();
  WorkloadDefaults.of(scope).set({ jobDeadline: Duration.minutes(1), jobRetries: 0, jobHistory: Duration.seconds(0) });
  new Job(scope, 'job', { containers: [{ image: IMAGE }] });
  expect(rendered(scope, 'Job')[0].spec).toMatchObject({ activeDeadlineSeconds: 60, backoffLimit: 0, ttlSecondsAfterFinished: 0 });
});

test.each<[WorkloadDefaultsProps, string]>([
  [{ cpuRequest: Cpu.millis(-1) }, 'chart: defaults of workloads: cpuRequest "-1m" is not an amount of CPU'],
  [{ memory: Size.mebibytes(0) }, 'memory is nothing'],
  [{ preStopDelay: Duration.millis(1) }, 'preStopDelay of 0.001 seconds is not allowed'],
  [{ stopTime: Duration.seconds(0) }, 'stopTime of 0 seconds is not allowed'],
  [{ jobDeadline: Duration.seconds(0) }, 'jobDeadline of 0 seconds is not allowed'],
  [{ jobRetries: 1.5 }, 'jobRetries 1.5 is not allowed'],
  [{ jobHistory: Duration.millis(1) }, 'jobHistory of 0.001 seconds is not allowed'],
])('%j is refused', (props, message) => {
  expect(() => WorkloadDefaults.of(chart()).set(props)).toThrow(message);
});
