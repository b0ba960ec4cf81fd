import { JsonObject } from '../../inventory/manifest';
import { NAME_OF_NAMESPACE } from '../workloads';

type Labels = { readonly [label: string]: string };

/** Whom a line of a declaration is about. */
export type DeclaredPeer =
  /** As the graph writes it: `shop/web[Deployment]`. */
  | { readonly workload: string }
  /** Pods by their labels and those of their namespace: `shop/*`, `shop/*{app=web}`, `{team=shop}/*`. */
  | { readonly namespaceLabels: Labels; readonly podLabels: Labels }
  /** As in `10.0.0.0/8 except 10.1.0.0/16,10.2.0.0/16`. */
  | { readonly cidr: string; readonly except: readonly string[] }
  /** A DNS name, or everybody: `anywhere`. */
  | { readonly name: string };

/** Every pod and every address. */
export const ANYWHERE = 'anywhere';

const WORKLOAD = /^[^/{}* ]+\/[^/{}* ]+\[[A-Za-z]+\]$/;
const SELECTION = /^(?:\{([^{}]*)\}|([^/{}* ]+|\*))\/\*(?:\{([^{}]+)\})?$/;
const BLOCK = /^([\d.]+\/\d+|[\da-f:.]*:[\da-f:.]*\/\d+)(?: except ([\da-f:./,]+))?$/;
const HOST = /^[a-z\d*]([a-z\d.-]*[a-z\d])?$/;

export function writtenPeer(peer: DeclaredPeer): string {
  if ('workload' in peer) {
    return peer.workload;
  }
  if ('cidr' in peer) {
    return peer.except.length === 0 ? peer.cidr : `${peer.cidr} except ${peer.except.join(',')}`;
  }
  return 'name' in peer ? peer.name : `${writtenNamespace(peer.namespaceLabels)}/*${writtenLabels(peer.podLabels)}`;
}

/** @throws if it is none */
export function readPeer(text: string): DeclaredPeer {
  if (WORKLOAD.test(text)) {
    return { workload: text };
  }
  const [selection, labels, namespace, podLabels] = SELECTION.exec(text) ?? [];
  if (selection !== undefined) {
    return { namespaceLabels: labels !== undefined ? readLabels(labels) : namespace === '*' ? {} : { [NAME_OF_NAMESPACE]: namespace }, podLabels: readLabels(podLabels) };
  }
  const [block, cidr, except] = BLOCK.exec(text) ?? [];
  if (block !== undefined) {
    return { cidr, except: except?.split(',') ?? [] };
  }
  if (HOST.test(text)) {
    return { name: text };
  }
  throw new Error(`"${text}" is nobody: write shop/web[Deployment], shop/*, shop/*{app=web}, a CIDR, a DNS name or ${ANYWHERE}`);
}

/** A peer of a NetworkPolicy that says which namespace it is about, or that stands in one. */
export function peerInPolicy({ namespaceSelector, podSelector, ipBlock }: JsonObject, namespace: string): DeclaredPeer {
  return ipBlock !== undefined ? { cidr: ipBlock.cidr, except: ipBlock.except ?? [] } : {
    namespaceLabels: namespaceSelector === undefined ? { [NAME_OF_NAMESPACE]: namespace } : namespaceSelector.matchLabels ?? {},
    podLabels: podSelector?.matchLabels ?? {},
  };
}

function writtenNamespace(labels: Labels): string {
  const keys = Object.keys(labels);
  return keys.length === 0 ? '*' : keys.length === 1 && keys[0] === NAME_OF_NAMESPACE ? labels[NAME_OF_NAMESPACE] : writtenLabels(labels);
}

function writtenLabels(labels: Labels): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}=${value}`).sort();
  return pairs.length === 0 ? '' : `{${pairs.join()}}`;
}

function readLabels(text = ''): Labels {
  return Object.fromEntries(text.split(',').filter(pair => pair !== '').map(pair => {
    const at = pair.indexOf('=');
    return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)];
  }));
}
