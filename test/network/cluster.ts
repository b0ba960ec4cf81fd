/** An independent reading of synthesized manifests: who reaches whom, by NetworkPolicies and the mesh together. It shares nothing with src. */

type Labels = Record<string, string>;

export interface Pod {
  readonly id: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly serviceAccount: string;
}

export interface Request {
  readonly method: string;
  readonly path: string;
}

export interface Flow {
  readonly port: number;
  readonly protocol: string;

  /** What is sent; where it is left out, something that is no request. */
  readonly request?: Request;
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
      ...manifests.filter(({ kind, spec }) => kind === 'Gateway' && spec.gatewayClassName === 'istio-waypoint').map(({ metadata: { name, namespace }, spec }) => ({
        id: `Gateway/${name}`, namespace, labels: { ...spec.infrastructure.labels, 'gateway.networking.k8s.io/gateway-name': name }, serviceAccount: name,
      })),
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

  public reaches(client: Pod, server: Pod, flow: Flow): boolean {
    const { port, protocol } = flow;
    const mesh = this.mesh(server);
    const together = protocol === 'TCP' && mesh !== undefined && this.mesh(client) === mesh;
    const wire = together ? TUNNELS[mesh] ?? port : port;
    return this.policiesLet(client, server, { ...flow, port: wire })
      && (protocol !== 'TCP' || mesh === undefined || this.meshLets(mesh, together ? client : undefined, server, flow))
      || together && mesh === 'ambient' && this.servicesOf(server, port).some(({ service, port: asked }) =>
        this.passesWaypoint(client, server, service, { ...flow, port: asked }, port));
  }

  /** The Services that lead to a port of a pod, and by which port of theirs. */
  private servicesOf(server: Pod, target: number): { service: any; port: number }[] {
    return this.in(server.namespace, '/Service').filter(({ spec }) => spec.clusterIP !== 'None' && matches({ matchLabels: spec.selector }, server.labels))
      .flatMap(service => service.spec.ports.filter(({ port, targetPort = port, protocol = 'TCP' }: any) => protocol === 'TCP' && targetPort === target)
        .map(({ port }: any) => ({ service, port })));
  }

  /** What is sent to a Service with a waypoint goes there first, and comes to the pod from it. */
  private passesWaypoint(client: Pod, server: Pod, { metadata }: any, flow: Flow, target: number): boolean {
    const name = metadata.labels?.['istio.io/use-waypoint'];
    const tunnel = { port: TUNNELS.ambient, protocol: 'TCP' };
    if (name === undefined) {
      return false;
    }
    const waypoint = this.pod(server.namespace, `Gateway/${name}`);
    const policies = this.in(server.namespace, 'security.istio.io/AuthorizationPolicy')
      .filter(({ spec }) => spec.targetRefs?.some((each: any) => each.kind === 'Service' && each.name === metadata.name));
    return this.policiesLet(client, waypoint, tunnel) && this.policiesLet(waypoint, server, tunnel)
      && (policies.length === 0 || isAllowed(policies, client, flow, true))
      && this.istioLets(waypoint, server, { ...flow, port: target }, false);
  }

  /** What NetworkPolicies alone say. */
  public policiesLet(client: Pod, server: Pod, flow: Flow): boolean {
    return this.halfLets('Egress', client, server, flow) && this.halfLets('Ingress', client, server, flow);
  }

  /** What the policies of one side say. */
  public halfLets(half: 'Egress' | 'Ingress', client: Pod, server: Pod, flow: Flow): boolean {
    const [self, other] = half === 'Egress' ? [client, server] : [server, client];
    return this.passes(self, half, flow, peer => this.isPod(peer, other, self.namespace), rule => this.isEndpoint(rule, other, self.namespace));
  }

  /** Whether both sides have Cilium ask who the other one is: one rule that asks is enough to it, and none that does not is wanted. */
  public authenticates(client: Pod, server: Pod, flow: Flow): boolean {
    const rules = ([['Egress', client, server], ['Ingress', server, client]] as const)
      .map(([half, self, other]) => this.ciliumRules(self, half, flow).filter(rule => this.isEndpoint(rule, other, self.namespace)));
    return rules.every(all => all.length > 0 && all.every(({ authentication }) => authentication?.mode === 'required'));
  }

  /** Whether a pod may reach an IPv4 address. */
  public reachesAddress(client: Pod, address: string, flow: Flow): boolean {
    const isIn = ({ cidr, except = [] }: any) => within(address, cidr) && !except.some((hole: string) => within(address, hole));
    return this.passes(client, 'Egress', flow, ({ ipBlock }) => ipBlock !== undefined && isIn(ipBlock), ({ toCIDRSet = [] }) => toCIDRSet.some(isIn));
  }

