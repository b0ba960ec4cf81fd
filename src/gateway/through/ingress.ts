import { ApiObject } from 'cdk8s';
import { INGRESS_CLASSES } from './ingress-classes';
import { Routing } from './routing';
import { secretOf } from '../certificates';
import { nameOf } from '../exposure';

/** An Ingress for each exposure, in its namespace. Every controller has its own annotations, and what it does without them is its own too. */
export const ingressRouting: Routing = {
  makeGateway: () => undefined,
  makeRoute: (gateway, exposure) => {
    const { className } = gateway;
    const { construct, host, paths, service, servicePort } = exposure;
    const name = nameOf(exposure);
    const backend = { service: { name: service, port: { number: servicePort } } };
    const object = new ApiObject(construct, `Route-${name}`, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: {
        name,
        // Those who serve plain HTTP unless they are told not to, such as that of Google Cloud, understand the first.
        annotations: { 'kubernetes.io/ingress.allow-http': 'false', ...INGRESS_CLASSES[className]?.annotations },
      },
      spec: {
        ingressClassName: className,
        tls: [{ hosts: [host], secretName: secretOf(gateway, host) }],
        rules: [{ host, http: { paths: paths.map(path => ({ path, pathType: 'Prefix', backend })) } }],
      },
    });
    return { object, name };
  },
  cannot: ({ tenant, construct }, exposure) => exposure.tenant !== tenant
    ? `an Ingress finds its certificate in its own namespace, and ${construct.node.path} is of another tenant: use Through.GATEWAY_API`
    : exposure.grpc ? 'an Ingress does not say that it leads to gRPC: use Through.GATEWAY_API' : undefined,
  implementationOf: className => Object.hasOwn(INGRESS_CLASSES, className) ? INGRESS_CLASSES[className] : undefined,
};
