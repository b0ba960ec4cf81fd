import { DNS_LABEL, DNS_SUBDOMAIN, nameFault } from './names';
import { VolumeClaim } from '../volume-claim';

const ACCESS_MODES = ['ReadWriteOnce', 'ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOncePod'];

/**
 * Refuses a claim that the API server would refuse.
 *
 * @throws with what is wrong, and the path of the construct
 */
export function checkClaim(path: string, { name, size, storageClassName, accessModes = ['ReadWriteOncePod'] }: VolumeClaim): void {
  const faults = [
    ...nameFault('the claim', name, DNS_LABEL),
    ...nameFault('the StorageClass', storageClassName, DNS_SUBDOMAIN),
    ...size.toKibibytes() > 0 ? [] : ['its size is nothing: give one'],
    ...accessModes.length > 0 && accessModes.every(mode => ACCESS_MODES.includes(mode)) ? []
      : [`the access modes "${accessModes.join(', ')}" are not known: give of ${ACCESS_MODES.join(', ')}`],
    ...accessModes.length > 1 && accessModes.includes('ReadWriteOncePod') ? ['ReadWriteOncePod stands alone: give no other access mode beside it'] : [],
  ];
  if (faults.length > 0) {
    throw new Error(faults.map(fault => `${path}: claim "${name}": ${fault}`).join('\n'));
  }
}
