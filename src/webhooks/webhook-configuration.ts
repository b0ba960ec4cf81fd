import { ApiObject, Duration } from 'cdk8s';
import { Construct } from 'constructs';
import { WebhookOperation, WebhookProps } from './webhook-props';

/** The two kinds of configurations, and what the second has besides: it may be asked again after others have changed the object. */
const MORE = { ValidatingWebhookConfiguration: {}, MutatingWebhookConfiguration: { reinvocationPolicy: 'IfNeeded' } };

const TIMEOUT = Duration.seconds(5);
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const PATH = /^\/[A-Za-z0-9._~/-]*$/;

/** The server that a configuration is about, as the API server finds it. */
export interface WebhookService {
  readonly name: string;
  readonly namespace: string;

  /** In base 64; or nothing, where the CA injector writes it. */
  readonly caBundle?: string;
  readonly annotations?: { readonly [annotation: string]: string };
}

/** Makes the configuration of a webhook. It is an object of the cluster: its name has the namespace in it. */
export function makeConfiguration(scope: Construct, id: string, kind: keyof typeof MORE, service: WebhookService, props: WebhookProps): void {
  const { path, rules, namespaceLabels, exemptNamespaces = [], timeout = TIMEOUT, failOpen = false } = props;
  const { name, namespace, caBundle, annotations } = service;
  check(`${scope.node.path}/${id}`, id, props, timeout);
  // It could not start where its own pods, or what the cluster needs to start them, waited for it.
  const spared = [...new Set(['kube-system', namespace, ...exemptNamespaces])];
  new ApiObject(scope, id, {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind,
    metadata: { name: `${id}.${name}.${namespace}`, annotations },
    webhooks: [{
      name: `${id}.${name}.${namespace}.svc`,
      clientConfig: { service: { name, namespace, path, port: 443 }, caBundle },
      rules: rules.map(rule => ({
        apiGroups: rule.apiGroups,
        apiVersions: rule.apiVersions ?? ['v1'],
        resources: rule.resources,
        operations: rule.operations ?? [WebhookOperation.CREATE, WebhookOperation.UPDATE],
      })),
      namespaceSelector: { matchLabels: namespaceLabels, matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: spared }] },
      failurePolicy: failOpen ? 'Ignore' : 'Fail',
      matchPolicy: 'Equivalent',
      sideEffects: 'None',
      timeoutSeconds: timeout.toSeconds(),
      admissionReviewVersions: ['v1'],
      ...MORE[kind],
    }],
  });
}

function check(where: string, id: string, { path, rules }: WebhookProps, timeout: Duration): void {
  if (!LABEL.test(id)) {
    throw new Error(`${where}: "${id}" is the first part of a DNS name: give 1 to 63 lower-case letters, digits or "-"`);
  }
  if (!PATH.test(path)) {
    throw new Error(`${where}: "${path}" is not a path of a webhook: give one that begins with "/", such as /validate`);
  }
  const lists = rules.flatMap(({ apiGroups, resources, apiVersions, operations }) => [apiGroups, resources, apiVersions, operations]);
  if (rules.length === 0 || lists.some(list => list?.length === 0)) {
    throw new Error(`${where}: nothing says what it is asked about: give rules with API groups and resources`);
  }
  const seconds = timeout.toMilliseconds() / 1000;
  if (!Number.isInteger(seconds) || seconds < 1 || seconds > 30) {
    throw new Error(`${where}: the API server waits 1 to 30 whole seconds for a webhook, not ${seconds}: give such a timeout`);
  }
}
