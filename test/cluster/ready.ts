import { Client, Manifest } from './client';

/** When a workload is as its author wants it, by kind. */
const READY: { readonly [kind: string]: (object: any) => boolean } = {
  Deployment: ({ spec, status, metadata }) => status.observedGeneration === metadata.generation && status.updatedReplicas === spec.replicas
    && status.availableReplicas === spec.replicas && status.replicas === spec.replicas,
  StatefulSet: ({ spec, status, metadata }) => status.observedGeneration === metadata.generation && status.updatedReplicas === spec.replicas
    && status.availableReplicas === spec.replicas,
  DaemonSet: ({ status, metadata }) => status.observedGeneration === metadata.generation && status.desiredNumberScheduled > 0
    && status.numberAvailable === status.desiredNumberScheduled,
  Job: ({ status }) => status.conditions?.some(({ type, status: holds }: any) => type === 'Complete' && holds === 'True'),
  PersistentVolumeClaim: ({ status }) => status.phase === 'Bound',
};

/** The objects of a list that become ready. */
export function workloadsOf(objects: readonly Manifest[]): Manifest[] {
  return objects.filter(({ kind, apiVersion }) => kind in READY && !apiVersion.includes('.io/'));
}

/** Waits until a workload is ready, or a Job complete. */
export function ready(client: Client, object: Manifest, seconds = 90): Promise<any> {
  return client.until(object, object.kind === 'Job' ? 'complete' : 'ready', now => now.status !== undefined && READY[object.kind](now), seconds);
}

/** Runs a CronJob now, as `kubectl create job --from` does. */
export function jobOf(cronJob: Manifest): Manifest {
  const { metadata, spec } = cronJob.spec.jobTemplate;
  return { apiVersion: 'batch/v1', kind: 'Job', metadata: { ...metadata, name: `${cronJob.metadata.name}-now`, namespace: cronJob.metadata.namespace }, spec };
}
