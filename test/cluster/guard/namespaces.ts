import { Client, Manifest } from '../client';

/** Labels by which a namespace is a tenant's. Pod Security lets everything through, so that only our policies speak. */
const LABELS = {
  'cdk8s-bulwark/tenant': 'shop',
  'cdk8s-bulwark/owner': 'team-shop',
  'cdk8s-bulwark/environment': 'dev',
  'cdk8s-bulwark/sensitivity': 'internal',
  'pod-security.kubernetes.io/enforce': 'privileged',
};

/** Makes namespaces what the guard selects, with accounts for their pods. Before a guard is there: it would ask more of them. */
export async function makeTenants(client: Client, names: Iterable<string>, accounts: readonly string[]): Promise<void> {
  await Promise.all([...names].map(async name => {
    const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels: LABELS } };
    await client.apply(namespace);
    for (const account of accounts) {
      await client.apply({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: account, namespace: name } });
    }
  }));
}

/** Takes the labels from namespaces that are Kubernetes' own, and the others away: the next test may want one of the same name. */
export async function endTenants(client: Client, names: Iterable<string>): Promise<void> {
  const none = Object.fromEntries(Object.keys(LABELS).map(label => [label, null]));
  await Promise.all([...names].map(name => {
    const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
    return name === 'default' || name.startsWith('kube-') ? client.patch(namespace, { metadata: { labels: none } }) : client.vanish(namespace);
  }));
}
