/** An independent reading of synthesized manifests: who reaches whom, by NetworkPolicies and the mesh together. It shares nothing with src. */

type Labels = Record<string, string>;

export interface Pod {
  readonly id: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly serviceAccount: string;
}

export interface Flow {
  readonly port: number;
  readonly protocol: string;
}

const TEMPLATES: Record<string, (object: any) => any> = {
  Deployment: ({ spec }) => spec.template,
  StatefulSet: ({ spec }) => spec.template,
  DaemonSet: ({ spec }) => spec.template,
  Job: ({ spec }) => spec.template,
  CronJob: ({ spec }) => spec.jobTemplate.spec.template,
};

/** The port on the wire between two pods of one mesh. */
const TUNNELS: Record<string, number> = { ambient: 15008, linkerd: 4143 };

export class Cluster {
  public readonly pods: Pod[];
  private readonly byKind = new Map<string, any[]>();

  public constructor(manifests: readonly any[], extra: readonly Pod[] = []) {
    for (const object of manifests) {
      const key = `${object.apiVersion.split('/').slice(0, -1).join('/')}/${object.kind}`;
      this.byKind.set(key, [...this.byKind.get(key) ?? [], object]);
    }
    this.pods = [
      ...manifests.filter(({ kind }) => kind in TEMPLATES).map(object => {
        const { metadata, spec } = TEMPLATES[object.kind](object);
        return {
          id: `${object.kind}/${object.metadata.name}`,
          namespace: object.metadata.namespace ?? 'default',
          labels: metadata.labels,
          serviceAccount: spec.serviceAccountName ?? 'default',
        };
      }),
      ...extra,
    ];
  }

  public pod(namespace: string, id: string): Pod {
    const found = this.pods.filter(pod => pod.namespace === namespace && pod.id === id);
    if (found.length !== 1) {
      throw new Error(`there are ${found.length} pods ${namespace}/${id}`);
    }
    return found[0];
  }

  public reaches(client: Pod, server: Pod, { port, protocol }: Flow): boolean {
    const mesh = this.mesh(server);
    const together = protocol === 'TCP' && mesh !== undefined && this.mesh(client) === mesh;
    const wire = together ? TUNNELS[mesh] ?? port : port;
    return this.policiesLet(client, server, { port: wire, protocol })
      && (protocol !== 'TCP' || mesh === undefined || this.meshLets(mesh, together ? client : undefined, server, port));
  }

  /** What NetworkPolicies alone say. */
  public policiesLet(client: Pod, server: Pod, flow: Flow): boolean {
    return this.halfLets('Egress', client, server, flow) && this.halfLets('Ingress', client, server, flow);
  }

  /** What the policies of one side say. */
  public halfLets(half: 'Egress' | 'Ingress', client: Pod, server: Pod, flow: Flow): boolean {
    const [self, other] = half === 'Egress' ? [client, server] : [server, client];
    return this.passes(self, half, flow, peer => this.isPod(peer, other, self.namespace));
  }

  /** Whether a pod may reach an IPv4 address. */
  public reachesAddress(client: Pod, address: string, flow: Flow): boolean {
    return this.passes(client, 'Egress', flow, ({ ipBlock }) =>
      ipBlock !== undefined && within(address, ipBlock.cidr) && !(ipBlock.except ?? []).some((cidr: string) => within(address, cidr)));
  }

  public reachedFromAddress(server: Pod, address: string, flow: Flow): boolean {
    return this.passes(server, 'Ingress', flow, ({ ipBlock }) => ipBlock !== undefined && within(address, ipBlock.cidr));
  }

  private passes(pod: Pod, direction: 'Ingress' | 'Egress', { port, protocol }: Flow, isPeer: (peer: any) => boolean): boolean {
    const policies = this.in(pod.namespace, 'networking.k8s.io/NetworkPolicy')
      .filter(({ spec }) => spec.policyTypes.includes(direction) && matches(spec.podSelector, pod.labels));
    const [rules, peers] = direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
    return policies.length === 0 || policies.flatMap(({ spec }) => spec[rules] ?? []).some(rule =>
      ((rule[peers] ?? []).length === 0 || rule[peers].some(isPeer))
      && ((rule.ports ?? []).length === 0 || rule.ports.some((each: any) => (each.protocol ?? 'TCP') === protocol && (each.port ?? port) === port)));
  }

  private isPod({ podSelector, namespaceSelector, ipBlock }: any, pod: Pod, namespaceOfPolicy: string): boolean {
    return ipBlock === undefined
      && (namespaceSelector === undefined ? pod.namespace === namespaceOfPolicy : matches(namespaceSelector, this.namespace(pod.namespace).labels))
      && (podSelector === undefined || matches(podSelector, pod.labels));
  }

