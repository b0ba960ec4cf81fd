import { Reference } from '../reference';

const guidance = 'https://media.defense.gov/2022/Aug/29/2003066362/-1/-1/0/CTR_KUBERNETES_HARDENING_GUIDANCE_1.2_20220829.PDF';
const section = (name: string) => new Reference('NSA/CISA 1.2', name, guidance);

/** Sections of the Kubernetes Hardening Guidance 1.2 of NSA and CISA (2022), in our short words. The guidance does not number them. */
export class Nsa {
  /** Pods with few privileges: privileged, host namespaces, host paths, capabilities. */
  public static readonly POD_SECURITY = section('Pod security');

  /** Containers that do not run as root. */
  public static readonly NON_ROOT = section('Non-root containers');

  /** Containers that cannot write to their root file system. */
  public static readonly IMMUTABLE_FILE_SYSTEM = section('Immutable file system');

  /** Processes that cannot gain privileges. */
  public static readonly PRIVILEGE_ESCALATION = section('Privilege escalation');

  /** Images that are built from trusted parts, and scanned. */
  public static readonly IMAGE = section('Secure images');

  /** Tokens of service accounts are mounted only where they are used. */
  public static readonly SERVICE_ACCOUNT_TOKEN = section('Service account tokens');

  /** Kernel mechanisms around the container: seccomp, AppArmor, SELinux, sandboxes. */
  public static readonly HARDENED_ENVIRONMENT = section('Hardened container environment');

  /** Namespaces separate teams and applications. */
  public static readonly NAMESPACE = section('Namespaces');

  /** Traffic is denied by default and allowed one by one. */
  public static readonly NETWORK_POLICY = section('Network policies');

  /** Limits and quotas. */
  public static readonly RESOURCE_POLICY = section('Resource policies');

  /** The control plane and etcd are closed to everybody else. */
  public static readonly CONTROL_PLANE = section('Control plane');

  /** Worker nodes are kept apart from other networks. */
  public static readonly WORKER_NODE = section('Worker node segmentation');

  /** Traffic and stored data are encrypted. */
  public static readonly ENCRYPTION = section('Encryption');

  /** Passwords, tokens and keys are kept as secrets, encrypted, for few readers. */
  public static readonly SECRETS = section('Secrets');

  /** The cloud account behind the cluster, above all its metadata service. */
  public static readonly CLOUD_INFRASTRUCTURE = section('Cloud infrastructure');

  /** People and services prove who they are; nobody is anonymous. */
  public static readonly AUTHENTICATION = section('Authentication');

  /** Roles grant what is needed and no more. */
  public static readonly RBAC = section('RBAC');

  /** The API server records who did what. */
  public static readonly AUDIT = section('Audit logging');

  /** Logs of nodes and containers go to a place outside the cluster. */
  public static readonly LOGGING = section('Logging');

  /** The service mesh encrypts, and records the traffic it carries. */
  public static readonly SERVICE_MESH = section('Service mesh');

  /** Logs are watched, and anomalies raise alerts. */
  public static readonly THREAT_DETECTION = section('Threat detection');

  /** Components are kept current, and unused ones removed. */
  public static readonly UPGRADE = section('Upgrading');

  private constructor() {}
}
