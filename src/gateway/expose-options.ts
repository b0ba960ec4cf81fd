import { Duration } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Authentication } from './authentication';
import { Gateway } from './gateway';
import { ServerCertificate } from './server-certificate';
import { Through } from './through';

/** What is spoken behind a Gateway. Outside it is HTTPS in any case. */
export enum RouteProtocol {
  HTTP = 'http',

  /** gRPC, which needs HTTP/2 all the way. */
  GRPC = 'grpc',
}

/** How many requests are let through. */
export interface RateLimit {
  /** How many, at most. */
  readonly requests: number;

  /**
   * In which time: a second, a minute or an hour.
   *
   * @default Duration.seconds(1)
   */
  readonly per?: Duration;
}

/** How a workload is reached from outside of the cluster. */
export interface ExposeOptions {
  /**
   * The port of its containers, not of a Service.
   *
   * @default - the one that they serve
   */
  readonly port?: number;

  /**
   * Beginnings of the paths that lead to it, part by part: `/api` is `/api/v1` too, and not `/apis`. With gRPC, names of services: `/shop.Cart`.
   *
   * @default ['/'] - every path
   */
  readonly paths?: string[];

  /**
   * Who may send requests (parts 4.2 and 17.1).
   *
   * @default - everybody: the verifier finds it (`route-authentication`), and somebody must acknowledge it
   */
  readonly authentication?: Authentication;

  /**
   * By what clients know the host. One host has one certificate.
   *
   * @default - that of the Gateway
   */
  readonly certificate?: ServerCertificate;

  /**
   * How many requests are let through, by each pod of the gateway, for the host. An implementation that cannot is an error when it is synthesized.
   *
   * @default - no limit
   */
  readonly rateLimit?: RateLimit;

  /**
   * What the containers speak on the port.
   *
   * @default RouteProtocol.HTTP
   */
  readonly protocol?: RouteProtocol;

  /**
   * The Gateway that takes the requests. One of another tenant must say `acceptFrom` too.
   *
   * @default - that of the tenant, which is made where there is none
   */
  readonly gateway?: Gateway;

  /**
   * By which objects, where the Gateway is made by this.
   *
   * @default Through.GATEWAY_API
   */
  readonly through?: Through;

  /**
   * A Service of the workload, with a port that leads to the one of its containers.
   *
   * @default - the one that was made with exposeViaService or is that of the StatefulSet; where there is none it is made
   */
  readonly service?: kplus.Service;
}
