import { Rule } from '../rule';

/** Where proxies of Istio get their identity and configuration. */
export const ISTIO_CONTROL_PLANE: Rule = {
  peers: [{
    namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'istio-system' } },
    podSelector: { matchLabels: { app: 'istiod' } },
  }],
  ports: [{ number: 15012, protocol: 'TCP' }],
};
