import { ApiObject, Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { Policy } from './mesh/mesh';
import { policySpec } from './rule';

/** Makes a NetworkPolicy, which every network plugin that enforces some understands. It knows no names outside of the cluster. */
export function makeNetworkPolicy(scope: Construct, id: string, { name, annotations, matchLabels, ingress, egress }: Omit<Policy, 'hosts' | 'dns'>): ApiObject {
  return new ApiObject(scope, id, {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, annotations },
    spec: Lazy.any({ produce: () => policySpec(matchLabels, ingress(), egress()) }),
  });
}
