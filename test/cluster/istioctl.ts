import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { Manifest } from './client';
import { podOf } from './pod';
import { program } from './programs';

/** What the analyzers of istioctl say of objects, each as `IST0127 Warning AuthorizationPolicy shop/web: …`. */
export function analyze(objects: readonly Manifest[]): string[] {
  const file = join(mkdtempSync(join(tmpdir(), 'bulwark-istioctl-')), 'app.yaml');
  writeFileSync(file, Yaml.stringify(...objects, ...podsOf(objects)));
  const { error, status, stdout, stderr } = spawnSync(program('istioctl'), [file], { encoding: 'utf8', env: { ...process.env, KUBECONFIG: '/dev/null' } });
  if (error !== undefined || status !== 0) {
    throw error ?? new Error(`istioctl did not judge: ${stderr}`);
  }
  const { messages, executed } = JSON.parse(stdout) as { messages: readonly Message[] | null; executed: readonly string[] };
  // It leaves out what it has no input for: then nothing is found.
  expect(executed).toEqual(expect.arrayContaining(['auth.AuthorizationPoliciesAnalyzer', 'gateway.SecretAnalyzer', 'telemetry.DefaultSelectorAnalyzer']));
  return (messages ?? []).map(({ code, level, origin = '', message }) => `${code} ${level} ${origin}: ${message}`).sort();
}

interface Message {
  readonly code: string;
  readonly level: string;
  readonly origin?: string;
  readonly message: string;
}

/** What Kubernetes and Istio make of workloads: it asks what pods there are, and whether they are in the mesh. */
function podsOf(objects: readonly Manifest[]): Manifest[] {
  const modes = new Map(objects.filter(({ kind }) => kind === 'Namespace').map(({ metadata: { name, labels = {} } }) =>
    [name, labels['istio.io/dataplane-mode'] === 'ambient' ? 'ambient' : labels['istio-injection'] === 'enabled' ? 'sidecar' : undefined]));
  return objects.flatMap(object => {
    const pod = podOf(object);
    const mode = modes.get(object.metadata.namespace!);
    if (pod === undefined || mode === undefined) {
      return [];
    }
    const { metadata, spec } = pod;
    return [{
      ...pod,
      metadata: { ...metadata, annotations: { ...metadata.annotations, ...mode === 'ambient' ? { 'ambient.istio.io/redirection': 'enabled' } : {} } },
      spec: mode === 'ambient' ? spec : { ...spec, initContainers: [...spec.initContainers ?? [], { name: 'istio-proxy', image: 'docker.io/istio/proxyv2:1.30.3', restartPolicy: 'Always' }] },
    }];
  });
}
