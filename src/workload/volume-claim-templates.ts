import { ApiObject } from 'cdk8s';
import { quantityOf } from './exact-sizes';
import { giveFileGroup } from './file-group';
import { VolumeClaim } from './volume-claim';
import { addLastStep } from '../hardening/render';

/** Renders the claims of a StatefulSet as its `volumeClaimTemplates`. */
export function addClaims(statefulSet: ApiObject, claims: ReadonlyMap<string, VolumeClaim>): void {
  addLastStep(statefulSet, rendered => {
    if (claims.size === 0) {
      return rendered;
    }
    // What a claim is made from never changes, and the version does.
    const { spec, metadata: { labels: { 'app.kubernetes.io/version': _version, ...labels } } } = rendered;
    const pod = spec.template.spec;
    pod.volumes = pod.volumes?.filter(({ name }: { name: string }) => !claims.has(name));
    if (pod.volumes?.length === 0) {
      delete pod.volumes;
    }
    giveFileGroup(pod, statefulSet);
    spec.persistentVolumeClaimRetentionPolicy ??= { whenDeleted: 'Retain', whenScaled: 'Retain' };
    spec.volumeClaimTemplates = [...claims.values()].map(({ name, size, storageClassName, accessModes = ['ReadWriteOncePod'] }) => ({
      metadata: { name, labels: { ...labels } },
      spec: { accessModes, ...storageClassName === undefined ? {} : { storageClassName }, resources: { requests: { storage: quantityOf(size) } } },
    }));
    return rendered;
  });
}
