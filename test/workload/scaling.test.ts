import { Chart, Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { chart, IMAGE, rendered } from './apps';
import { Deployment, Scaling, ScalingProps, StatefulSet } from '../../src';

const container = { image: IMAGE, portNumber: 8080 };
const web = (scope: Chart) => new Deployment(scope, 'web', { containers: [container] });
const scaled = (props: Partial<ScalingProps> = {}) => {
  const scope = chart();
  new Scaling(scope, 'scaling', { target: web(scope), maxReplicas: 5, ...props });
  return rendered(scope, 'HorizontalPodAutoscaler')[0];
};

test('what its author leaves out is what our table says', () => {
  expect(scaled()).toMatchObject({
    apiVersion: 'autoscaling/v2',
    spec: {
      minReplicas: 2,
      maxReplicas: 5,
      scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment' },
      metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { type: 'Utilization', averageUtilization: 80 } } }],
      behavior: {
        scaleUp: { stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 60 }, { type: 'Pods', value: 4, periodSeconds: 60 }] },
        scaleDown: { stabilizationWindowSeconds: 300, selectPolicy: 'Max', policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] },
      },
    },
  });
});

test('what its author writes is kept', () => {
  const metrics = [kplus.Metric.pods({ name: 'requests', target: kplus.MetricTarget.averageValue(10) })];
  const scaleDown = { stabilizationWindow: Duration.minutes(1), policies: undefined };
  const { spec } = scaled({ minReplicas: 3, memoryUtilization: 70, metrics, scaleDown });
  expect(spec).toMatchObject({ minReplicas: 3, behavior: { scaleDown: { stabilizationWindowSeconds: 60, policies: [{ type: 'Percent', value: 50 }] } } });
  expect(spec.metrics.map(({ type, resource, pods }: any) => [type, resource?.name ?? pods.metric.name])).toEqual([['Resource', 'memory'], ['Pods', 'requests']]);
  const both = scaled({ cpuUtilization: 50, memoryUtilization: 70 });
  expect(both.spec.metrics.map(({ resource }: any) => [resource.name, resource.target.averageUtilization])).toEqual([['cpu', 50], ['memory', 70]]);
});

test.each([
  ['our Scaling', (scope: Chart, target: any) => new Scaling(scope, 'scaling', { target, maxReplicas: 5 })],
  ['the one of cdk8s-plus', (scope: Chart, target: any) => new kplus.HorizontalPodAutoscaler(scope, 'scaling', { target, maxReplicas: 5 })],
])('a target of %s says no number of replicas, and has a budget and a spread', (_name, scale) => {
  for (const made of [web, (scope: Chart) => new StatefulSet(scope, 'web', { containers: [container] })]) {
    const scope = chart();
    scale(scope, made(scope));
    const [workload] = [...rendered(scope, 'Deployment'), ...rendered(scope, 'StatefulSet')];
    expect(workload.spec).not.toHaveProperty('replicas');
    expect(workload.spec.template.spec.topologySpreadConstraints).toHaveLength(2);
    const budgets = rendered(scope, 'PodDisruptionBudget');
    expect(budgets).toHaveLength(1);
    expect(budgets[0].spec).toEqual({ maxUnavailable: 1, unhealthyPodEvictionPolicy: 'AlwaysAllow', selector: workload.spec.selector });
  }
});

test('it stands in the namespace of its target', () => {
  const scope = chart();
  const other = new Chart(scope, 'other', { namespace: 'other' });
  new Scaling(scope, 'scaling', { target: web(other), maxReplicas: 5 });
  expect(rendered(scope, 'HorizontalPodAutoscaler')[0].metadata.namespace).toBe('other');
});

test.each([
  ['no maxReplicas', { maxReplicas: undefined as any }, 'chart/scaling: maxReplicas is not given: say how many'],
  ['fewest above most', { minReplicas: 6 }, 'chart/scaling: minReplicas is 6, above maxReplicas, which is 5'],
  ['the default of two above most', { maxReplicas: 1 }, 'chart/scaling: minReplicas is 2, above maxReplicas, which is 1'],
  ['part of a replica', { maxReplicas: 2.5 }, 'maxReplicas 2.5 is not allowed: give a whole number of at least 1'],
  ['no replica', { minReplicas: 0 }, 'minReplicas 0 is not allowed'],
  ['no work', { cpuUtilization: 0 }, 'cpuUtilization 0 is not allowed'],
  ['a window that is too long', { scaleDown: { stabilizationWindow: Duration.hours(2) } }, "chart/scaling: 'scaleDown.stabilizationWindow'"],
])('%s is refused', (_name, props, message) => {
  expect(() => scaled(props)).toThrow(message);
});

test('a target with a number of replicas is refused, and a second autoscaler', () => {
  const scope = chart();
  const fixed = new Deployment(scope, 'fixed', { containers: [container], replicas: 3 });
  expect(() => new Scaling(scope, 'first', { target: fixed, maxReplicas: 5 })).toThrow('chart/first: its target has 3 replicas: leave them out');
  const target = web(scope);
  new Scaling(scope, 'second', { target, maxReplicas: 5 });
  expect(() => new Scaling(scope, 'third', { target, maxReplicas: 5 })).toThrow('chart/web: it has an autoscaler already');
});

test('a target of cdk8s-plus is scaled too', () => {
  const scope = chart();
  new Scaling(scope, 'scaling', { target: new kplus.Deployment(scope, 'plain', { containers: [container] }), maxReplicas: 5 });
  expect(Testing.synth(scope).find(({ kind }) => kind === 'Deployment').spec).not.toHaveProperty('replicas');
});
