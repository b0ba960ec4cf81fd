import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** Sockets of Linux, their folders, and the pipes of Windows. */
const SOCKETS = JSON.stringify([
  '(docker|containerd|crio|cri-dockerd|podman|frakti|rktlet)[.]sock/*$',
  '^/[/.]*(var/[/.]*)?run/[/.]*(docker|containerd|crio|podman)/*$',
  '(?i)pipe[/\\\\]+(docker_engine|containerd-containerd|dockershim)',
].join('|'));

/** Whoever speaks to the container runtime starts any container, as root on the node. */
export const containerRuntimeSocket = new Control({
  id: 'container-runtime-socket',
  title: 'Pods do not mount the socket of the container runtime',
  recommendation: '2.4',
  severity: Severity.CRITICAL,
  subject: Subject.POD,
  field: 'spec.volumes',
  expression: `pod.spec.?volumes.orValue([]).all(volume, !volume.?hostPath.?path.optMap(path, path.matches(${SOCKETS})).orValue(false))`,
  message: 'it mounts the container runtime\'s socket: it owns its node',
  remediation: 'remove the volume',
  references: [Pss.BASELINE, Nsa.POD_SECURITY, Owasp.K01],
});
