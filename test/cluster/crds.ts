import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { CACHE, once } from './cache';
import { Client, Manifest } from './client';
import { inParallel } from './in-parallel';

/** Beside definitions of the Gateway API, which come from their own module. */
const ENVOY_GATEWAY = 'charts/gateway-helm/charts/crds/crds/generated';

/** Go modules that carry the definitions of custom resources, and the folders or files where they do. Versions are exact: not all are in every mirror. */
const MODULES: readonly (readonly [module: string, version: string, ...paths: string[]])[] = [
  ['github.com/backube/volsync', 'v0.16.0', 'config/crd/bases'],
  ['github.com/bitnami-labs/sealed-secrets', 'v0.40.0', 'helm/sealed-secrets/crds'],
  ['github.com/cert-manager/cert-manager', 'v1.21.2', 'deploy/crds'],
  ['github.com/cert-manager/trust-manager', 'v0.25.0', 'deploy/crds'],
  ['github.com/cilium/cilium', 'v1.20.2', 'pkg/k8s/apis/cilium.io/client/crds/v2'],
  ['github.com/envoyproxy/gateway', 'v1.9.1', ...['backendtrafficpolicies', 'securitypolicies'].map(name => `${ENVOY_GATEWAY}/gateway.envoyproxy.io_${name}.yaml`)],
  ['github.com/external-secrets/external-secrets', 'v1.3.2', 'config/crds/bases'],
  ['github.com/kedacore/keda/v2', 'v2.21.0', 'config/crd/bases'],
  ['github.com/kubernetes-csi/external-snapshotter/client/v8', 'v8.7.0', 'config/crd'],
  ['github.com/kyverno/kyverno', 'v1.19.1', 'config/crds/kyverno', 'config/crds/policies.kyverno.io'],
  ['github.com/openreports/reports-api', 'v0.2.1', 'config/crd'],
  ['github.com/prometheus-operator/prometheus-operator', 'v0.85.0', 'example/prometheus-operator-crd'],
  ['github.com/sigstore/policy-controller', 'v0.13.1', 'config'],
  ['github.com/vmware-tanzu/velero', 'v1.18.3', 'config/crd/v1/bases', 'config/crd/v2alpha1/bases'],
  ['istio.io/api', 'v1.31.4', 'kubernetes/customresourcedefinitions.gen.yaml'],
  ['k8s.io/autoscaler/vertical-pod-autoscaler', 'v1.8.1', 'deploy/vpa-v1-crd-gen.yaml'],
  ['sigs.k8s.io/gateway-api', 'v1.6.3', 'config/crd/standard'],
  ['sigs.k8s.io/kueue', 'v0.17.0', 'config/components/crd/bases'],
  ['sigs.k8s.io/secrets-store-csi-driver', 'v1.6.0', 'config/crd/bases'],
];

/** API groups whose definitions cannot be had from a Go module, and why. */
export const WITHOUT_DEFINITIONS: { readonly [group: string]: string } = {
  'policy.linkerd.io': 'of github.com/linkerd/linkerd2 the Go module proxy serves v0.5.0 of 2018 alone, which has none; what it has of newer commits it refuses',
  'cilium.io/v1alpha1': 'no module of Tetragon is served by the Go module proxy',
  'argoproj.io': 'Argo Rollouts keeps its definitions outside of its Go module',
  'config.kio.kasten.io': 'Kasten publishes no Go module',
  'gemini.fairwinds.com': 'Gemini publishes no Go module',
  'k8up.io': 'no module of K8up is served by the Go module proxy',
  'secrets.hashicorp.com': 'no module of the Vault Secrets Operator is served by the Go module proxy',
  'snapscheduler.backube': 'no module of SnapScheduler is served by the Go module proxy',
};

/** A folder of definitions that are had from elsewhere: `BULWARK_DEFINITIONS=folder npm run test:cluster`. */
const GIVEN = process.env.BULWARK_DEFINITIONS ?? join(__dirname, '../../../shared/cases/definitions');
const given: readonly Manifest[] = existsSync(GIVEN) ? definitionsIn(GIVEN, readdirSync(GIVEN)) : [];

/** Whether the API server is told what kind of object this is. */
export function isDefined({ apiVersion }: Pick<Manifest, 'apiVersion'>): boolean {
  return !Object.keys(WITHOUT_DEFINITIONS).some(group => apiVersion.startsWith(group)) || given.some(({ spec }) => apiVersion.startsWith(`${spec.group}/`));
}

/** Every definition, or those of one module, from the cache, or downloaded with the Go client, which verifies the checksum. */
export function definitions(only?: string): Manifest[] {
  const ofModules = MODULES.filter(([module]) => (only ?? module) === module).flatMap(([module, version, ...paths]) => {
    const file = once(join(CACHE, 'definitions', `${module.replaceAll('/', '_')}-${version}.json`), made => {
      const folder = download(`${module}@${version}`);
      const files = paths.flatMap(path => path.endsWith('.yaml') ? [path] : readdirSync(join(folder, path)).map(name => join(path, name)));
      const found = definitionsIn(folder, files);
      // Half of their size is prose, which the API server would read too.
      writeFileSync(made, JSON.stringify(found, (key, value) => key === 'description' && typeof value === 'string' ? undefined : value));
    });
    return JSON.parse(readFileSync(file, 'utf8')) as Manifest[];
  });
  return only === undefined ? [...ofModules, ...given] : ofModules;
}

function definitionsIn(folder: string, files: readonly string[]): Manifest[] {
  const texts = files.filter(name => name.endsWith('.yaml')).map(name => readFileSync(join(folder, name), 'utf8'));
  return texts.filter(text => text.includes('kind: CustomResourceDefinition')).flatMap(text => loadAll(text) as any[])
    .filter(object => object?.kind === 'CustomResourceDefinition');
}

/** Makes the API server know all of them. */
export async function install(client: Client): Promise<number> {
  const all = definitions();
  // All at once take longer than a request may, where two clusters start beside each other on a busy machine.
  await inParallel(all, async definition => {
    await client.apply(definition);
    await client.patch(definition, { status: established(definition) }, 'status');
  });
  await Promise.all(all.map(({ spec: { group, versions, names } }) => client.served(`${group}/${versions.find(({ served }: any) => served).name}`, names.kind)));
  return all.length;
}

/** What the API server comes to by itself, at five definitions a second. */
function established({ spec: { names } }: Manifest) {
  const conditions = ['NamesAccepted', 'Established'].map(type => ({ type, status: 'True', reason: 'Tests', message: '', lastTransitionTime: new Date().toISOString() }));
  return { acceptedNames: { listKind: `${names.kind}List`, singular: names.kind.toLowerCase(), ...names }, conditions };
}

function download(module: string): string {
  const { error, stdout } = spawnSync('go', ['mod', 'download', '-json', module], { cwd: tmpdir(), encoding: 'utf8' });
  if (error !== undefined) {
    throw new Error(`the definitions of ${module} are not in ${CACHE}, and there is no Go to download them: install Go from https://go.dev/dl`);
  }
  const { Dir: folder, Error: why } = JSON.parse(stdout);
  if (folder === undefined) {
    throw new Error(`the definitions of ${module} could not be downloaded: ${why}`);
  }
  return folder;
}
