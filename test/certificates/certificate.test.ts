import { Duration, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { named, tenant } from './tenants';
import { Certificate, CertificateProps, CertificateUse, Deployment, Issuer, KeyAlgorithm } from '../../src';
import { IMAGE } from '../workload/apps';

const ISSUER = Issuer.clusterIssuer('letsencrypt');

function certificate(props: Partial<CertificateProps> = {}) {
  const { shop } = tenant();
  const made = new Certificate(shop, 'shop-example-com', { issuer: ISSUER, dnsNames: ['shop.example.com'], ...props });
  return { shop, made, spec: () => named(shop, 'Certificate', 'shop-example-com').spec };
}

test('it is short-lived, has a new key each time, and says whose its Secret is', () => {
  expect(certificate().spec()).toEqual({
    secretName: 'shop-example-com',
    secretTemplate: { labels: expect.objectContaining({ 'cdk8s-bulwark/tenant': 'shop', 'cdk8s-bulwark/owner': 'team-shop' }) },
    dnsNames: ['shop.example.com'],
    duration: '720h',
    usages: ['digital signature', 'server auth'],
    privateKey: { algorithm: 'ECDSA', size: 256, encoding: 'PKCS8', rotationPolicy: 'Always' },
    issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer', group: 'cert-manager.io' },
  });
});

test('all of it can be said otherwise', () => {
  const { made, spec } = certificate({
    issuer: Issuer.external('awspca.cert-manager.io', 'AWSPCAIssuer', 'pca'),
    dnsNames: ['*.example.com', 'example.com'],
    secretName: 'web-tls',
    duration: Duration.hours(36),
    renewBefore: Duration.minutes(630),
    keyAlgorithm: KeyAlgorithm.RSA_3072,
    uses: [CertificateUse.SERVER, CertificateUse.CLIENT],
  });
  expect(made.secretName).toBe('web-tls');
  expect(spec()).toMatchObject({
    secretName: 'web-tls',
    duration: '36h',
    renewBefore: '630m',
    usages: ['digital signature', 'key encipherment', 'server auth', 'client auth'],
    privateKey: { algorithm: 'RSA', size: 3072 },
    issuerRef: { name: 'pca', kind: 'AWSPCAIssuer', group: 'awspca.cert-manager.io' },
  });
});

test('its Secret is mounted as one of cdk8s-plus', () => {
  const { shop, made } = certificate();
  const web = new Deployment(shop, 'web', { containers: [{ image: IMAGE, portNumber: 8443 }] });
  web.containers[0].mount('/tls', kplus.Volume.fromSecret(shop, 'tls', made.secret), { readOnly: true });
  expect(JSON.stringify(Testing.synth(shop).find(({ kind }) => kind === 'Deployment').spec.template.spec.volumes)).toContain('"secretName":"shop-example-com"');
});

test.each<[string, Partial<CertificateProps>, RegExp]>([
  ['no name', { dnsNames: [] }, /shop\/shop-example-com: a certificate is for at least one name/],
  ['a name that is none', { dnsNames: ['shop_example.com'] }, /shop\/shop-example-com: "shop_example.com" is not a DNS name/],
  ['a star in the middle', { dnsNames: ['shop.*.com'] }, /"shop.\*.com" is not a DNS name/],
  ['a Secret that cannot be', { secretName: 'Web' }, /shop\/shop-example-com: secretName "Web" is not a name for it/],
  ['a short life', { duration: Duration.minutes(59) }, /the duration 59m is too short/],
  ['a renewal at once', { duration: Duration.hours(2), renewBefore: Duration.hours(2) }, /it cannot be renewed 2h before it ends.*less than its duration, 2h/],
  ['a renewal at the last moment', { renewBefore: Duration.minutes(4) }, /it cannot be renewed 4m before it ends/],
])('%s is refused', (_what, props, message) => {
  expect(() => certificate(props)).toThrow(message);
});

test('an issuer has the name of an object', () => {
  expect(() => Issuer.namespaced('Internal CA')).toThrow(/Issuer "Internal CA" of cert-manager.io cannot be an issuer/);
  expect(() => Issuer.external('example.com', 'pca', 'pca')).toThrow(/pca "pca" of example.com/);
});

test('the verifier finds one that is loosened', () => {
  const { app, shop } = tenant();
  new Certificate(shop, 'long', { issuer: ISSUER, dnsNames: ['shop.example.com'], duration: Duration.days(365) });
  expect(() => app.synthYaml()).toThrow(/certificate-lifetime/);
  const sound = tenant();
  new Certificate(sound.shop, 'short', { issuer: ISSUER, dnsNames: ['shop.example.com'] });
  expect(sound.app.synthYaml()).toContain('kind: Certificate');
});
