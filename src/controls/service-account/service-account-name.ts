import { Manifest } from '../../inventory/manifest';

/** The account that a workload names. The older field `serviceAccount` counts where the newer is not written, as for the API server. */
export function serviceAccountName({ pod }: Manifest): { readonly name?: string; readonly field: string } {
  const { serviceAccountName: name, serviceAccount } = pod?.template.spec ?? {};
  return name === undefined && serviceAccount !== undefined
    ? { name: serviceAccount as string, field: 'serviceAccount' }
    : { name: name as string | undefined, field: 'serviceAccountName' };
}
