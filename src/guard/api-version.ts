import { KubernetesVersion } from '../model/kubernetes-version';

const GROUP = 'admissionregistration.k8s.io';

/** Since when the API server has each kind of policy, the oldest first. Before it is stable a cluster has to switch it on. */
const SINCE: { readonly [kind: string]: readonly (readonly [since: KubernetesVersion, version: string])[] } = {
  ValidatingAdmissionPolicy: [[KubernetesVersion.V1_29, 'v1beta1'], [KubernetesVersion.V1_30, 'v1']],
  MutatingAdmissionPolicy: [[KubernetesVersion.V1_34, 'v1beta1'], [KubernetesVersion.V1_36, 'v1']],
};

/** The API version of a kind of policy on a Kubernetes minor, or nothing where it has none. */
export function apiVersionOf(kind: 'ValidatingAdmissionPolicy' | 'MutatingAdmissionPolicy', target: KubernetesVersion): string | undefined {
  const reached = SINCE[kind].filter(([since]) => target.atLeast(since));
  return reached.length === 0 ? undefined : `${GROUP}/${reached[reached.length - 1][1]}`;
}

/** @throws where policies cannot be written for a minor */
export function requireValidatingPolicies(target: KubernetesVersion): void {
  if (apiVersionOf('ValidatingAdmissionPolicy', target) === undefined) {
    throw new Error(`Kubernetes ${target} refuses optional values in policies, and nearly every control needs them: `
      + 'guard it with --engine kyverno, or upgrade it to 1.29 or newer');
  }
}
