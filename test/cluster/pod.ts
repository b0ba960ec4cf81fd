import { Manifest } from './client';
import { podTemplateOf } from '../../src/model/pod-template';

/** The pod that the controller of a workload makes of it, if it has a template. */
export function podOf(object: Manifest): Manifest | undefined {
  const { template } = podTemplateOf(object) ?? {};
  if (template === undefined) {
    return undefined;
  }
  const { metadata, spec } = template as { metadata?: any; spec: any };
  const claims = (object.spec?.volumeClaimTemplates ?? []).map((claim: any) =>
    ({ name: claim.metadata.name, persistentVolumeClaim: { claimName: `${claim.metadata.name}-${object.metadata.name}-0` } }));
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { ...metadata, name: `${object.metadata.name}-0`, namespace: object.metadata.namespace },
    spec: { ...spec, ...claims.length > 0 ? { volumes: [...spec.volumes ?? [], ...claims] } : {} },
  };
}
