import * as fc from 'fast-check';
import { checkedCidr } from '../../src/model/cidr';
import { KubernetesVersion } from '../../src/model/kubernetes-version';
import { MeshKind } from '../../src/model/mesh-kind';
import { Platform } from '../../src/model/platform';
import { PlatformProps } from '../../src/model/platform-props';

const make = {
  generic: (props?: PlatformProps) => Platform.generic(props),
  eks: (props?: PlatformProps) => Platform.eks(props),
  gke: (props?: PlatformProps) => Platform.gke(props),
  aks: (props?: PlatformProps) => Platform.aks(props),
  openshift: (props?: PlatformProps) => Platform.openshift(props),
};
const names = Object.keys(make) as (keyof typeof make)[];

describe.each(names)('%s', name => {
  test('knows its name, and assumes the default version and ambient', () => {
    const platform = make[name]();
    expect(platform.name).toBe(name);
    expect(platform.kubernetes).toBe(KubernetesVersion.DEFAULT);
    expect(platform.mesh).toBe(MeshKind.ISTIO_AMBIENT);
    expect(platform.sidecars).toEqual([]);
  });

  test('brings facts that are valid as props', () => {
    const { dns, metadataCidrs, workloadIdentity, apiServerPort, cni, gatewayClass, storageProvisioners } = make[name]({ mesh: MeshKind.NONE });
    const again = make[name]({ dns, metadataCidrs, workloadIdentity, apiServerPort, cni, gatewayClass, storageProvisioners, mesh: MeshKind.NONE });
    expect(again).toEqual(make[name]({ mesh: MeshKind.NONE }));
    expect(dns.length).toBeGreaterThan(0);
  });

  test('closes the metadata service, whatever it is given', () => {
    expect(make[name]().metadataCidrs).toContain('169.254.169.254/32');
    expect(make[name]({ metadataCidrs: ['10.9.9.9/32'] }).metadataCidrs).toEqual([...make[name]().metadataCidrs, '10.9.9.9/32']);
    make[name]().metadataCidrs.forEach(cidr => checkedCidr('Metadata', cidr));
  });

  test('closes by default what only workloads with an identity may reach', () => {
    const { metadataCidrs, workloadIdentity } = make[name]();
    expect(metadataCidrs).toEqual(expect.arrayContaining(workloadIdentity.map(({ cidr }) => cidr)));
  });

  test('does not share its lists', () => {
    make[name]().metadataCidrs.length = 0;
    make[name]().dns.length = 0;
    make[name]().workloadIdentity.forEach(({ ports }) => { ports.length = 0; });
    expect(make[name]().metadataCidrs.length).toBeGreaterThan(0);
    expect(make[name]().dns.length).toBeGreaterThan(0);
    expect(make[name]().workloadIdentity.filter(({ ports }) => ports.length === 0)).toEqual([]);
  });
});

test('name servers are where the platform runs them', () => {
  expect(Platform.generic().dns).toEqual([
    { namespaceLabels: { 'kubernetes.io/metadata.name': 'kube-system' }, podLabels: { 'k8s-app': 'kube-dns' }, port: 53 },
  ]);
  expect(Platform.openshift().dns).toEqual([
    {
      namespaceLabels: { 'kubernetes.io/metadata.name': 'openshift-dns' },
      podLabels: { 'dns.operator.openshift.io/daemonset-dns': 'default' },
      port: 5353,
    },
  ]);
  expect(Platform.gke().dns).toContainEqual({ cidr: '169.254.20.10/32', port: 53 });
});

test('what the author gives wins, and a name server has a port', () => {
  const dns = [{ cidr: '10.0.0.10/32' }];
  const platform = Platform.gke({ kubernetes: 'v1.36.1-gke.7', dns, nodeCidrs: ['10.1.0.0/16'], apiServerCidrs: ['10.2.0.1/32'], cni: 'calico' });
  expect(platform.kubernetes).toBe(KubernetesVersion.V1_36);
  expect(platform.dns).toEqual([{ cidr: '10.0.0.10/32', port: 53 }]);
  expect(platform.nodeCidrs).toEqual(['10.1.0.0/16']);
  expect(platform.apiServerCidrs).toEqual(['10.2.0.1/32']);
  expect(platform.cni).toBe('calico');
});

