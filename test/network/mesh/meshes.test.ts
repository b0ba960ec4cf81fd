import { ApiObject } from 'cdk8s';
import { Deployment, Job, MeshKind, Network, Owner } from '../../../src';
import { manifestsOf, newApp, newTenant } from '../apps';
import { Cluster } from '../cluster';

const container = (portNumber?: number) => ({ image: 'image', portNumber });
const labels = (workload: Deployment) => ({ 'cdk8s.io/metadata.addr': workload.podMetadata.getLabel('cdk8s.io/metadata.addr') });

/** `web` and `report` reach `cart` on 7070, `report` alone on 7071. */
function shop(mesh: MeshKind, loosen = false) {
  const app = newApp();
  const tenant = newTenant(app, 'shop', mesh);
  const web = new Deployment(tenant, 'web', { containers: [container(8080)] });
  const cart = new Deployment(tenant, 'cart', { containers: [container(7070)] });
  const report = new Job(tenant, 'report', { containers: [container()] });
  cart.containers[0].addPort({ number: 7071 });
  web.allowTo(cart, { ports: [7070] });
  report.allowTo(cart);
  if (loosen) {
    Network.of(cart).acceptPlainText(7071);
  }
  const manifests = manifestsOf(app);
  const find = (kind: string, name: string) => manifests.find(each => each.kind === kind && each.metadata.name === name);
  const ofGroup = (group: string) => manifests.filter(({ apiVersion }) => apiVersion.startsWith(group)).map(({ kind, metadata }) => `${kind}/${metadata.name}`);
  return { cart, manifests, find, ofGroup };
}

const PORT = (port: number, protocol = 'TCP') => ({ port, protocol });
const inNamespace = (name: string) => ({ matchLabels: { 'kubernetes.io/metadata.name': name } });
const DNS = {
  to: [{ namespaceSelector: inNamespace('kube-system'), podSelector: { matchLabels: { 'k8s-app': 'kube-dns' } } }],
  ports: [PORT(53, 'UDP'), PORT(53)],
};

