import { Duration, Testing } from 'cdk8s';
import { Acknowledgements, Deployment, Issuer, PlatformProps, WebhookOperation, WebhookProps, WebhookServer, WebhookServerProps } from '../../src';
import { named, tenant } from '../certificates/tenants';
import { chart, IMAGE } from '../workload/apps';

const ISSUER = Issuer.namespaced('webhooks');
const PEM = '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n';
const PODS: WebhookProps = { path: '/validate', rules: [{ apiGroups: [''], resources: ['pods'] }] };

function server(props: WebhookServerProps = { issuer: ISSUER }, platform: PlatformProps = { apiServerCidrs: ['10.0.0.1/32'] }, ports = [8443]) {
  const { app, shop } = tenant(platform);
  const workload = new Deployment(shop, 'policy', { containers: ports.map(portNumber => ({ name: `c${portNumber}`, image: IMAGE, portNumber })) });
  ['mesh-port-exception', 'mesh-authorization-allows-all']
    .forEach(id => Acknowledgements.of(workload).add({ id, reason: 'the API server is in no mesh', owner: 'team-shop' }));
  return { app, shop, workload, webhooks: new WebhookServer(workload, 'Webhooks', props) };
}

test('what the API server is told: fail closed, soon, and never about what the webhook needs to start', () => {
  const { shop, webhooks } = server();
  webhooks.addValidatingWebhook('pods', PODS);
  const { metadata, webhooks: [webhook, ...others] } = named(shop, 'ValidatingWebhookConfiguration', 'pods.policy-webhooks-service.shop');
  expect(others).toEqual([]);
  expect(metadata.namespace).toBeUndefined();
  expect(metadata.annotations).toEqual({ 'cert-manager.io/inject-ca-from': 'shop/policy-webhooks-certificate' });
  expect(webhook).toEqual({
    name: 'pods.policy-webhooks-service.shop.svc',
    clientConfig: { service: { name: 'policy-webhooks-service', namespace: 'shop', path: '/validate', port: 443 } },
    rules: [{ apiGroups: [''], apiVersions: ['v1'], resources: ['pods'], operations: ['CREATE', 'UPDATE'] }],
    namespaceSelector: { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system', 'shop'] }] },
    failurePolicy: 'Fail',
    matchPolicy: 'Equivalent',
    sideEffects: 'None',
    timeoutSeconds: 5,
    admissionReviewVersions: ['v1'],
  });
});

test('its certificate is for the name of its Service, and its pods have it', () => {
  const { shop, webhooks } = server();
  expect(named(shop, 'Certificate', 'policy-webhooks-certificate').spec).toMatchObject({ dnsNames: ['policy-webhooks-service.shop.svc'], secretName: webhooks.certificate!.secretName });
  expect(named(shop, 'Service', 'policy-webhooks-service').spec.ports).toEqual([{ name: 'https', port: 443, targetPort: 8443 }]);
  const { volumes, containers, securityContext } = named(shop, 'Deployment', 'policy').spec.template.spec;
  expect(volumes).toContainEqual({ name: 'webhook-certificate', secret: expect.objectContaining({ secretName: 'policy-webhooks-certificate', defaultMode: 0o440 }) });
  expect(containers[0].volumeMounts).toContainEqual({ name: 'webhook-certificate', mountPath: '/etc/webhook/certificates', readOnly: true });
  expect(securityContext.fsGroup).toBe(65532);
});

test('the API server alone reaches it, in plain text as the mesh sees it', () => {
  const { shop } = server();
  const { spec } = named(shop, 'NetworkPolicy', 'policy');
  expect(spec.policyTypes).toEqual(['Ingress', 'Egress']);
  expect(spec.ingress).toEqual([{ from: [{ ipBlock: { cidr: '10.0.0.1/32' } }], ports: [{ port: 8443, protocol: 'TCP' }] }]);
  expect(spec.podSelector).toEqual(named(shop, 'PeerAuthentication', 'policy').spec.selector);
  expect(named(shop, 'PeerAuthentication', 'policy').spec.portLevelMtls).toEqual({ 8443: { mode: 'PERMISSIVE' } });
});

test('an authority of one\'s own, and a webhook that changes what it is asked about', () => {
  const { shop, webhooks } = server({ caBundle: PEM, port: 9443 }, { apiServerCidrs: ['10.0.0.1/32'] }, [8080, 9443]);
  webhooks.addMutatingWebhook('pods', {
    path: '/mutate',
    timeout: Duration.seconds(2),
    namespaceLabels: { policy: 'on' },
    exemptNamespaces: ['cert-manager', 'shop'],
    rules: [{ apiGroups: ['apps'], apiVersions: ['*'], resources: ['deployments'], operations: [WebhookOperation.CREATE] }],
  });
  const { metadata, webhooks: [webhook] } = named(shop, 'MutatingWebhookConfiguration', 'pods.policy-webhooks-service.shop');
  expect(metadata.annotations).toBeUndefined();
  expect(Buffer.from(webhook.clientConfig.caBundle, 'base64').toString()).toBe(PEM);
  expect(webhook).toMatchObject({
    timeoutSeconds: 2,
    reinvocationPolicy: 'IfNeeded',
    rules: [{ apiGroups: ['apps'], apiVersions: ['*'], operations: ['CREATE'] }],
    namespaceSelector: { matchLabels: { policy: 'on' }, matchExpressions: [{ values: ['kube-system', 'shop', 'cert-manager'] }] },
  });
  expect(Testing.synth(shop).filter(({ kind }) => kind === 'Certificate')).toEqual([]);
});

test('the verifier finds one that lets requests through where it does not answer', () => {
  const { app, webhooks } = server();
  webhooks.addValidatingWebhook('pods', { ...PODS, failOpen: true });
  expect(() => app.synthYaml()).toThrow(/admission-fails-closed/);
});

test.each<[string, () => unknown, RegExp]>([
  ['nothing says how it is known', () => server({}), /shop\/policy\/Webhooks: how the API server knows the webhook is not said/],
  ['it is said twice', () => server({ issuer: ISSUER, caBundle: PEM }), /is said twice: give either an issuer or a caBundle/],
  ['the authority is none', () => server({ caBundle: 'MIIB' }), /caBundle is not a certificate in PEM/],
  ['it is not known where the API server is', () => server({ issuer: ISSUER }, {}), /where the API server is, is not known: give the Platform of its Tenant apiServerCidrs/],
  ['it has two ports', () => server({ issuer: ISSUER }, undefined, [8080, 8443]), /which port answers with TLS is not known: give a port of 8080, 8443/],
  ['it does not serve the port', () => server({ issuer: ISSUER, port: 1 }), /no container serves 1: give a port of 8443/],
  ['it is in no tenant', () => new WebhookServer(new Deployment(chart(), 'policy', { containers: [{ image: IMAGE, portNumber: 1 }] }), 'Webhooks', { issuer: ISSUER }), /make the workload in a Tenant/],
  ['an id is none', () => server().webhooks.addValidatingWebhook('Pods', PODS), /shop\/policy\/Webhooks\/Pods: "Pods" is the first part of a DNS name/],
  ['a path is none', () => server().webhooks.addValidatingWebhook('pods', { ...PODS, path: 'validate' }), /"validate" is not a path of a webhook/],
  ['it is asked about nothing', () => server().webhooks.addValidatingWebhook('pods', { ...PODS, rules: [] }), /nothing says what it is asked about/],
  ['it is waited for too long', () => server().webhooks.addValidatingWebhook('pods', { ...PODS, timeout: Duration.minutes(1) }), /waits 1 to 30 whole seconds for a webhook, not 60/],
])('refused: %s', (_what, make, message) => {
  expect(make).toThrow(message);
});
