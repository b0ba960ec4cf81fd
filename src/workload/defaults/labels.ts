import { PodDefault } from './context';
import { versionOf } from '../../model/image-reference';

/** Pods say what they are, in which version and of what they are a part: policies, quotas and audits select by it (parts 2.1 and 3.1). */
export const labels: PodDefault = ({ metadata, spec }, { name, partOf, tenant }) => {
  const version = versionOf(spec.containers[0].image ?? '');
  metadata.labels = {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': partOf,
    ...version === undefined ? {} : { 'app.kubernetes.io/version': version },
    ...tenant?.labels,
    ...metadata.labels,
  };
};
