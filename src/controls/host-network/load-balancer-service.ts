import { Severity } from '../../model/severity';
import { Control } from '../control';
import { Subject } from '../subject';

/** Each load balancer is a way in beside the gateway, and is paid for. */
export const loadBalancerService = new Control({
  id: 'load-balancer-service',
  title: 'Services ask for no load balancer of their own',
  recommendation: '4.1',
  severity: Severity.LOW,
  subject: Subject.OBJECT,
  field: 'spec.type',
  kinds: ['Service'],
  expression: 'object.spec.?type.orValue("ClusterIP") != "LoadBalancer"',
  message: 'it has an address outside of the cluster, past the gateway',
  remediation: 'use ClusterIP behind a gateway',
  references: [],
});
