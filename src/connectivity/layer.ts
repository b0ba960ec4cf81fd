/** Whose rules count: those of network policies, those of meshes, or both, as it is in the cluster. */
export const LAYERS = ['effective', 'network', 'mesh'] as const;
export type Layer = typeof LAYERS[number];
