import { podLabels } from '../../inventory/inventory';
import { LabelSelector, matchesLabels } from '../../inventory/label-selector';
import { JsonObject } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { InventoryControl, Outcome } from '../inventory-control';

type Path = readonly string[];

/** Where each kind has its selector, and what the selector is. */
const SELECTORS: { readonly [groupKind: string]: { readonly path: Path; readonly selector: (written: JsonObject) => LabelSelector } } = {
  'batch/Job': { path: ['spec', 'selector'], selector: written => written },
  'batch/CronJob': { path: ['spec', 'jobTemplate', 'spec', 'selector'], selector: written => written },
  'ReplicationController': { path: ['spec', 'selector'], selector: matchLabels => ({ matchLabels }) },
};

/** selector-matches-template for the kinds whose selector the API server fills in: one that is written must be the one that it would be. */
export const jobSelector = new InventoryControl({
  id: 'job-selector',
  title: 'Jobs and ReplicationControllers select the pods that they make',
  recommendation: '8.8',
  severity: Severity.MEDIUM,
  kinds: Object.keys(SELECTORS),
  field: 'spec.selector',
  judge: manifest => {
    const { path, selector } = SELECTORS[manifest.groupKind];
    const written = path.reduce((value: JsonObject | undefined, key) => value?.[key], manifest.object);
    const matches = written !== undefined && matchesLabels(selector(written), podLabels(manifest));
    return { outcome: written === undefined ? Outcome.NOT_APPLICABLE : matches ? Outcome.PASSED : Outcome.FAILED, faults: [{ path }] };
  },
  message: 'it does not select the pods of its own template: the API server refuses it',
  remediation: 'leave the selector out, for the API server makes it',
  references: [],
});
