import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Issuer } from '../certificates/issuer';

/** What a webhook is asked about. */
export enum WebhookOperation {
  /** An object is made. */
  CREATE = 'CREATE',

  /** An object is changed. */
  UPDATE = 'UPDATE',

  /** An object is deleted. */
  DELETE = 'DELETE',

  /** Something is connected to, such as a shell in a pod. */
  CONNECT = 'CONNECT',
}

/** Which requests a webhook is asked about. */
export interface WebhookRule {
  /** API groups: `''` is that of pods and Services. */
  readonly apiGroups: string[];

  /**
   * Versions of them. A request in another version is converted (`matchPolicy: Equivalent`), so one is enough.
   *
   * @default ['v1']
   */
  readonly apiVersions?: string[];

  /** Resources, by their plural: `pods`, `deployments`, `pods/exec`. */
  readonly resources: string[];

  /**
   * What is done to them.
   *
   * @default - create and update
   */
  readonly operations?: WebhookOperation[];
}

/** When the API server asks a webhook, and what it does without an answer. */
export interface WebhookProps {
  /** The path on the server, such as `/validate`. */
  readonly path: string;

  /** Which requests it is asked about: at least one rule. */
  readonly rules: WebhookRule[];

  /**
   * Labels of the namespaces that it is asked about.
   *
   * @default - all but `kube-system` and its own
   */
  readonly namespaceLabels?: { [label: string]: string };

  /**
   * Namespaces that it is not asked about, besides `kube-system` and its own: those of what it needs to start, such as its certificate's issuer.
   *
   * @default - no others
   */
  readonly exemptNamespaces?: string[];

  /**
   * How long the API server waits for it: whole seconds, 1 to 30. Every request waits as long where it does not answer.
   *
   * @default Duration.seconds(5)
   */
  readonly timeout?: Duration;

  /**
   * Whether requests go through where it does not answer. The verifier finds it: `admission-fails-closed`.
   *
   * @default false
   */
  readonly failOpen?: boolean;
}

/** How the API server reaches a server of webhooks, and knows it. Exactly one of `issuer` and `caBundle` must be given. */
export interface WebhookServerProps {
  /**
   * Who signs its certificate. The CA injector of cert-manager then tells the API server the authority.
   *
   * @default - the server has a certificate already: give `caBundle`
   */
  readonly issuer?: Issuer;

  /**
   * The authority of the certificate that the server has already (PEM).
   *
   * @default - an issuer makes one
   */
  readonly caBundle?: string;

  /**
   * The port of its containers that answers with TLS.
   *
   * @default - the only one that it serves
   */
  readonly port?: number;

  /**
   * The directory in which containers find the `tls.crt` and `tls.key` of an issuer.
   *
   * @default '/etc/webhook/certificates'
   */
  readonly mountPath?: string;

  /**
   * The containers that need them.
   *
   * @default - all that the workload has now
   */
  readonly containers?: kplus.Container[];
}
