interface Fields { readonly [field: string]: unknown }

/** What Tekton (`$(params.image)`) and Argo Workflows (`{{inputs.parameters.image}}`) put in when a pod is made: nobody knows it before. */
const VARIABLE = /\$\([\w.'"[\]-]+\)|\{\{.+?\}\}/s;

/** Whether a value holds a variable, at whatever depth. */
export function hasVariable(value: unknown): boolean {
  return value !== undefined && VARIABLE.test(typeof value === 'string' ? value : JSON.stringify(value));
}

/** Fields of a container of which a variable leaves nothing to judge. */
const OPEN = ['image', 'imagePullPolicy', 'resources', 'securityContext'];

/** A container as far as it is known, and the fields that are not. Commands and scripts stay: whatever is put into them, the rest is what is written. */
export function knownContainer(container: Fields): { readonly container: Fields; readonly open: readonly string[] } {
  const open = OPEN.filter(field => hasVariable(container[field]));
  const { resources, ...rest } = container;
  const known = open.includes('resources') ? rest : container;
  return {
    open,
    container: {
      ...known,
      ...Array.isArray(known.env) ? { env: known.env.map(entry => hasVariable(entry?.value) ? { ...entry, value: undefined } : entry) } : {},
      ...Array.isArray(known.volumeMounts) ? { volumeMounts: known.volumeMounts.filter(mount => !hasVariable(mount?.name)) } : {},
    },
  };
}

/** A volume as far as it is known. What it refers to by a variable is not looked for; a path of the host stays one. */
export function knownVolume(volume: Fields): Fields {
  return hasVariable(volume) && volume.hostPath === undefined ? { name: volume.name, ephemeral: { volumeClaimTemplate: {} } } : volume;
}
