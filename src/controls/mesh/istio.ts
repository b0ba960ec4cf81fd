import { Manifest } from '../../inventory/manifest';

/** Whether a namespace is part of an Istio mesh, with sidecars or without. */
export function inIstio({ object }: Manifest): boolean {
  const labels = object.metadata?.labels ?? {};
  return labels['istio.io/dataplane-mode'] === 'ambient' || labels['istio-injection'] === 'enabled' || labels['istio.io/rev'] !== undefined;
}
