import { Severity } from '../../model/severity';
import { InventoryControl } from '../inventory-control';
import { judgeReferences, named } from '../reference-judgement';
import { Subject } from '../subject';
import { serviceAccountName } from './service-account-name';

/** A pod whose service account is missing is never made. */
export const danglingServiceAccount = new InventoryControl({
  id: 'dangling-service-account',
  title: 'Service accounts of pods exist',
  recommendation: '5.2',
  severity: Severity.MEDIUM,
  subject: Subject.POD,
  field: 'spec.serviceAccountName',
  judge: (manifest, inventory) => {
    const { name = '', field } = serviceAccountName(manifest);
    // Every namespace has the default one.
    const path = [...manifest.pod!.path, 'spec', field];
    return judgeReferences(name === '' || name === 'default' ? [] : [named(manifest, inventory, 'ServiceAccount', name, path)], inventory);
  },
  message: 'its service account is not there',
  remediation: 'make the ServiceAccount, or correct the name',
  references: [],
});
