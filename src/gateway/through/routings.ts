import { gatewayApi } from './gateway-api';
import { ingressRouting } from './ingress';
import { istioRouting } from './istio';
import { Routing } from './routing';
import { Through } from '../through';

export const ROUTINGS: { readonly [through in Through]: Routing } = {
  [Through.GATEWAY_API]: gatewayApi,
  [Through.ISTIO]: istioRouting,
  [Through.INGRESS]: ingressRouting,
};
