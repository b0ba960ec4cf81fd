import { MeshKind } from '../model/mesh-kind';
import { Platform } from '../model/platform';

type Parameters = { readonly [name: string]: unknown };
type ByControl = { readonly [control: string]: Parameters };

const refused = ({ metadataCidrs, nodeCidrs }: Platform) => ({ refused: [...metadataCidrs, ...nodeCidrs] });

/** What controls learn from the cluster that is verified for, as their parameters. */
const LEARNT: { readonly [control: string]: (platform: Platform) => Parameters } = {
  'dns-egress': ({ dns }) => ({ ports: [...new Set(dns.map(({ port }) => port))] }),
  'limit-range-fits': ({ sidecars }) => ({ sidecars }),
  'mesh-cilium-authentication': ({ mesh }) => ({ required: mesh === MeshKind.CILIUM }),
  'mesh-membership': ({ mesh }) => ({ everywhere: mesh === MeshKind.CILIUM }),
  'metadata-egress': refused,
  'metadata-egress-cilium': refused,
  'quota-sufficient': ({ sidecars }) => ({ sidecars }),
};

/** The parameters of controls on a platform; what a user says of a parameter comes first. */
export function parametersOn(platform: Platform | undefined, given: ByControl = {}): ByControl {
  return platform === undefined ? given : {
    ...given,
    ...Object.fromEntries(Object.entries(LEARNT).map(([control, learnt]) => [control, { ...learnt(platform), ...given[control] }])),
  };
}