  public reachedFromAddress(server: Pod, address: string, flow: Flow): boolean {
    return this.passes(server, 'Ingress', flow, ({ ipBlock }) => ipBlock !== undefined && within(address, ipBlock.cidr),
      ({ fromCIDRSet = [] }) => fromCIDRSet.some(({ cidr }: any) => within(address, cidr)));
  }

  private passes(
    pod: Pod, direction: 'Ingress' | 'Egress', flow: Flow, isPeer: (peer: any) => boolean, namesPeer: (ciliumRule: any) => boolean,
  ): boolean {
    const { port, protocol } = flow;
    const policies = this.in(pod.namespace, 'networking.k8s.io/NetworkPolicy')
      .filter(({ spec }) => spec.policyTypes.includes(direction) && matches(spec.podSelector, pod.labels));
    const [rules, peers] = direction === 'Ingress' ? ['ingress', 'from'] : ['egress', 'to'];
    // What one or the other lets through, comes through.
    return policies.length === 0 && this.ciliumPolicies(pod).length === 0 || policies.flatMap(({ spec }) => spec[rules] ?? []).some(rule =>
      ((rule[peers] ?? []).length === 0 || rule[peers].some(isPeer))
      && ((rule.ports ?? []).length === 0 || rule.ports.some((each: any) => (each.protocol ?? 'TCP') === protocol && (each.port ?? port) === port)))
      || this.ciliumRules(pod, direction, flow).some(namesPeer);
  }

  private ciliumPolicies(pod: Pod): any[] {
    return this.in(pod.namespace, 'cilium.io/CiliumNetworkPolicy').filter(({ spec }) => this.isSelected(spec.endpointSelector, pod, pod.namespace));
  }

  /** The rules about pods that are about a port, and let through what is asked for there. */
  private ciliumRules(pod: Pod, direction: 'Ingress' | 'Egress', { port, protocol, request }: Flow): any[] {
    const isFull = (pattern: string | undefined, text: string) => pattern === undefined || new RegExp(`^(?:${pattern})$`).test(text);
    const isAsked = ({ method, path }: any) => request !== undefined && isFull(method, request.method) && isFull(path, request.path);
    // An empty rule isolates only.
    return this.ciliumPolicies(pod).flatMap(({ spec }) => spec[direction.toLowerCase()]).filter(rule => Object.keys(rule).length > 0)
      .filter(({ toPorts }) => toPorts === undefined || toPorts.some(({ ports, rules }: any) =>
        ports.some((each: any) => each.port === String(port) && each.protocol === protocol)
        && (rules?.http === undefined || rules.http.some(isAsked))));
  }

  /** Whether a rule of Cilium names a pod, or everybody. */
  private isEndpoint({ toPorts: _, authentication: __, ...peers }: any, pod: Pod, namespaceOfPolicy: string): boolean {
    const selectors = peers.fromEndpoints ?? peers.toEndpoints ?? [];
    return Object.keys(peers).length === 0 || selectors.some((selector: any) => this.isSelected(selector, pod, namespaceOfPolicy));
  }

