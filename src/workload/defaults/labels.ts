import { Context, Pod } from './context';
import { versionOf } from '../../model/image-reference';

/** A workload and its pods say what they are, in which version and of what they are a part: policies, quotas and audits select by it (parts 2.1 and 3.1). */
export function labels({ spec }: Pod, { name, partOf, tenant }: Context): Record<string, string> {
  const version = versionOf(spec.containers[0].image ?? '');
  return {
    'app.kubernetes.io/name': name,
    'app.kubernetes.io/part-of': partOf,
    ...version === undefined ? {} : { 'app.kubernetes.io/version': version },
    ...tenant?.labels,
  };
}
