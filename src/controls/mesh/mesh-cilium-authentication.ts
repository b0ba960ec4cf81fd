import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { Control } from '../control';
import { Subject } from '../subject';

const ingress = (spec: string) => `${spec}.?ingress.orValue([])`;

/** CEL: whether a part of a policy asks pods who they are somewhere, and wherever it lets in some. Nodes and addresses cannot prove anything. */
const asks = (spec: string) => `${ingress(spec)}.exists(rule, rule.?authentication.hasValue())`;
const asksAll = (spec: string) =>
  `${ingress(spec)}.all(rule, size(rule.?fromEndpoints.orValue([])) == 0 || rule.?authentication.?mode.orValue("") == "required")`;

/** Cilium believes what it knows of a pod by its address, unless a policy wants it proven. */
export const meshCiliumAuthentication = new Control({
  id: 'mesh-cilium-authentication',
  title: 'Policies of Cilium ask pods who they are',
  recommendation: '5.1',
  severity: Severity.MEDIUM,
  subject: Subject.OBJECT,
  field: 'spec.ingress',
  kinds: ['cilium.io/CiliumNetworkPolicy', 'cilium.io/CiliumClusterwideNetworkPolicy'],
  // Whoever asks nowhere has another mesh, or none, unless the cluster is said to have this one.
  when: `params.required || ${asks('object.?spec')} || object.?specs.orValue([]).exists(spec, ${asks('spec')})`,
  parameters: { required: false },
  expression: `${asksAll('object.?spec')} && object.?specs.orValue([]).all(spec, ${asksAll('spec')})`,
  message: 'it lets in pods that prove nothing about who they are',
  remediation: 'set authentication.mode to required in each rule with fromEndpoints',
  references: [Nsa.SERVICE_MESH, Owasp.K05],
});
