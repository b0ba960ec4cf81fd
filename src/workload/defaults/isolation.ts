import { PodDefault } from './context';
import { KubernetesVersion } from '../../model/kubernetes-version';

const USER_NAMESPACE_SINCE = KubernetesVersion.V1_33;
const GROUPS_SINCE = KubernetesVersion.V1_35;

/** The pod as a whole is kept apart from its node and from its neighbours (part 2.3). */
export const isolation: PodDefault = ({ spec }, { defaults, kubernetes }) => {
  const shared = spec.hostNetwork || spec.hostPID || spec.hostIPC;
  if (!shared && kubernetes.atLeast(USER_NAMESPACE_SINCE)) {
    // Written in either case: what an author turned off is seen, and no remedy fills it in.
    spec.hostUsers ??= !defaults.userNamespace;
  }
  // The names and addresses of every Service in the namespace are nobody's environment.
  spec.enableServiceLinks ??= false;
  const { securityContext = {} } = spec;
  spec.securityContext = {
    runAsNonRoot: true,
    seccompProfile: { type: 'RuntimeDefault' },
    // Groups that an image gives its user would otherwise be added to those that the pod names.
    ...kubernetes.atLeast(GROUPS_SINCE) ? { supplementalGroupsPolicy: 'Strict' } : {},
    ...securityContext.fsGroup === undefined ? {} : { fsGroupChangePolicy: 'OnRootMismatch' },
    ...securityContext,
  };
};