test('gateway class and sidecar follow the mesh', () => {
  expect(Platform.gke().gatewayClass).toBe('istio');
  expect(Platform.gke({ mesh: MeshKind.LINKERD }).gatewayClass).toBe('gke-l7-regional-external-managed');
  expect(Platform.gke({ mesh: MeshKind.LINKERD, gatewayClass: 'envoy' }).gatewayClass).toBe('envoy');
  expect(Platform.eks({ mesh: MeshKind.NONE }).gatewayClass).toBeUndefined();
  expect(Platform.generic({ mesh: MeshKind.ISTIO_SIDECAR }).sidecars.map(({ name }) => name)).toEqual(['istio-proxy']);
  expect(Platform.generic({ mesh: MeshKind.LINKERD, sidecars: [] }).sidecars).toEqual([]);
});

test('the CNI plugin of a mesh is there when somebody says so', () => {
  expect(Platform.openshift({ mesh: MeshKind.LINKERD }).meshCniPlugin).toBe(false);
  expect(Platform.openshift({ mesh: MeshKind.LINKERD, meshCniPlugin: true }).meshCniPlugin).toBe(true);
});

const sidecar = { name: 'proxy', cpuRequest: '100m', memoryRequest: '128Mi', memoryLimit: '1Gi' };
const inNamespace = { 'kubernetes.io/metadata.name': 'kube-system' };

test.each<[string, PlatformProps]>([
  ['"1.27" is not a supported Kubernetes version: give one from 1.28 to 1.37', { kubernetes: '1.27' }],
  ['Platform nodeCidrs[1] "10.0.0.1/8" has bits set after its prefix of 8', { nodeCidrs: ['10.0.0.0/8', '10.0.0.1/8'] }],
  ['Platform apiServerCidrs[0] "api.example.com" is not a CIDR', { apiServerCidrs: ['api.example.com'] }],
  ['Platform metadataCidrs[0] "169.254.169.254" is not a CIDR', { metadataCidrs: ['169.254.169.254'] }],
  ['Platform dns is empty', { dns: [] }],
  ['Platform dns[0] does not say where name servers are', { dns: [{}] }],
  ['Platform dns[0] does not say where name servers are', { dns: [{ namespaceLabels: inNamespace }] }],
  ['Platform dns[0] does not say where name servers are', { dns: [{ podLabels: { 'k8s-app': 'kube-dns' } }] }],
  ['Platform dns[0] does not say where name servers are', { dns: [{ namespaceLabels: inNamespace, podLabels: {} }] }],
  ['Platform dns[0] does not say where name servers are', { dns: [{ cidr: '10.0.0.10/32', podLabels: { 'k8s-app': 'kube-dns' } }] }],
  ['Platform dns[0].cidr "10.0.0.10" is not a CIDR', { dns: [{ cidr: '10.0.0.10' }] }],
  ['Platform dns[0] label k8s-app "kube dns" is not a label value', { dns: [{ namespaceLabels: inNamespace, podLabels: { 'k8s-app': 'kube dns' } }] }],
  ['Platform dns[0].port 0 is not a port', { dns: [{ cidr: '10.0.0.10/32', port: 0 }] }],
  ['Platform workloadIdentity[0] has no ports', { workloadIdentity: [{ cidr: '10.0.0.10/32', ports: [] }] }],
  ['Platform workloadIdentity[0].ports 65536 is not a port', { workloadIdentity: [{ cidr: '10.0.0.10/32', ports: [80, 65536] }] }],
  ['Platform apiServerPort 6443.5 is not a port', { apiServerPort: 6443.5 }],
  ['Platform cni "Calico" is not a name', { cni: 'Calico' }],
  ['Platform gatewayClass "" is not a name', { gatewayClass: '' }],
  ['Platform storageProvisioners[0] "ebs csi" is not a name', { storageProvisioners: ['ebs csi'] }],
  ['Platform sidecars[0].name "Proxy" is not a name', { sidecars: [{ ...sidecar, name: 'Proxy' }] }],
  ['Platform sidecars[0].memoryLimit "1 GB" is not a quantity', { sidecars: [{ ...sidecar, memoryLimit: '1 GB' }] }],
])('refuses: %s', (message, props) => {
  for (const name of names) {
    expect(() => make[name](props)).toThrow(message);
  }
});

test('any valid addresses, ports and versions are taken as they are', () => {
  const address = fc.ipV4().map(text => `${text}/32`);
  fc.assert(fc.property(
    fc.constantFrom(...names), fc.array(address), fc.array(address), fc.integer({ min: 1, max: 65535 }), fc.integer({ min: 28, max: 37 }),
    (name, nodeCidrs, apiServerCidrs, apiServerPort, minor) => {
      const platform = make[name]({ nodeCidrs, apiServerCidrs, apiServerPort, kubernetes: `1.${minor}` });
      expect(platform).toMatchObject({ nodeCidrs, apiServerCidrs, apiServerPort });
      expect(platform.kubernetes.minor).toBe(minor);
    },
  ));
});
