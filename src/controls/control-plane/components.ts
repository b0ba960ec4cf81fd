import { CommandLine, linesOfPods } from './command-line';
import { kubeadmLines, mayBeOfKubeadm } from './kubeadm';
import { Manifest } from '../../inventory/manifest';

const NONE: readonly CommandLine[] = [];
const read = new WeakMap<Manifest, readonly CommandLine[]>();

/** The components that a manifest runs, in its containers or through kubeadm. Many controls ask: each manifest is read once. */
export function commandLines(manifest: Manifest): readonly CommandLine[] {
  if (manifest.pod === undefined && !mayBeOfKubeadm(manifest)) {
    return NONE;
  }
  const known = read.get(manifest) ?? [...linesOfPods(manifest), ...kubeadmLines(manifest)];
  read.set(manifest, known);
  return known;
}

/** Whether a manifest runs a component of Kubernetes: few do. */
export function runsComponent(manifest: Manifest): boolean {
  return commandLines(manifest).length > 0;
}
