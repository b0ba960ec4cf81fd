import { Workload } from './endpoint';
import { PROTOCOLS } from './port-set';
import { podLabels } from '../inventory/inventory';
import { JsonObject, Manifest, partsOf } from '../inventory/manifest';
import { containersOf } from '../model/pod-template';

/** The label that every namespace has. */
export const NAME_OF_NAMESPACE = 'kubernetes.io/metadata.name';

/** The labels that the Job controller gives its pods. */
const NAMES_OF_JOB = ['job-name', 'batch.kubernetes.io/job-name'];

/** Kinds that only hold a template for others. */
const TEMPLATES = new Set(['PodTemplate', 'argoproj.io/WorkflowTemplate', 'argoproj.io/ClusterWorkflowTemplate', 'tekton.dev/Task', 'tekton.dev/Pipeline']);

/**
 * The workloads among manifests. Pods of one owner are one workload, which is the owner, or its owner, as far as they are there; its own template counts before
 * the pods that were made of it.
 */
export function workloadsOf(manifests: readonly Manifest[]): Workload[] {
  const metadataOf = namespacesOf(manifests);
  const makers = manifests.filter(({ groupKind, pod }) => pod !== undefined && !TEMPLATES.has(groupKind));
  const known = new Map(makers.map(manifest => [idOf(manifest, manifest), manifest]));
  const found = new Map<string, Workload>();
  const isMade = (manifest: Manifest) => Number(ownerOf(manifest) !== undefined);
  for (const manifest of [...makers].sort((one, other) => isMade(one) - isMade(other)).flatMap(each => [each, ...partsOf(each)])) {
    const { namespace } = manifest;
    const id = `${rootOf(manifest, known)}${manifest.isPart === true ? ` ${manifest.pod!.path.join('.')}` : ''}`;
    if (!found.has(id)) {
      const { metadata, spec } = manifest.pod!.template as { readonly metadata?: JsonObject; readonly spec: JsonObject };
      const containers = containersOf(spec).map(({ container }) => container as JsonObject);
      found.set(id, {
        id,
        namespace,
        labels: labelsOf(manifest),
        annotations: metadata?.annotations ?? {},
        ...metadataOf(namespace),
        serviceAccount: spec.serviceAccountName ?? spec.serviceAccount ?? 'default',
        hostNetwork: spec.hostNetwork === true,
        containers: containers.map(({ name }) => name),
        ports: portsOf(containers),
        probes: probesOf(containers),
        judged: manifest.judged,
      });
    }
  }
  return [...found.values()];
}

/** What is known of the namespaces among manifests. Each has its name as a label, also where nothing else is known of it. */
export function namespacesOf(manifests: readonly Manifest[]): (name: string) => Pick<Workload, 'namespaceLabels' | 'namespaceAnnotations'> {
  const metadata = new Map(manifests.filter(({ groupKind }) => groupKind === 'Namespace').map(({ name, object }) => [name, object.metadata]));
  const known = new Map<string, Pick<Workload, 'namespaceLabels' | 'namespaceAnnotations'>>();
  return name => {
    const { labels = {}, annotations = {} } = metadata.get(name) ?? {};
    const own = known.get(name) ?? { namespaceLabels: { [NAME_OF_NAMESPACE]: name, ...labels }, namespaceAnnotations: annotations };
    known.set(name, own);
    return own;
  };
}

function labelsOf(manifest: Manifest): Workload['labels'] {
  const ofJob = manifest.groupKind === 'batch/Job' ? Object.fromEntries(NAMES_OF_JOB.map(label => [label, manifest.name])) : {};
  return { ...ofJob, ...podLabels(manifest) };
}

/** The id of the last owner that is known, or of the one that is named. */
function rootOf(manifest: Manifest, known: ReadonlyMap<string, Manifest>): string {
  const owner = ownerOf(manifest);
  const id = idOf(manifest, owner ?? manifest);
  const next = owner === undefined ? undefined : known.get(id);
  return next === undefined || next === manifest ? id : rootOf(next, known);
}

function idOf({ namespace }: Manifest, { kind, name }: { readonly kind: string; readonly name: string }): string {
  return `${namespace}/${name}[${kind}]`;
}

/** A node owns the pods that stand in its files, and makes none. */
function ownerOf({ kind, object }: Manifest): { readonly kind: string; readonly name: string } | undefined {
  const owner: JsonObject | undefined = object.metadata?.ownerReferences?.[0];
  return owner === undefined || owner.kind === 'Node' ? undefined : { kind: owner.kind ?? kind, name: owner.name };
}

function portsOf(containers: readonly JsonObject[]): Workload['ports'] {
  return containers.flatMap(({ ports }) => (ports ?? []) as readonly JsonObject[])
    .map(({ name, containerPort, protocol = 'TCP' }) => ({ name, port: containerPort, protocol }))
    .filter(({ port, protocol }) => typeof port === 'number' && PROTOCOLS.includes(protocol));
}

function probesOf(containers: readonly JsonObject[]): Workload['probes'] {
  return containers.flatMap(container => [container.livenessProbe, container.readinessProbe, container.startupProbe]
    .filter(probe => typeof probe?.httpGet === 'object' && probe.httpGet !== null)
    .map(({ httpGet: { port, path = '/' } }: JsonObject) =>
      ({ port: portsOf([container]).find(({ name }) => name === port)?.port ?? port, path: String(path).split('?')[0] })));
}
