import { fill, filling } from './fill';
import { POD, TOLERATIONS } from './pod-defaults';
import { withServiceAccountToken } from './service-account-token';
import { Inventory } from '../../../inventory/inventory';
import { METADATA_NAME } from '../namespace';

type Open = { [field: string]: any };

const POD_TABLE = filling(POD);
const APPARMOR = 'container.apparmor.security.beta.kubernetes.io/';
const PROFILES: { readonly [written: string]: string } = { 'runtime/default': 'RuntimeDefault', 'unconfined': 'Unconfined' };

/** What of an object follows from other fields of it, beyond a default. The object is changed. */
export const DERIVED: { readonly [groupKind: string]: (object: Open, inventory: Inventory) => void } = {
  'Pod'(pod, inventory) {
    fill(pod, POD_TABLE);
    const { tolerations } = pod.spec;
    pod.spec.tolerations = [...tolerations, ...TOLERATIONS.filter(({ key }) => !tolerations.some((own: Open) => (own.key ?? key) === key && (own.effect ?? 'NoExecute') === 'NoExecute'))];
    profilesOfAnnotations(pod);
    withServiceAccountToken(pod, inventory);
  },
  'Namespace'(namespace) {
    namespace.metadata = { ...namespace.metadata, labels: { ...namespace.metadata?.labels, [METADATA_NAME]: namespace.metadata?.name } };
  },
  'LimitRange'({ spec }) {
    for (const limit of Array.isArray(spec?.limits) ? spec.limits.filter(({ type }: Open) => type === 'Container') : []) {
      const limits = { ...limit.max, ...limit.default };
      const requests = { ...limit.min, ...limits, ...limit.defaultRequest };
      Object.assign(limit, Object.keys(limits).length > 0 && { default: limits }, Object.keys(requests).length > 0 && { defaultRequest: requests });
    }
  },
  'Secret'(secret) {
    const { stringData } = secret;
    if (typeof stringData === 'object') {
      secret.data = { ...secret.data, ...Object.fromEntries(Object.entries(stringData).map(([key, value]) => [key, Buffer.from(String(value)).toString('base64')])) };
      delete secret.stringData;
    }
  },
  'batch/Job'({ metadata, spec }) {
    if (spec?.manualSelector !== true && typeof metadata?.name === 'string' && spec?.template !== undefined) {
      const { template } = spec;
      template.metadata = { ...template.metadata, labels: { ...template.metadata?.labels, 'job-name': metadata.name, 'batch.kubernetes.io/job-name': metadata.name } };
    }
  },
};

/** AppArmor profiles were annotations; the API server makes them fields. */
function profilesOfAnnotations({ metadata, spec }: Open): void {
  const containers: Open[] = [...spec.initContainers ?? [], ...spec.containers ?? []];
  for (const [annotation, profile] of Object.entries<string>(metadata?.annotations ?? {})) {
    const name = annotation.slice(APPARMOR.length);
    const container = containers.find(each => each.name === name);
    if (annotation.startsWith(APPARMOR) && container !== undefined && container.securityContext?.appArmorProfile === undefined) {
      const type = PROFILES[profile] ?? 'Localhost';
      container.securityContext = {
        ...container.securityContext, appArmorProfile: type === 'Localhost' ? { type, localhostProfile: profile.replace(/^localhost\//, '') } : { type },
      };
    }
  }
}
