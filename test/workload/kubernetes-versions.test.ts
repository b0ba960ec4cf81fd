import { Size } from 'cdk8s';
import { IMAGE, rendered, tenant } from './apps';
import { KubernetesVersion, StatefulSet } from '../../src';

/** Fields that not every supported version of Kubernetes has, or has without asking for it: see its changelog. */
const FIELDS: [field: string, since: string, value: (workload: any) => unknown][] = [
  ['the sleep action', '1.30', ({ spec }) => spec.template.spec.containers[0].lifecycle?.preStop.sleep],
  ['user namespaces', '1.33', ({ spec }) => spec.template.spec.hostUsers],
  ['supplementalGroupsPolicy', '1.35', ({ spec }) => spec.template.spec.securityContext.supplementalGroupsPolicy],
  ['topology spread', '1.28', ({ spec }) => spec.template.spec.topologySpreadConstraints],
  ['the retention of claims', '1.28', ({ spec }) => spec.persistentVolumeClaimRetentionPolicy],
];

describe.each(KubernetesVersion.all().map(String))('for Kubernetes %s', kubernetes => {
  test.each(FIELDS)('%s is emitted from %s on', (_field, since, value) => {
    const shop = tenant(kubernetes);
    new StatefulSet(shop, 'db', { containers: [{ image: IMAGE, portNumber: 5432 }], replicas: 2, claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/data' }] });
    const there = KubernetesVersion.of(kubernetes).atLeast(KubernetesVersion.of(since));
    expect(value(rendered(shop, 'StatefulSet')[0]) !== undefined).toBe(there);
  });

  test('without the sleep action, no time is set aside for it', () => {
    const shop = tenant(kubernetes);
    new StatefulSet(shop, 'db', { containers: [{ image: IMAGE, portNumber: 5432 }] });
    expect(rendered(shop, 'StatefulSet')[0].spec.template.spec.terminationGracePeriodSeconds)
      .toBe(KubernetesVersion.of(kubernetes).atLeast(KubernetesVersion.V1_30) ? 35 : 30);
  });
});

test('no field is emitted that the table does not have', () => {
  const fields = (kubernetes: string) => {
    const shop = tenant(kubernetes);
    new StatefulSet(shop, 'db', { containers: [{ image: IMAGE, portNumber: 5432 }], replicas: 2, claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/data' }] });
    return rendered(shop, 'StatefulSet')[0];
  };
  const strip = (object: any) => {
    const { spec } = object.spec.template;
    delete spec.containers[0].lifecycle;
    delete spec.hostUsers;
    delete spec.securityContext.supplementalGroupsPolicy;
    delete spec.terminationGracePeriodSeconds;
    return object;
  };
  for (const version of KubernetesVersion.all()) {
    expect(strip(fields(String(version)))).toEqual(strip(fields('1.28')));
  }
});
