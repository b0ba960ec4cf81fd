import { ApiObject } from 'cdk8s';
import { GatewayInfrastructure } from '../../crds/gateway-api';
import { JsonObject } from '../../inventory/manifest';
import { Entity, Rule } from '../../network/rule';
import { Exposure } from '../exposure';
import { GatewayFacts } from '../gateway-facts';
import { GatewayPods } from '../gateway-props';

/** What leads requests to an exposure. */
export interface Route {
  readonly object: ApiObject;

  /** What Istio calls it when it tells Envoy. */
  readonly name: string;
}

/** The pods that an implementation makes for a gateway in the namespace of its tenant. */
export interface ManagedPods {
  readonly matchLabels: { readonly [label: string]: string };
  readonly serviceAccount: string;

  /** What they must reach besides workloads: their own control plane. */
  readonly egress: readonly Rule[];

  /** The objects that will be there, as far as the quota and the limits of a tenant count them. */
  readonly objects: () => readonly JsonObject[];
}

/** A program that makes gateways. What is left out it cannot. */
export interface Implementation {
  /** As people call it. */
  readonly name: string;

  /** The pods that it makes beside the Gateway. */
  readonly pods?: (gateway: GatewayFacts) => ManagedPods;

  /** How these pods are made. */
  readonly infrastructure?: (gateway: GatewayFacts) => GatewayInfrastructure;

  /** Pods that it is installed with, in a namespace of their own. */
  readonly installed?: (gateway: GatewayFacts) => GatewayPods;

  /** Where requests come from, where it has no pods. */
  readonly cidrs?: readonly string[];

  /** What requests come from, where it is a part of Cilium. */
  readonly entity?: Entity;

  /** Makes those objects that are missing by which an exposure lets in those who may. Called for each, without authentication too. */
  readonly authorize?: (gateway: GatewayFacts, exposure: Exposure, route: Route) => void;

  /** What keeps an exposure from being authenticated, or limited, as it asks for; or nothing. */
  readonly cannot: (gateway: GatewayFacts, exposure: Exposure) => string | undefined;

  /** Makes those objects that are missing by which requests are limited. */
  readonly limit?: (gateway: GatewayFacts, exposure: Exposure, route: Route) => void;
}
