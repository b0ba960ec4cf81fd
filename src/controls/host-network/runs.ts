import { Manifest } from '../../inventory/manifest';
import { containersOf } from '../../model/pod-template';
import { Fault } from '../inventory-control';

/** How a program is known: by its image, or by the labels it is published with. */
export interface Known { readonly image: RegExp; readonly labels: Readonly<Record<string, string>> }

/** Where a manifest runs a program: the image of its containers, else the labels of its pods. */
export function runs({ pod }: Manifest, { image, labels }: Known): Fault[] {
  if (pod === undefined) {
    return [];
  }
  const { metadata, spec } = pod.template;
  const images = containersOf(spec).filter(({ container }) => image.test(String(container.image ?? '')))
    .map(({ list, index }) => ({ path: [...pod.path, 'spec', list, index, 'image'] }));
  return images.length > 0 ? images : labelled(metadata?.labels, labels) ? [{ path: [...pod.path, 'metadata', 'labels'] }] : [];
}

/** Whether one of the labels is there. */
export function labelled(given: unknown, labels: Readonly<Record<string, string>>): boolean {
  return typeof given === 'object' && given !== null && Object.entries(labels).some(([name, value]) => (given as Record<string, unknown>)[name] === value);
}