describe('Istio ambient', () => {
  const { cart, manifests, find, ofGroup } = shop(MeshKind.ISTIO_AMBIENT);

  test('the namespace joins, and pods need nothing', () => {
    expect(find('Namespace', 'shop').metadata.labels).toMatchObject({ 'istio.io/dataplane-mode': 'ambient', 'pod-security.kubernetes.io/enforce': 'restricted' });
    expect(find('Deployment', 'web').spec.template.metadata.annotations).toBeUndefined();
  });

  test('the default policy lets in the probes of the kubelet, as the mesh shows them', () => {
    expect(find('NetworkPolicy', 'default-deny').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      ingress: [{ from: [{ ipBlock: { cidr: '169.254.7.127/32' } }, { ipBlock: { cidr: 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128' } }] }],
      egress: [DNS],
    });
    const cluster = new Cluster(manifests);
    expect(cluster.reachedFromAddress(cluster.pod('shop', 'Deployment/web'), '169.254.7.127', { port: 8080, protocol: 'TCP' })).toBe(true);
    expect(cluster.reachedFromAddress(cluster.pod('shop', 'Deployment/web'), '169.254.7.126', { port: 8080, protocol: 'TCP' })).toBe(false);
  });

  test('policies open the tunnel, and the AuthorizationPolicy says on which port', () => {
    expect(find('NetworkPolicy', 'cart').spec.ingress.map(({ ports }: any) => ports)).toEqual([[PORT(15008)], [PORT(15008)]]);
    expect(find('AuthorizationPolicy', 'cart')).toMatchObject({ apiVersion: 'security.istio.io/v1', metadata: { namespace: 'shop' } });
    expect(find('AuthorizationPolicy', 'cart').spec).toEqual({
      selector: { matchLabels: labels(cart) },
      action: 'ALLOW',
      rules: [
        { from: [{ source: { principals: ['cluster.local/ns/shop/sa/report'] } }], to: [{ operation: { ports: ['7070', '7071'] } }] },
        { from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }], to: [{ operation: { ports: ['7070'] } }] },
      ],
    });
  });

  test('the tenant takes mutual TLS only, and lets nobody in', () => {
    expect(find('PeerAuthentication', 'default').spec).toEqual({ mtls: { mode: 'STRICT' } });
    expect(find('AuthorizationPolicy', 'allow-nothing').spec).toEqual({});
    expect(ofGroup('security.istio.io/').sort()).toEqual(['AuthorizationPolicy/allow-nothing', 'AuthorizationPolicy/cart', 'PeerAuthentication/default']);
  });
});

describe('Istio with sidecars', () => {
  const { find } = shop(MeshKind.ISTIO_SIDECAR);

  test('the namespace joins, and the proxy of every pod is a native sidecar', () => {
    expect(find('Namespace', 'shop').metadata.labels).toMatchObject({ 'istio-injection': 'enabled' });
    for (const [kind, name] of [['Deployment', 'web'], ['Job', 'report']]) {
      expect(find(kind, name).spec.template.metadata.annotations).toMatchObject({ 'sidecar.istio.io/nativeSidecar': 'true' });
    }
  });

  test('pods reach the control plane, and each other on their own ports', () => {
    expect(find('NetworkPolicy', 'default-deny').spec).toEqual({
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
      egress: [DNS, { to: [{ namespaceSelector: inNamespace('istio-system'), podSelector: { matchLabels: { app: 'istiod' } } }], ports: [PORT(15012)] }],
    });
    expect(find('NetworkPolicy', 'cart').spec.ingress.map(({ ports }: any) => ports)).toEqual([[PORT(7070), PORT(7071)], [PORT(7070)]]);
    expect(find('AuthorizationPolicy', 'cart').spec.rules).toHaveLength(2);
    expect(find('PeerAuthentication', 'default').spec).toEqual({ mtls: { mode: 'STRICT' } });
  });
});

describe('Linkerd', () => {
  const { cart, find, ofGroup } = shop(MeshKind.LINKERD);

  test('the namespace joins and denies, and the proxy of every pod is a native sidecar', () => {
    expect(find('Namespace', 'shop').metadata.annotations).toEqual({ 'linkerd.io/inject': 'enabled', 'config.linkerd.io/default-inbound-policy': 'deny' });
    expect(find('Job', 'report').spec.template.metadata.annotations).toMatchObject({ 'config.beta.linkerd.io/proxy-enable-native-sidecar': 'true' });
  });

  test('pods reach the control plane, and each other through the proxy', () => {
    const component = (name: string) => ({
      namespaceSelector: inNamespace('linkerd'), podSelector: { matchLabels: { 'linkerd.io/control-plane-component': name } },
    });
    expect(find('NetworkPolicy', 'default-deny').spec.egress).toEqual([
      DNS,
      { to: [component('identity')], ports: [PORT(8080)] },
      { to: [component('destination')], ports: [PORT(8086), PORT(8090)] },
    ]);
    expect(find('NetworkPolicy', 'cart').spec.ingress.map(({ ports }: any) => ports)).toEqual([[PORT(4143)], [PORT(4143)]]);
  });

  test('each port that is reached has a Server and its clients', () => {
    expect(ofGroup('policy.linkerd.io/').sort()).toEqual(['AuthorizationPolicy', 'MeshTLSAuthentication', 'Server']
      .flatMap(kind => [`${kind}/cart-7070`, `${kind}/cart-7071`]));
    expect(find('Server', 'cart-7070')).toMatchObject({
      apiVersion: 'policy.linkerd.io/v1beta3', spec: { podSelector: { matchLabels: labels(cart) }, port: 7070, accessPolicy: 'deny' },
    });
    expect(find('AuthorizationPolicy', 'cart-7070')).toMatchObject({
      apiVersion: 'policy.linkerd.io/v1alpha1',
      spec: {
        targetRef: { group: 'policy.linkerd.io', kind: 'Server', name: 'cart-7070' },
        requiredAuthenticationRefs: [{ group: 'policy.linkerd.io', kind: 'MeshTLSAuthentication', name: 'cart-7070' }],
      },
    });
    const accounts = (...names: string[]) => ({ identityRefs: names.map(name => ({ kind: 'ServiceAccount', name, namespace: 'shop' })) });
    expect(find('MeshTLSAuthentication', 'cart-7070').spec).toEqual(accounts('report', 'web'));
    expect(find('MeshTLSAuthentication', 'cart-7071').spec).toEqual(accounts('report'));
  });
});

describe('Cilium', () => {
  const { cart, manifests, find, ofGroup } = shop(MeshKind.CILIUM);
  const client = (workload: string) => ({
    matchLabels: {
      'k8s:cdk8s.io/metadata.addr': find(workload === 'report' ? 'Job' : 'Deployment', workload).spec.template.metadata.labels['cdk8s.io/metadata.addr'],
      'k8s:io.cilium.k8s.policy.serviceaccount': workload,
    },
  });
  const ports = (...numbers: string[]) => [{ ports: numbers.map(port => ({ port, protocol: 'TCP' })) }];
  const authentication = { mode: 'required' };

  test('its policies stand in the place of those of workloads, and the tenant is closed as anywhere', () => {
    expect(ofGroup('cilium.io/').sort()).toEqual(['cart', 'report', 'web'].map(name => `CiliumNetworkPolicy/${name}`));
    expect(ofGroup('networking.k8s.io/')).toEqual(['NetworkPolicy/default-deny']);
    expect(find('NetworkPolicy', 'default-deny').spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [DNS] });
  });

  test('clients are let in by labels and account, once they have proven who they are', () => {
    expect(find('CiliumNetworkPolicy', 'cart')).toMatchObject({ apiVersion: 'cilium.io/v2', metadata: { namespace: 'shop' } });
    expect(find('CiliumNetworkPolicy', 'cart').spec).toEqual({
      endpointSelector: { matchLabels: { 'k8s:cdk8s.io/metadata.addr': Object.values(labels(cart))[0] } },
      ingress: [
        { fromEndpoints: [client('report')], authentication, toPorts: ports('7070', '7071') },
        { fromEndpoints: [client('web')], authentication, toPorts: ports('7070') },
      ],
      egress: [{}],
    });
  });

  test('so must those whom a client reaches', () => {
    const cartLabels = { matchLabels: { 'k8s:cdk8s.io/metadata.addr': Object.values(labels(cart))[0], 'k8s:io.cilium.k8s.policy.serviceaccount': 'cart' } };
    expect(find('CiliumNetworkPolicy', 'web').spec).toMatchObject({
      ingress: [{}], egress: [{ toEndpoints: [cartLabels], authentication, toPorts: ports('7070') }],
    });
  });

  test('nothing is said on namespaces and pods', () => {
    expect(find('Namespace', 'shop').metadata.annotations).toBeUndefined();
    expect(find('Deployment', 'web').spec.template.metadata.annotations).toBeUndefined();
    expect(manifests.filter(({ apiVersion }) => /istio|linkerd/.test(apiVersion))).toEqual([]);
  });

  test('other namespaces by name, an owner by the label of theirs', () => {
    const app = newApp();
    const [tenant, bank] = ['shop', 'bank'].map(id => newTenant(app, id, MeshKind.CILIUM));
    const [server, ledger] = [tenant, bank].map(each => new Deployment(each, 'server', { containers: [container(8080)] }));
    ledger.allowTo(server);
    server.acceptFrom(bank);
    Owner.of(app, 'team-a').allowInternal();
    const ingress = (name: string) => manifestsOf(app).find(({ kind, metadata }) => kind === 'CiliumNetworkPolicy' && metadata.name === name && metadata.namespace === 'shop').spec.ingress;
    expect(ingress('server').map(({ fromEndpoints: [{ matchLabels }] }: any) => matchLabels)).toEqual([{
      'k8s:io.kubernetes.pod.namespace': 'bank',
      'k8s:cdk8s.io/metadata.addr': ledger.podMetadata.getLabel('cdk8s.io/metadata.addr'),
      'k8s:io.cilium.k8s.policy.serviceaccount': 'server',
    }]);
    expect(ingress('all-workloads')).toEqual([
      { fromEndpoints: [{ matchLabels: { 'k8s:io.cilium.k8s.namespace.labels.cdk8s-bulwark/owner': 'team-a' } }], authentication, toPorts: ports('8080') },
    ]);
  });

  test('a list holds no more than forty ports', () => {
    const app = newApp();
    const tenant = newTenant(app, 'shop', MeshKind.CILIUM);
    const [web, many] = ['web', 'many'].map(id => new Deployment(tenant, id, { containers: [container(8000)] }));
    Array.from({ length: 50 }, (_, index) => many.containers[0].addPort({ number: 9000 + index }));
    web.allowTo(many);
    const [{ toPorts }] = manifestsOf(app).find(({ kind, metadata }) => kind === 'CiliumNetworkPolicy' && metadata.name === 'many').spec.ingress;
    expect(toPorts.map(({ ports: list }: any) => list.length)).toEqual([40, 11]);
  });
});

describe('no mesh', () => {
  test('adds nothing', () => {
    const { manifests, find } = shop(MeshKind.NONE);
    expect(find('NetworkPolicy', 'default-deny').spec).toEqual({ podSelector: {}, policyTypes: ['Ingress', 'Egress'], egress: [DNS] });
    expect(find('NetworkPolicy', 'cart').spec.ingress.map(({ ports }: any) => ports)).toEqual([[PORT(7070), PORT(7071)], [PORT(7070)]]);
    expect(manifests.filter(({ apiVersion }) => /istio|linkerd/.test(apiVersion))).toEqual([]);
  });
});

describe('plain text on one port shows', () => {
  test.each([MeshKind.ISTIO_AMBIENT, MeshKind.ISTIO_SIDECAR])('in %s', mesh => {
    const { find } = shop(mesh, true);
    expect(find('PeerAuthentication', 'cart').spec).toMatchObject({ mtls: { mode: 'STRICT' }, portLevelMtls: { 7071: { mode: 'PERMISSIVE' } } });
    expect(find('AuthorizationPolicy', 'cart').spec.rules.pop())
      .toEqual({ from: [{ source: { notPrincipals: ['*'] } }], to: [{ operation: { ports: ['7071'] } }] });
  });

  test('in Linkerd', () => {
    const { find } = shop(MeshKind.LINKERD, true);
    expect(find('AuthorizationPolicy', 'cart-7071-plain-text').spec).toMatchObject({
      targetRef: { name: 'cart-7071' }, requiredAuthenticationRefs: [{ kind: 'NetworkAuthentication', name: 'cart-7071-plain-text' }],
    });
    expect(find('NetworkAuthentication', 'cart-7071-plain-text').spec).toEqual({ networks: [{ cidr: '0.0.0.0/0' }, { cidr: '::/0' }] });
  });
});

test('in Cilium, who is in the mesh proves it on a port that others may reach without', () => {
  const app = newApp();
  const tenant = newTenant(app, 'shop', MeshKind.CILIUM);
  const outside = newTenant(app, 'old', MeshKind.NONE);
  const [web, cart, legacy] = [tenant, tenant, outside].map((each, index) => new Deployment(each, `w${index}`, { containers: [container(8080)] }));
  web.allowTo(cart);
  legacy.allowTo(cart);
  cart.acceptFrom(legacy);
  expect(() => app.synth()).toThrow('old/w2 is allowed to shop/w1, which takes mutual TLS of the mesh cilium only, and is not in it');
  Network.of(cart).acceptPlainText(8080);
  expect(() => app.synth()).not.toThrow();
  const { ingress } = manifestsOf(app).find(({ kind, metadata }) => kind === 'CiliumNetworkPolicy' && metadata.name === 'w1').spec;
  expect(ingress.map(({ authentication, fromEndpoints: [{ matchLabels }] }: any) => [matchLabels['k8s:io.kubernetes.pod.namespace'], authentication?.mode])).toEqual(
    [['old', undefined], [undefined, 'required']]);
});

test('what an author tells the mesh on a pod is kept', () => {
  const app = newApp();
  const tenant = newTenant(app, 'shop', MeshKind.ISTIO_SIDECAR);
  const web = new Deployment(tenant, 'web', { containers: [container()], podMetadata: { annotations: { 'sidecar.istio.io/nativeSidecar': 'false' } } });
  expect(ApiObject.of(web).toJson().spec.template.metadata.annotations).toEqual({ 'sidecar.istio.io/nativeSidecar': 'false' });
});

describe('a tenant refuses', () => {
  test.each([MeshKind.ISTIO_SIDECAR, MeshKind.LINKERD])('%s without its CNI plugin', mesh => {
    expect(() => newTenant(newApp(), 'shop', mesh, { meshCniPlugin: undefined })).toThrow(
      `shop: the mesh ${mesh} has no CNI plugin, so Pod Security restricted refuses the init container that it gives each pod: `
      + 'install the plugin and give its Platform meshCniPlugin: true');
  });
});