  private mesh(pod: Pod): string | undefined {
    const { labels, annotations } = this.namespace(pod.namespace);
    return labels['istio.io/dataplane-mode'] ?? (labels['istio-injection'] === 'enabled' ? 'sidecar' : undefined)
      ?? (annotations['linkerd.io/inject'] === 'enabled' ? 'linkerd' : undefined);
  }

  /** @param client a client in the mesh, or nothing where it talks plain text */
  private meshLets(mesh: string, client: Pod | undefined, server: Pod, port: number): boolean {
    return mesh === 'linkerd' ? this.linkerdLets(client, server, port) : this.istioTakes(client, server, port) && this.istioLets(client, server, port);
  }

  private istioTakes(client: Pod | undefined, server: Pod, port: number): boolean {
    const all = this.in(server.namespace, 'security.istio.io/PeerAuthentication').filter(({ spec }) => matches(spec.selector ?? {}, server.labels));
    const { spec } = all.find(each => each.spec.selector !== undefined) ?? all[0];
    return client !== undefined || (spec.portLevelMtls?.[port] ?? spec.mtls).mode === 'PERMISSIVE';
  }

  private istioLets(client: Pod | undefined, server: Pod, port: number): boolean {
    const principal = client && `cluster.local/ns/${client.namespace}/sa/${client.serviceAccount}`;
    const is = (pattern: string) => principal !== undefined && (pattern === '*' || pattern === principal);
    const policies = this.in(server.namespace, 'security.istio.io/AuthorizationPolicy')
      // One with targets is about these alone, which are gateways.
      .filter(({ spec }) => (spec.action ?? 'ALLOW') === 'ALLOW' && spec.targetRefs === undefined && matches(spec.selector ?? {}, server.labels));
    return policies.length === 0 || policies.flatMap(({ spec }) => spec.rules ?? []).some(({ from, to }: any) =>
      (from === undefined || from.some(({ source: { principals, notPrincipals, namespaces } }: any) =>
        (principals === undefined || principals.some(is)) && !(notPrincipals ?? []).some(is)
        && (namespaces === undefined || client !== undefined && namespaces.includes(client.namespace))))
      && (to === undefined || to.some(({ operation: { ports } }: any) => ports === undefined || ports.includes(String(port)))));
  }

  private linkerdLets(client: Pod | undefined, server: Pod, port: number): boolean {
    const servers = this.in(server.namespace, 'policy.linkerd.io/Server')
      .filter(({ spec }) => spec.port === port && matches(spec.podSelector, server.labels));
    if (servers.length === 0) {
      return this.namespace(server.namespace).annotations['config.linkerd.io/default-inbound-policy'] !== 'deny';
    }
    expect(servers).toHaveLength(1);
    return this.in(server.namespace, 'policy.linkerd.io/AuthorizationPolicy')
      .filter(({ spec: { targetRef } }) => targetRef.kind === 'Server' && targetRef.name === servers[0].metadata.name)
      .some(({ spec }) => spec.requiredAuthenticationRefs.every(({ kind, name }: any) => this.linkerdAuthenticates(client, server, kind, name)));
  }

  private linkerdAuthenticates(client: Pod | undefined, server: Pod, kind: string, name: string): boolean {
    const { spec } = this.in(server.namespace, `policy.linkerd.io/${kind}`).find(({ metadata }) => metadata.name === name);
    if (kind === 'NetworkAuthentication') {
      return spec.networks.some(({ cidr }: any) => cidr === '0.0.0.0/0');
    }
    // The policy controller ignores one that authenticates nobody.
    expect(spec.identityRefs.length).toBeGreaterThan(0);
    return client !== undefined && spec.identityRefs.some((reference: any) => reference.kind === 'Namespace' ? reference.name === client.namespace :
      reference.kind === 'ServiceAccount' && reference.name === client.serviceAccount && (reference.namespace ?? server.namespace) === client.namespace);
  }

  private in(namespace: string, kind: string): any[] {
    return (this.byKind.get(kind) ?? []).filter(({ metadata }) => (metadata.namespace ?? 'default') === namespace);
  }

  private namespace(name: string): { labels: Labels; annotations: Labels } {
    const { metadata = {} } = (this.byKind.get('/Namespace') ?? []).find(each => each.metadata.name === name) ?? {};
    return { labels: { 'kubernetes.io/metadata.name': name, ...metadata.labels }, annotations: metadata.annotations ?? {} };
  }
}

function matches(selector: any, labels: Labels): boolean {
  expect(Object.keys(selector).filter(key => key !== 'matchLabels')).toEqual([]);
  return Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
}

function within(address: string, cidr: string): boolean {
  const [block, length] = cidr.split('/');
  if (block.includes(':')) {
    return false;
  }
  const bits = (text: string) => text.split('.').map(byte => Number(byte).toString(2).padStart(8, '0')).join('').slice(0, Number(length));
  return bits(address) === bits(block);
}
