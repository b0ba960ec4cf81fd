import { ApiObject } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { makeConfiguration, WebhookService } from './webhook-configuration';
import { WebhookProps, WebhookServerProps } from './webhook-props';
import { Certificate } from '../certificates/certificate';
import { addLastStep } from '../hardening/render';
import { MeshKind } from '../model/mesh-kind';
import { podTemplateOf } from '../model/pod-template';
import { makeObjects } from '../network/endpoint-objects';
import { joined } from '../network/join';
import { Network } from '../network/network';
import { servedPorts } from '../network/port';
import { TENANT } from '../tenancy/tenant-facts';
import { giveFileGroup } from '../workload/file-group';
import { withoutEmptyAddresses } from '../workload/service';

const MOUNT_PATH = '/etc/webhook/certificates';
const PEM = /^-----BEGIN CERTIFICATE-----\n[\s\S]+\n-----END CERTIFICATE-----\s*$/;

/**
 * A workload that the API server asks about objects before it keeps them (part 8.6). `new WebhookServer(controller, 'Webhooks', { issuer:
 * Issuer.namespaced('webhooks') })` makes its Service on port 443, its certificate in a Secret, mounted, and lets in the API server at the addresses that
 * the Platform gives, and nobody else. Each webhook is then one call.
 *
 * A webhook fails closed: what it is asked about is refused while it does not answer. So the workload should have two replicas at least, and it is never
 * asked about `kube-system` and its own namespace, or nothing could start it again.
 *
 * The API server is in no mesh. Where the workload is in one, its port takes connections from outside of it, which the webhook's own certificate
 * encrypts, and the verifier finds the port: acknowledge `mesh-port-exception` and `mesh-authorization-allows-all` with that reason.
 */
export class WebhookServer extends Construct {
  /** The Service by which the API server reaches it. */
  public readonly service: kplus.Service;

  /** Its certificate, where an issuer makes one. */
  public readonly certificate?: Certificate;

  private readonly known: WebhookService;

  /**
   * @param workload the workload that answers
   * @param id 'Webhooks', say
   * @param props how it is known
   * @throws if nothing says where the API server or the workload is, or it does not serve the port, with the path of the construct
   */
  public constructor(workload: kplus.Workload, id: string, props: WebhookServerProps) {
    super(workload, id);
    const { path } = this.node;
    const namespace = workload.metadata.namespace;
    const platform = TENANT.nearest(this)?.platform;
    if (namespace === undefined || platform === undefined) {
      throw new Error(`${path}: the API server must be told where a webhook is, and the network where the API server is: make the workload in a Tenant`);
    }
    if (platform.apiServerCidrs.length === 0) {
      throw new Error(`${path}: where the API server is, is not known: give the Platform of its Tenant apiServerCidrs`);
    }
    const port = this.port(workload, props.port);
    this.service = new kplus.Service(this, 'Service', { selector: workload, ports: [{ name: 'https', port: 443, targetPort: port }] });
    withoutEmptyAddresses(ApiObject.of(this.service));
    this.certificate = this.makeCertificate(workload, `${this.service.name}.${namespace}.svc`, props);
    this.known = {
      name: this.service.name,
      namespace,
      ...this.certificate === undefined ? { caBundle: Buffer.from(props.caBundle!).toString('base64') }
        : { annotations: { 'cert-manager.io/inject-ca-from': `${namespace}/${this.certificate.name}` } },
    };
    const endpoint = joined(workload);
    const peers = platform.apiServerCidrs.map(cidr => ({ ipBlock: { cidr } }));
    endpoint.ingress.push({ peers, entities: ['kube-apiserver'], ports: [{ number: port, protocol: 'TCP' }] });
    makeObjects(endpoint);
    if (platform.mesh !== MeshKind.NONE) {
      Network.of(workload).acceptPlainText(port);
    }
  }

  /**
   * Makes a webhook that refuses objects (`ValidatingWebhookConfiguration`).
   *
   * @param id one for each webhook of the server: a DNS label
   * @param props when it is asked
   * @throws if a prop is not what its name says, with the path of the construct
   */
  public addValidatingWebhook(id: string, props: WebhookProps): void {
    makeConfiguration(this, id, 'ValidatingWebhookConfiguration', this.known, props);
  }

  /**
   * Makes a webhook that changes objects (`MutatingWebhookConfiguration`). It is asked again where others have changed an object after it, so asking it
   * twice must be as asking it once.
   *
   * @param id one for each webhook of the server: a DNS label
   * @param props when it is asked
   * @throws if a prop is not what its name says, with the path of the construct
   */
  public addMutatingWebhook(id: string, props: WebhookProps): void {
    makeConfiguration(this, id, 'MutatingWebhookConfiguration', this.known, props);
  }

  private port(workload: kplus.Workload, given: number | undefined): number {
    const served = servedPorts(workload).filter(({ protocol }) => protocol === 'TCP').map(({ number }) => number);
    const port = given ?? (served.length === 1 ? served[0] : undefined);
    if (port === undefined || !served.includes(port)) {
      const what = given === undefined ? 'which port answers with TLS is not known' : `no container serves ${given}`;
      throw new Error(`${this.node.path}: ${what}: ${served.length === 0 ? 'give a container a portNumber' : `give a port of ${served.join(', ')}`}`);
    }
    return port;
  }

  private makeCertificate(workload: kplus.Workload, dnsName: string, props: WebhookServerProps): Certificate | undefined {
    const { issuer, caBundle, mountPath = MOUNT_PATH, containers = workload.containers } = props;
    if ((issuer === undefined) === (caBundle === undefined)) {
      throw new Error(`${this.node.path}: how the API server knows the webhook is ${issuer === undefined ? 'not said' : 'said twice'}: give either an issuer or a caBundle`);
    }
    if (issuer === undefined) {
      if (!PEM.test(caBundle!)) {
        throw new Error(`${this.node.path}: caBundle is not a certificate in PEM: give the text that begins with -----BEGIN CERTIFICATE-----`);
      }
      return undefined;
    }
    const certificate = new Certificate(this, 'Certificate', { issuer, dnsNames: [dnsName] });
    const volume = kplus.Volume.fromSecret(this, 'Volume', certificate.secret, { name: 'webhook-certificate', defaultMode: 0o440 });
    containers.forEach(container => container.mount(mountPath, volume, { readOnly: true }));
    addLastStep(ApiObject.of(workload), rendered => {
      giveFileGroup(podTemplateOf(rendered)!.template.spec, workload);
      return rendered;
    });
    return certificate;
  }
}
