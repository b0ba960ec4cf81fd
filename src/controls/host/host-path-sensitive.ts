import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Pss } from '../../model/standards/pss';
import { Control } from '../control';
import { Subject } from '../subject';

/** Folders below which everything is sensitive. */
const BELOW = ['proc', 'sys', 'dev', 'etc', 'root', 'boot', 'home', 'lib/modules', ...['kubelet', 'etcd', 'containerd', 'docker'].map(name => `var/lib/${name}`)];

/** Folders that hold such ones, or the sockets of the node. */
const ITSELF = ['run', 'var', 'var/run', 'var/lib'];

/** A path of these folders, however often it writes `/` and `/./`. */
const paths = (names: readonly string[]) => `^/[/.]*(${names.map(name => name.split('/').join('/[/.]*')).join('|')})`;
const SENSITIVE = JSON.stringify(`^/[/.]*$|${paths(BELOW)}(/|$)|${paths(ITSELF)}/*$|(?:^|/)[.](?:aws|azure|kube|ssh|docker|gnupg|config/gcloud)(?:/|$)|(?i)^[a-z]:[/\\\\]*($|windows|programdata|var|etc)`);

/** Some paths of a node hold its identity, its secrets or its kernel. */
export const hostPathSensitive = new Control({
  id: 'host-path-sensitive',
  title: 'Pods do not mount the root, system or kubelet paths of the host',
  recommendation: '2.4',
  severity: Severity.CRITICAL,
  subject: Subject.POD,
  field: 'spec.volumes',
  expression: `pod.spec.?volumes.orValue([]).all(volume, !volume.?hostPath.?path.optMap(path, path.matches(${SENSITIVE})).orValue(false))`,
  message: 'it mounts a path that holds its node\'s identity, secrets or kernel',
  remediation: 'mount the single file that the program needs, read-only, or ask for a dedicated interface',
  references: [Pss.BASELINE, Nsa.POD_SECURITY, Owasp.K01],
});
