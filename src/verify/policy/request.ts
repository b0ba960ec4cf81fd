import type { AdmissionSubject } from './admission-subject';
import { Requester } from './requester';
import { partlyKnown } from './unknown';
import { JsonObject } from '../../inventory/manifest';

/**
 * What an expression sees as `request`: the creation of the object, by somebody. Who that is, and with which options, is known only where it is said.
 *
 * @param version the one that the policy matches
 */
export function requestOf(subject: AdmissionSubject, version: string, requester: Requester | undefined): JsonObject {
  const { manifest, resource, name, namespace, namespaced } = subject;
  const { group } = resource;
  const { kind } = manifest;
  const own = resource.version;
  const known: JsonObject = {
    uid: '',
    kind: { group, version, kind },
    resource: { group, version, resource: resource.resource },
    requestKind: { group, version: own, kind },
    requestResource: { group, version: own, resource: resource.resource },
    operation: 'CREATE',
    dryRun: false,
    userInfo: partlyKnown(requester === undefined ? {} : { username: requester.user, groups: requester.groups }, 'request.userInfo'),
    options: partlyKnown({ apiVersion: 'meta.k8s.io/v1', kind: 'CreateOptions' }, 'request.options'),
    ...name !== '' && { name },
    ...namespace !== '' && { namespace },
  };
  return namespaced && namespace === '' ? partlyKnown({ ...ABSENT, ...known }, 'request') : known;
}

/** Fields that a creation may not have: where the namespace is open, these are not. */
const ABSENT = { subResource: undefined, requestSubResource: undefined, name: undefined };
