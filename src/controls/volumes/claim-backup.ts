import { isBackedUp } from './backups';
import { claimsOf } from './claims';
import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, Resolution } from '../reference-judgement';

/** What is on one volume only is lost with it. A snapshot on a schedule counts too, though it lies where the volume does. */
export const claimBackup = new InventoryControl({
  id: 'claim-backup',
  title: 'Claims have a backup',
  recommendation: '15.1',
  severity: Severity.MEDIUM,
  kinds: ['PersistentVolumeClaim', 'apps/StatefulSet'],
  field: 'metadata.name',
  judge: (manifest, inventory) => judgeReferences(claimsOf(manifest, inventory).map(claim => ({
    resolution: isBackedUp(claim, inventory) ? Resolution.FOUND : Resolution.MISSING,
    fault: { path: claim.path },
  })), inventory),
  message: 'nothing backs up its data',
  remediation: 'add a Backup, or a schedule of Velero, VolSync or k8up for it, or acknowledge why its data may be lost',
  references: [],
});
