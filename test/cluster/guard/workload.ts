import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { JsonObject } from '../../../src/inventory/manifest';
import { Manifest } from '../client';

const GOOD = join(__dirname, '../../controls/host/privileged-container/good-deployment.yaml');

/** A Deployment that breaks no control, but for what its container is changed to. */
export function deployment(namespace: string, name: string, container: JsonObject = {}, metadata: JsonObject = {}): Manifest {
  const good = load(readFileSync(GOOD, 'utf8')) as Manifest;
  const { spec: { template } } = good;
  const [first] = template.spec.containers;
  const changed = { ...first, ...container, securityContext: { ...first.securityContext, ...container.securityContext } };
  const labels = { ...template.metadata.labels, 'app.kubernetes.io/name': name };
  return {
    ...good,
    metadata: { ...good.metadata, ...metadata, name, namespace },
    spec: {
      ...good.spec,
      selector: { matchLabels: { 'app.kubernetes.io/name': name } },
      template: {
        metadata: { ...template.metadata, labels },
        spec: { ...template.spec, containers: [changed] },
      },
    },
  };
}

/** A Pod of the same kind. */
export function pod(namespace: string, name: string, container: JsonObject = {}): Manifest {
  const { spec: { template } } = deployment(namespace, name, container);
  return { apiVersion: 'v1', kind: 'Pod', metadata: { ...template.metadata, name, namespace }, spec: template.spec };
}

/** What makes a container privileged: Kubernetes takes it only without the promise not to escalate. */
export const PRIVILEGED = { securityContext: { privileged: true, allowPrivilegeEscalation: undefined } };
