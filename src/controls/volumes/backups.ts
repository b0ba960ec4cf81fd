import { Claim } from './claims';
import { Inventory } from '../../inventory/inventory';
import { matchesLabels } from '../../inventory/label-selector';
import { JsonObject } from '../../inventory/manifest';
import { Selectors, selectorsIn } from '../../inventory/selectors';
import { BACKUP_ANNOTATION } from '../../model/backup-annotation';

const listed = (text = '') => text.split(',').map(part => part.trim());

/** Who backs up a claim, and how that is seen. */
const BACKUPS: { readonly [maker: string]: (claim: Claim, inventory: Inventory) => boolean } = {
  'cdk8s-bulwark': ({ annotations, template }) => annotations[BACKUP_ANNOTATION] !== undefined
    || template !== undefined && listed(template.annotations[BACKUP_ANNOTATION]).some(entry => entry.split('=')[0] === template.name),
  'Velero, by schedule': (claim, inventory) => [claim.namespace, EVERY_NAMESPACE].some(namespace => (veleroSchedules(inventory).get(namespace) ?? [])
    .some(({ object }) => covers(object.spec.template ?? {}, claim))),
  'Velero, by volume': ({ mounts }) => mounts.some(({ workload: { pod }, volume }) =>
    listed((pod!.template.metadata?.annotations as JsonObject | undefined)?.['backup.velero.io/backup-volumes']).includes(volume)),
  'VolSync and Gemini': (claim, inventory) => everyOne(claim, name => byClaim(inventory).has(`${claim.namespace}\0${name}`)),
  'k8up': ({ namespace, annotations }, inventory) => annotations['k8up.io/backup'] !== 'false'
    && inventory.ofKind('k8up.io/Schedule', namespace).some(({ object }) => object.spec?.backup !== undefined),
  'snapscheduler': ({ namespace, labels }, inventory) => selectorsIn(inventory, namespace, SNAPSHOT_SCHEDULES).some(labels),
  'Longhorn': ({ labels }) => Object.keys(labels).some(label => /^recurring-job(-group)?[.]longhorn[.]io[/](?!source$)/.test(label) && labels[label] === 'enabled'),
  'Kasten': ({ namespace }, inventory) => kastenPolicies(inventory).has(namespace),
};

/** Whether anybody that is known backs up a claim. */
export function isBackedUp(claim: Claim, inventory: Inventory): boolean {
  return Object.values(BACKUPS).some(backsUp => backsUp(claim, inventory));
}

const EVERY_NAMESPACE = '*';

function veleroSchedules(inventory: Inventory) {
  return inventory.by('velero-schedule', ({ groupKind, object }) => groupKind !== 'velero.io/Schedule' || object.spec?.paused === true ? undefined
    : object.spec?.template?.includedNamespaces ?? [EVERY_NAMESPACE]);
}

/** Whether what Velero backs up has a claim's volume in it. */
function covers(template: JsonObject, claim: Claim): boolean {
  const { excludedNamespaces = [], excludedResources = [], labelSelector = {}, snapshotVolumes, defaultVolumesToFsBackup } = template;
  return !excludedNamespaces.includes(claim.namespace) && !['persistentvolumeclaims', 'pvc'].some(name => excludedResources.includes(name))
    && (snapshotVolumes !== false || defaultVolumesToFsBackup === true) && matchesLabels(labelSelector, claim.labels);
}

/** What names the claim that it copies. */
function byClaim(inventory: Inventory) {
  const claims: { readonly [groupKind: string]: (spec: JsonObject) => string | undefined } = {
    'volsync.backube/ReplicationSource': ({ sourcePVC }) => sourcePVC,
    'gemini.fairwinds.com/SnapshotGroup': ({ persistentVolumeClaim }) => persistentVolumeClaim?.claimName,
  };
  return inventory.by('backed-up-claim', ({ groupKind, namespace, object }) => {
    const name = claims[groupKind]?.(object.spec ?? {});
    return name === undefined ? undefined : `${namespace}\0${name}`;
  });
}

/** Whether something holds for each claim of a template. */
function everyOne({ count, nameOf }: Claim, holds: (name: string) => boolean): boolean {
  for (let index = 0; index < count; index++) {
    if (!holds(nameOf(index))) {
      return false;
    }
  }
  return count > 0;
}

const SNAPSHOT_SCHEDULES: Selectors = {
  name: 'snapshot-schedule',
  groupKind: 'snapscheduler.backube/SnapshotSchedule',
  selectorOf: ({ object: { spec } }) => spec?.disabled === true ? undefined : spec?.claimSelector ?? {},
};

function kastenPolicies(inventory: Inventory) {
  const label = 'k10.kasten.io/appNamespace';
  return inventory.by('kasten-policy', ({ groupKind, object }) => groupKind !== 'config.kio.kasten.io/Policy' ? undefined : [
    ...object.spec?.selector?.matchLabels?.[label] === undefined ? [] : [object.spec.selector.matchLabels[label]],
    ...(object.spec?.selector?.matchExpressions ?? []).filter(({ key, operator }: JsonObject) => key === label && operator === 'In')
      .flatMap(({ values = [] }: JsonObject) => values),
  ]);
}
