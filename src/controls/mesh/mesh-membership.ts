import { CILIUM_CONFIG, ciliumEncrypts } from '../../inventory/cilium-encryption';
import { JsonObject, Manifest } from '../../inventory/manifest';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

/**
 * Containers that speak in clear are heard by whoever is on the way. Namespaces of the cluster itself, and of the mesh, are not in one. Where Cilium
 * encrypts and its policies authenticate there is nothing on a namespace that says so: those policies and its configuration do, or the Platform.
 */
export const meshMembership = new Control({
  id: 'mesh-membership',
  title: 'Namespaces are part of a mesh',
  recommendation: '5.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'metadata.labels',
  kinds: ['Namespace'],
  when: '!object.?metadata.?name.orValue("").startsWith("kube-") && !(object.?metadata.?name.orValue("") in params.outside)',
  // Everywhere: the cluster is one in which every namespace is in the mesh, as with Cilium.
  parameters: { outside: ['default', 'istio-system', 'linkerd', 'linkerd-cni', 'cilium-spire'], everywhere: false },
  expression: 'params.everywhere || object.?metadata.?labels[?"istio.io/dataplane-mode"].orValue("") == "ambient"'
    + ' || object.?metadata.?labels[?"istio-injection"].orValue("") == "enabled"'
    + ' || object.?metadata.?labels[?"istio.io/rev"].orValue("") != ""'
    + ' || object.?metadata.?labels[?"io.cilium/mtls-enabled"].orValue("") == "true"'
    + ' || object.?metadata.?annotations[?"linkerd.io/inject"].orValue("") in ["enabled", "ingress"]',
  _elsewhere: ({ name }, inventory) => inventory.named('ConfigMap', undefined, CILIUM_CONFIG).some(ciliumEncrypts)
    && inventory.ofKind('cilium.io/CiliumNetworkPolicy', name).some(authenticates),
  message: 'its containers speak in clear, and prove nothing to each other',
  remediation: 'set the label istio.io/dataplane-mode to ambient, or what your mesh asks for',
  references: [Nsa.SERVICE_MESH, Nsa.ENCRYPTION, Owasp.K05],
});

function authenticates({ object: { spec, specs = [] } }: Manifest): boolean {
  return [spec, ...specs].flatMap((each: JsonObject | undefined) => each?.ingress ?? []).some((rule: JsonObject) => rule?.authentication?.mode === 'required');
}
