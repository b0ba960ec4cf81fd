import { Cron, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { named, tenant } from './tenants';
import {
  CronJob, Deployment, Issuer, KeyAlgorithm, Platform, PlatformProps, PodCertificateSigner, PodCertificateSignerOptions, StatefulSet,
  WorkloadCertificate, WorkloadCertificateProps,
} from '../../src';
import { chart, IMAGE } from '../workload/apps';

const ISSUER = Issuer.clusterIssuer('internal-ca');
const signer = (options?: PodCertificateSignerOptions) => PodCertificateSigner.of('example.com/service', options);
const pod = (workload: any) => workload.spec.template.spec;

function web(props: WorkloadCertificateProps, platform: PlatformProps = {}, deployment: Partial<kplus.DeploymentProps> = {}) {
  const { shop } = tenant(platform);
  const workload = new Deployment(shop, 'web', { containers: [{ image: IMAGE, portNumber: 8443 }], ...deployment });
  const certificate = new WorkloadCertificate(workload, 'Certificate', props);
  return { shop, workload, certificate, rendered: () => pod(named(shop, 'Deployment', 'web')) };
}

/** What the volume of the certificate is, without its name. */
function sourceOf({ rendered }: ReturnType<typeof web>) {
  const { name, ...source } = rendered().volumes.find((volume: any) => volume.name === 'certificate-certificate');
  return source;
}

test('the csi-driver of cert-manager gives each pod a key of its own, which its group reads', () => {
  const app = web({ issuer: ISSUER });
  expect(sourceOf(app)).toEqual({
    csi: {
      driver: 'csi.cert-manager.io',
      readOnly: true,
      volumeAttributes: {
        'csi.cert-manager.io/issuer-name': 'internal-ca',
        'csi.cert-manager.io/issuer-kind': 'ClusterIssuer',
        'csi.cert-manager.io/issuer-group': 'cert-manager.io',
        'csi.cert-manager.io/dns-names': 'web.shop.svc,web.shop.svc.cluster.local',
        'csi.cert-manager.io/duration': '24h',
        'csi.cert-manager.io/key-usages': 'digital signature,server auth,client auth',
        'csi.cert-manager.io/key-algorithm': 'ECDSA',
        'csi.cert-manager.io/key-size': '256',
        'csi.cert-manager.io/key-encoding': 'PKCS8',
        'csi.cert-manager.io/fs-group': '65532',
      },
    },
  });
  const { containers, securityContext } = app.rendered();
  expect(containers[0].volumeMounts).toContainEqual({ name: 'certificate-certificate', mountPath: '/etc/certificates', readOnly: true });
  expect(securityContext).toMatchObject({ fsGroup: 65532, runAsNonRoot: true });
  const { certificate: { certificatePath, keyPath, authorityPath, bundlePath } } = app;
  expect([certificatePath, keyPath, authorityPath, bundlePath])
    .toEqual(['/etc/certificates/tls.crt', '/etc/certificates/tls.key', '/etc/certificates/ca.crt', undefined]);
});

test('the kubelet does it where the cluster can, with the authorities of the signer', () => {
  const app = web({ issuer: ISSUER, signer: signer(), mountPath: '/tls/', keyAlgorithm: KeyAlgorithm.ED25519 }, { kubernetes: '1.37' });
  expect(sourceOf(app)).toEqual({
    projected: {
      defaultMode: 0o440,
      sources: [
        {
          podCertificate: {
            signerName: 'example.com/service',
            keyType: 'ED25519',
            maxExpirationSeconds: 86400,
            credentialBundlePath: 'tls.pem',
            keyPath: 'tls.key',
            certificateChainPath: 'tls.crt',
          },
        },
        { clusterTrustBundle: { signerName: 'example.com/service', labelSelector: {}, path: 'ca.crt' } },
      ],
    },
  });
  expect(app.certificate.bundlePath).toBe('/tls/tls.pem');
  expect(app.rendered().securityContext.fsGroup).toBe(65532);
});

test.each<[string, PodCertificateSignerOptions, 'csi' | 'projected']>([
  ['1.34', { featureGates: true }, 'csi'],
  ['1.35', {}, 'csi'],
  ['1.35', { featureGates: true }, 'projected'],
  ['1.36', { featureGates: true, trustBundle: false }, 'projected'],
  ['1.37', {}, 'projected'],
])('on Kubernetes %s with %j it is by %s', (kubernetes, options, by) => {
  const source = sourceOf(web({ issuer: ISSUER, signer: signer(options) }, { kubernetes }));
  expect(Object.keys(source)).toEqual([by]);
  expect(JSON.stringify(source).includes('clusterTrustBundle')).toBe(by === 'projected' && options.trustBundle !== false);
});

test.each<[string, WorkloadCertificateProps, RegExp, PlatformProps?]>([
  ['nobody signs', {}, /shop\/web\/Certificate: nobody signs it: give an issuer of cert-manager, or a signer/],
  ['the cluster has no pod certificates', { signer: signer() }, /shop\/web\/Certificate: Kubernetes 1.34 has no pod certificates: give the workload an issuer.*'1.37' or later/],
  ['the feature gates are off', { signer: signer() }, /Kubernetes 1.35 has pod certificates behind feature gates alone/, { kubernetes: '1.35' }],
  ['it holds too long', { signer: signer(), duration: Duration.days(92) }, /of example.com\/service holds for at most 2184h/, { kubernetes: '1.37' }],
  ['it holds too long for a signer of Kubernetes', { signer: PodCertificateSigner.of('kubernetes.io/kube-apiserver-client-pod'), duration: Duration.hours(25) }, /at most 24h/, { kubernetes: '1.37' }],
  ['it holds too short', { issuer: ISSUER, duration: Duration.minutes(30) }, /the duration 30m is too short/],
  ['it is for no name', { issuer: ISSUER, dnsNames: [] }, /nothing says which names it is for/],
  ['a name is none', { issuer: ISSUER, dnsNames: ['${POD_IP}.shop.svc'] }, /"\$\{POD_IP\}.shop.svc" is not a DNS name/],
  ['nothing mounts it', { issuer: ISSUER, containers: [] }, /the workload has no container to mount it/],
])('refused: %s', (_what, props, message, platform = {}) => {
  expect(() => web(props, platform)).toThrow(message);
});

test('a signer has a domain', () => {
  expect(() => PodCertificateSigner.of('service')).toThrow(/"service" is not the name of a signer/);
});

test('the group is that of the author, who must give it on OpenShift', () => {
  const { shop } = tenant({}, Platform.openshift);
  const make = (id: string, fsGroup?: number) => {
    const workload = new Deployment(shop, id, { containers: [{ image: IMAGE, portNumber: 8443 }], securityContext: { fsGroup } });
    return new WorkloadCertificate(workload, 'Certificate', { issuer: ISSUER });
  };
  expect(() => make('web')).toThrow(/shop\/web\/Certificate: OpenShift gives each namespace a group of its own.*securityContext.fsGroup/);
  make('api', 1000650000);
  expect(JSON.stringify(pod(named(shop, 'Deployment', 'api')))).toContain('"csi.cert-manager.io/fs-group":"1000650000"');
});

test('only the containers that need it have it, and the pods of a StatefulSet each have their name', () => {
  const { shop } = tenant();
  const service = new kplus.Service(shop, 'db-service', { clusterIP: 'None', ports: [{ port: 5432 }], metadata: { name: 'db' } });
  const db = new StatefulSet(shop, 'db', {
    service,
    containers: [{ image: IMAGE, name: 'db', portNumber: 5432 }, { image: IMAGE, name: 'exporter', portNumber: 9187 }],
    claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/data' }],
  });
  new WorkloadCertificate(db, 'Certificate', { issuer: ISSUER, dnsNames: ['${POD_NAME}.db.${POD_NAMESPACE}.svc'], containers: [db.containers[0]], renewBefore: Duration.hours(12) });
  const { containers, volumes } = pod(named(shop, 'StatefulSet', 'db'));
  expect(containers.map(({ volumeMounts }: any) => volumeMounts.some(({ name }: any) => name === 'certificate-certificate'))).toEqual([true, false]);
  expect(volumes[0].csi ?? volumes[1].csi).toMatchObject({
    volumeAttributes: { 'csi.cert-manager.io/dns-names': '${POD_NAME}.db.${POD_NAMESPACE}.svc', 'csi.cert-manager.io/renew-before': '12h' },
  });
});

test('a CronJob, and a workload of cdk8s-plus outside of every tenant', () => {
  const { shop } = tenant();
  new WorkloadCertificate(new CronJob(shop, 'report', { schedule: Cron.daily(), containers: [{ image: IMAGE }] }), 'client', { issuer: ISSUER });
  expect(named(shop, 'CronJob', 'report').spec.jobTemplate.spec.template.spec.volumes.map(({ name }: any) => name)).toContain('certificate-client');
  const scope = chart();
  const plain = new kplus.Deployment(scope, 'plain', { containers: [{ image: IMAGE }] });
  expect(() => new WorkloadCertificate(plain, 'Certificate', { issuer: ISSUER })).toThrow(/give dnsNames, or the Chart a namespace/);
});
