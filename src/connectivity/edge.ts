import { PortSet } from './port-set';

/** Whether what is said on an edge can be read on the way; `unknown` where the manifests do not say it. */
export type Encryption = 'encrypted' | 'plain' | 'unknown';

/** Connections that are let through alike. */
export interface Flow {
  readonly connections: PortSet;

  /** What is let through on them, as in `GET /api/*`; everything where there is nothing. */
  readonly requests?: string;

  /** Nothing where only network policies are looked at. */
  readonly encryption?: Encryption;

  /** Whether policies of Cilium have both ends prove who they are, which encrypts nothing by itself. Mutual TLS of a mesh is encryption, and says it all. */
  readonly authenticated?: boolean;
}

/** Who can reach whom, and how. */
export interface Edge extends Flow { readonly source: string; readonly destination: string }

/** An edge that stays, and whose encryption is another. */
export interface Reencrypted extends Edge { readonly before?: Encryption }

/** Puts those together that differ in nothing but their ports. */
export function gathered(flows: readonly Flow[]): Flow[] {
  if (flows.length <= 1) {
    return flows.filter(({ connections }) => !connections.isEmpty);
  }
  const known = new Map<string, Flow>();
  for (const flow of flows) {
    const key = `${flow.encryption} ${flow.requests ?? ''}`;
    const connections = (known.get(key)?.connections ?? PortSet.NONE).or(flow.connections);
    known.set(key, { ...flow, connections });
  }
  return [...known.values()].filter(({ connections }) => !connections.isEmpty);
}

/** All connections of flows, whatever is let through on them. */
export function allOf(flows: readonly Flow[]): PortSet {
  return flows.reduce((all, { connections }) => all.or(connections), PortSet.NONE);
}