  private isSelected(selector: any, pod: Pod, namespaceOfPolicy: string): boolean {
    const ofNamespace = Object.entries(this.namespace(pod.namespace).labels).map(([label, value]) => [`k8s:io.cilium.k8s.namespace.labels.${label}`, value]);
    const labels = {
      ...Object.fromEntries([...ofNamespace, ...Object.entries(pod.labels).map(([label, value]) => [`k8s:${label}`, value])]),
      'k8s:io.kubernetes.pod.namespace': pod.namespace,
      'k8s:io.cilium.k8s.policy.serviceaccount': pod.serviceAccount,
    };
    const namesNamespace = Object.keys(selector.matchLabels ?? {}).some(label => /^k8s:io\.(kubernetes\.pod\.namespace|cilium\.k8s\.namespace)/.test(label));
    return (namesNamespace || pod.namespace === namespaceOfPolicy) && matches(selector, labels);
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
  private meshLets(mesh: string, client: Pod | undefined, server: Pod, flow: Flow): boolean {
    return mesh === 'linkerd' ? this.linkerdLets(client, server, flow)
      : this.istioTakes(client, server, flow.port) && this.istioLets(client, server, flow, mesh === 'sidecar');
  }

  private istioTakes(client: Pod | undefined, server: Pod, port: number): boolean {
    const all = this.in(server.namespace, 'security.istio.io/PeerAuthentication').filter(({ spec }) => matches(spec.selector ?? {}, server.labels));
    const { spec } = all.find(each => each.spec.selector !== undefined) ?? all[0];
    return client !== undefined || (spec.portLevelMtls?.[port] ?? spec.mtls).mode === 'PERMISSIVE';
  }

  private istioLets(client: Pod | undefined, server: Pod, flow: Flow, readsRequests: boolean): boolean {
    const policies = this.in(server.namespace, 'security.istio.io/AuthorizationPolicy')
      // One with targets is about these alone, which are gateways, or Services with a waypoint.
      .filter(({ spec }) => (spec.action ?? 'ALLOW') === 'ALLOW' && spec.targetRefs === undefined && matches(spec.selector ?? {}, server.labels));
    return policies.length === 0 || isAllowed(policies, client, flow, readsRequests);
  }

  private linkerdLets(client: Pod | undefined, server: Pod, { port, request }: Flow): boolean {
    const servers = this.in(server.namespace, 'policy.linkerd.io/Server')
      .filter(({ spec }) => spec.port === port && matches(spec.podSelector, server.labels));
    if (servers.length === 0) {
      return this.namespace(server.namespace).annotations['config.linkerd.io/default-inbound-policy'] !== 'deny';
    }
    expect(servers).toHaveLength(1);
    const { name } = servers[0].metadata;
    const isAuthorized = (kind: string, target: string) => this.in(server.namespace, 'policy.linkerd.io/AuthorizationPolicy')
      .filter(({ spec: { targetRef } }) => targetRef.kind === kind && targetRef.name === target)
      .some(({ spec }) => spec.requiredAuthenticationRefs.every((each: any) => this.linkerdAuthenticates(client, server, each.kind, each.name)));
    const routes = this.in(server.namespace, 'policy.linkerd.io/HTTPRoute').filter(({ spec }) => spec.parentRefs.some((parent: any) => parent.name === name));
    const route = request && linkerdRoute(routes, request);
    // What is no request goes to no route.
    const isRouted = request === undefined || routes.length === 0 || route !== undefined;
    return isRouted && isAuthorized('Server', name) || route !== undefined && isAuthorized('HTTPRoute', route);
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

/** The route that a request goes to: that which matches the longest part of its path, then one that names its method. Their age must decide nothing. */
function linkerdRoute(routes: readonly any[], { method, path }: Request): string | undefined {
  const lengthOf = ({ type, value }: any = { type: 'PathPrefix', value: '/' }) => type === 'PathPrefix' && value === '/' ? 1
    : (type === 'Exact' ? value === path : type === 'RegularExpression' && new RegExp(`^(?:${value})$`).test(path)) ? path.length : 0;
  const found = routes.flatMap(({ metadata, spec }) => spec.rules.flatMap((rule: any) => rule.matches).map((match: any) => ({
    name: metadata.name,
    isOfMethod: [undefined, method].includes(match.method),
    path: lengthOf(match.path),
    namesMethod: Number(match.method !== undefined),
  }))).filter(each => each.isOfMethod && each.path > 0).map(each => ({ name: each.name, length: each.path + each.namesMethod / 2 }));
  const longest = Math.max(...found.map(({ length }) => length));
  const names = new Set<string>(found.filter(({ length }) => length === longest).map(({ name }) => name));
  expect(names.size).toBeLessThan(2);
  return [...names][0];
}

/** Whether policies of Istio let something through. A proxy that does not read requests meets no rule about them. */
function isAllowed(policies: readonly any[], client: Pod | undefined, { port, request }: Flow, readsRequests: boolean): boolean {
  const principal = client && `cluster.local/ns/${client.namespace}/sa/${client.serviceAccount}`;
  const is = (pattern: string) => principal !== undefined && (pattern === '*' || pattern === principal);
  const isOf = (path: string) => (pattern: string) => pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return policies.flatMap(({ spec }) => spec.rules ?? []).some(({ from, to }: any) =>
    (from === undefined || from.some(({ source: { principals, notPrincipals, namespaces } }: any) =>
      (principals === undefined || principals.some(is)) && !(notPrincipals ?? []).some(is)
      && (namespaces === undefined || client !== undefined && namespaces.includes(client.namespace))))
    && (to === undefined || to.some(({ operation: { ports, methods, paths } }: any) => (ports === undefined || ports.includes(String(port)))
      && (methods === undefined && paths === undefined || readsRequests && request !== undefined
        && (methods ?? [request.method]).includes(request.method) && (paths ?? [request.path]).some(isOf(request.path))))));
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
