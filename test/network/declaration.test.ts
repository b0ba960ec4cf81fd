import { Yaml } from 'cdk8s';
import { SUPPORTED_MESHES } from './apps';
import { everyPeer } from './every-peer';
import { MeshKind } from '../../src';
import { DECLARED } from '../../src/connectivity/declaration/declared';
import { departuresOf } from '../../src/connectivity/declaration/departures';
import { Source } from '../../src/verify/input';

test.each(SUPPORTED_MESHES)('every peer in %s is open as it is declared', mesh => {
  expect(departuresOf(new Source('app.yaml', Yaml.stringify(...everyPeer(mesh)), true).manifests)).toMatchObject({ departures: [], misshapen: [] });
});

test('workloads and ports have their names, also where the mesh hides them', () => {
  const policies = everyPeer(MeshKind.ISTIO_AMBIENT).filter(({ kind }) => kind === 'NetworkPolicy');
  const declared = (name: string, namespace: string) => {
    const { annotations } = policies.find(({ metadata }) => metadata.name === name && metadata.namespace === namespace).metadata;
    return [annotations[DECLARED.ingress], annotations[DECLARED.egress]].map(text => text.split('\n'));
  };
  expect(declared('cart', 'shop')).toEqual([['shop/web[Deployment] : TCP 7070'], ['10.0.0.1/32 : TCP 6443', 'bank/ledger[Deployment] : TCP 9090']]);
  expect(declared('ledger', 'bank')).toEqual([['monitoring/*{app=prometheus} : TCP 9090', 'shop/cart[Deployment] : TCP 9090'], ['nobody']]);
  expect(declared('web', 'shop')[0]).toEqual(['nobody']);
  expect(declared('web', 'shop')[1]).toContain('shop/cart[Deployment] : TCP 7070');
  expect(declared('default-deny', 'shop')).toEqual([
    ['169.254.7.127/32 : All Connections', 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff/128 : All Connections'],
    ['kube-system/*{k8s-app=kube-dns} : TCP 53,UDP 53'],
  ]);
});
