import { Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { ServerCertificate } from './server-certificate';
import { Through } from './through';

/** Pods of a gateway that somebody has installed. */
export interface GatewayPods {
  /** The namespace they are in. */
  readonly namespace: string;

  /** Labels that select them there. */
  readonly labels: { readonly [label: string]: string };

  /**
   * The name of their service account: their identity in a mesh.
   *
   * @default - they are in no mesh
   */
  readonly serviceAccount?: string;
}

/** How requests from outside are taken. */
export interface GatewayProps {
  /**
   * By which objects.
   *
   * @default Through.GATEWAY_API
   */
  readonly through?: Through;

  /**
   * The class: who makes the gateway (`gatewayClassName`, or `ingressClassName` of an Ingress).
   *
   * @default - the `gatewayClass` of the Platform
   */
  readonly className?: string;

  /**
   * By what clients know its hosts.
   *
   * @default - what each `expose` says
   */
  readonly certificate?: ServerCertificate;

  /**
   * Its pods, where they are not made for it in the namespace of its tenant.
   *
   * @default - those that the class is known to make, or to be installed with
   */
  readonly pods?: GatewayPods;

  /**
   * Addresses that its requests come from, where it has no pods in the cluster, such as the load balancer of a cloud.
   *
   * @default - those that the class is known for
   */
  readonly cidrs?: string[];

  /**
   * How many pods there are at least, where they are made for it.
   *
   * @default 2
   */
  readonly minReplicas?: number;

  /**
   * How many pods there are at most, where they are made for it: an autoscaler adds them as their CPU is used.
   *
   * @default 5
   */
  readonly maxReplicas?: number;

  /**
   * CPU that each pod requests.
   *
   * @default Cpu.millis(100)
   */
  readonly cpuRequest?: Cpu;

  /**
   * Memory that each pod requests, and may use at most.
   *
   * @default Size.mebibytes(512)
   */
  readonly memory?: Size;
}
