import { createHash } from 'node:crypto';
import { ApiObject } from 'cdk8s';
import { IConstruct } from 'constructs';
import { everyContainer, Pod } from './context';
import { onceAPass, renderingOf } from '../../hardening/pass';

/** The annotation that changes, and so rolls the pods, when what they read at their start changes. */
export const CONFIG_HASH = 'cdk8s-bulwark/config-hash';

/** Where a pod refers to a ConfigMap or Secret: the field that holds the name, by the field that holds the reference. */
const NAMES: { readonly [reference: string]: { readonly kind: string; readonly name: string } } = {
  configMap: { kind: 'ConfigMap', name: 'name' },
  configMapRef: { kind: 'ConfigMap', name: 'name' },
  configMapKeyRef: { kind: 'ConfigMap', name: 'name' },
  secret: { kind: 'Secret', name: 'secretName' },
  secretRef: { kind: 'Secret', name: 'name' },
  secretKeyRef: { kind: 'Secret', name: 'name' },
};

/** Pods are rolled when a ConfigMap or Secret of the app that they refer to changes (part 8.8). What is made elsewhere is not known here. */
export function configHash({ metadata, spec }: Pod, workload: IConstruct, namespace: string | undefined): void {
  const wanted = new Set(references([spec.volumes, everyContainer(spec).map(({ env, envFrom }) => [env, envFrom])]));
  if (wanted.size === 0) {
    return;
  }
  const sources = sourcesOf(workload.node.root);
  const found = [...wanted].flatMap(reference => sources.get(`${namespace}/${reference}`) ?? []);
  if (found.length > 0) {
    const content = found.map(renderingOf).map(({ kind, metadata: { name }, data, binaryData, stringData }) =>
      [kind, name, data, binaryData, stringData]).sort();
    const hash = createHash('sha256').update(JSON.stringify(content)).digest('hex').slice(0, 16);
    metadata.annotations = { [CONFIG_HASH]: hash, ...metadata.annotations };
  }
}

/** Every ConfigMap and Secret of an app, by namespace, kind and name: looked for once in a synthesis. */
function sourcesOf(root: IConstruct): ReadonlyMap<string, ApiObject[]> {
  return onceAPass(root, everySource, () => everySource(root));
}

function everySource(root: IConstruct): ReadonlyMap<string, ApiObject[]> {
  const sources = new Map<string, ApiObject[]>();
  for (const construct of root.node.findAll()) {
    if (ApiObject.isApiObject(construct) && (construct.kind === 'ConfigMap' || construct.kind === 'Secret')) {
      const key = `${construct.metadata.namespace}/${construct.kind}/${construct.name}`;
      sources.set(key, [...sources.get(key) ?? [], construct]);
    }
  }
  return sources;
}

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  return Object.entries(value).flatMap(([key, child]) => {
    const reference = NAMES[key];
    // A source of a projected volume names its Secret with `name`.
    const name = reference === undefined ? undefined : child?.[reference.name] ?? child?.name;
    return name === undefined ? references(child) : [`${reference!.kind}/${name}`];
  });
}
