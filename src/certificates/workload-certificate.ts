import { ApiObject, Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { checkDnsNames, checkLifetime, goDuration } from './certificate-checks';
import { CertificateUse } from './certificate-use';
import { CertificateRequest, csiVolume, FILES, podCertificateVolume } from './certificate-volume';
import { WorkloadCertificateProps } from './workload-certificate-props';
import { addLastStep } from '../hardening/render';
import { KubernetesVersion } from '../model/kubernetes-version';
import { podTemplateOf } from '../model/pod-template';
import { TENANT } from '../tenancy/tenant-facts';
import { choosesFileGroup, FILE_GROUP, giveFileGroup } from '../workload/file-group';

const MOUNT_PATH = '/etc/certificates';
const DURATION = Duration.hours(24);

/** The longest life that the API server takes for a pod certificate: of Kubernetes' own signers, and of others. */
const longest = (signer: string) => signer.startsWith('kubernetes.io/') ? Duration.hours(24) : Duration.days(91);

/** What the csi-driver fills in, for each pod. */
const VARIABLES = /\$\{(POD_NAME|POD_NAMESPACE|POD_UID|SERVICE_ACCOUNT_NAME)\}/g;

/**
 * A certificate for each pod of a workload, for mutual TLS where no service mesh does it (part 8.6): `new WorkloadCertificate(web, 'Certificate', { issuer:
 * Issuer.clusterIssuer('internal-ca') })`. The key is made on the node of the pod, never leaves it, and ends with the pod: there is no Secret.
 *
 * It makes a volume of the workload, mounted read only: by the csi-driver of cert-manager, or, where the Platform has it and there is a signer, by the
 * kubelet itself (`podCertificate` and `clusterTrustBundle`). The files are of a group that the pod is in (`fsGroup`).
 *
 * They are replaced while the pod runs, long before the certificate ends: a program must read them again. One that reads them only when it starts must be
 * restarted in time. A program that reads certificate and key one after the other can meet an old and a new one: it tries again, or reads `bundlePath`.
 */
export class WorkloadCertificate extends Construct {
  /** The file with the certificate, and those of the authorities between it and the root. */
  public readonly certificatePath: string;

  /** The file with the key (PKCS #8). */
  public readonly keyPath: string;

  /** The file with the authorities by which the other side is known. An issuer that does not tell its authority leaves it out; so does a signer without trust bundles. */
  public readonly authorityPath: string;

  /** The file with the key and after it the certificates, which are always of each other. Only a signer makes it. */
  public readonly bundlePath?: string;

  /**
   * @param workload the workload; also one of cdk8s-plus itself
   * @param id 'Certificate', say
   * @param props who signs, and what
   * @throws if nobody signs whom the cluster has, there is no container, or a prop is not what its name says, with the path of the construct
   */
  public constructor(workload: kplus.Workload, id: string, props: WorkloadCertificateProps) {
    super(workload, id);
    const { mountPath = MOUNT_PATH, containers = workload.containers } = props;
    if (containers.length === 0) {
      throw new Error(`${this.node.path}: the workload has no container to mount it: add one before`);
    }
    const source = this.source(workload, props);
    const name = `certificate-${id.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '')}`.slice(0, 63).replace(/-$/, '');
    // cdk8s-plus knows neither source in full: what is rendered takes its place.
    const volume = kplus.Volume.fromEmptyDir(this, 'Volume', name);
    containers.forEach(container => container.mount(mountPath, volume, { readOnly: true }));
    addLastStep(ApiObject.of(workload), rendered => {
      const pod: any = podTemplateOf(rendered)!.template.spec;
      pod.volumes = pod.volumes.map((each: any) => each.name === name ? { name, ...source } : each);
      giveFileGroup(pod, workload);
      return rendered;
    });
    const file = (key: keyof typeof FILES) => `${mountPath.replace(/\/$/, '')}/${FILES[key]}`;
    this.certificatePath = file('certificate');
    this.keyPath = file('key');
    this.authorityPath = file('authority');
    this.bundlePath = 'projected' in source ? file('bundle') : undefined;
  }

  private source(workload: kplus.Workload, props: WorkloadCertificateProps): object {
    const { path } = this.node;
    const { issuer, signer, duration = DURATION, renewBefore, keyAlgorithm, uses = [CertificateUse.SERVER, CertificateUse.CLIENT] } = props;
    checkLifetime(path, duration, renewBefore);
    const missing = signer?._missingOn(TENANT.nearest(this)?.platform.kubernetes ?? KubernetesVersion.DEFAULT);
    const request: CertificateRequest = { dnsNames: [], duration, renewBefore, keyAlgorithm, uses };
    if (signer !== undefined && missing === undefined) {
      if (duration.toSeconds() > longest(signer.name).toSeconds()) {
        throw new Error(`${path}: a pod certificate of ${signer.name} holds for at most ${goDuration(longest(signer.name))}: give a shorter duration`);
      }
      return podCertificateVolume(signer, request);
    }
    if (issuer === undefined) {
      throw new Error(`${path}: ${missing ?? 'nobody signs it: give an issuer of cert-manager, or a signer of pod certificates'}`);
    }
    return csiVolume(issuer, { ...request, dnsNames: this.dnsNames(workload, props.dnsNames) }, this.group(workload));
  }

  private dnsNames(workload: kplus.Workload, given: string[] | undefined): string[] {
    const { path } = this.node;
    const { name, metadata: { namespace } } = workload;
    if (given?.length === 0 || (given === undefined && namespace === undefined)) {
      throw new Error(`${path}: nothing says which names it is for: give dnsNames, or the Chart a namespace`);
    }
    const names = given ?? [`${name}.${namespace}.svc`, `${name}.${namespace}.svc.cluster.local`];
    checkDnsNames(path, names.map(each => each.replace(VARIABLES, 'variable')));
    return names;
  }

  /** The csi-driver is told a number, and the pod must be in it. */
  private group(workload: kplus.Workload): number {
    const group = workload.securityContext.fsGroup ?? (choosesFileGroup(workload) ? FILE_GROUP : undefined);
    if (group === undefined) {
      throw new Error(`${this.node.path}: OpenShift gives each namespace a group of its own, which the csi-driver must be told: give the workload securityContext.fsGroup, from the annotation openshift.io/sa.scc.supplemental-groups of the namespace`);
    }
    return group;
  }
}
