import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Control } from '../control';
import { Subject } from '../subject';

/** From every namespace anybody puts a route beside those of others, for the same host. */
export const gatewayAllowedRoutes = new Control({
  id: 'gateway-allowed-routes',
  title: 'A Gateway says whose routes it takes',
  recommendation: '5.4',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.listeners',
  kinds: ['gateway.networking.k8s.io/Gateway'],
  expression: 'object.?spec.?listeners.orValue([]).all(listener, listener.?allowedRoutes.?namespaces.?from.orValue("Same") != "All")',
  message: 'every namespace takes traffic from it, also that of the hosts of others',
  remediation: 'set allowedRoutes.namespaces.from to Same, or to Selector with a label',
  references: [Nsa.NETWORK_POLICY],
});
