import { CelProgram, compile } from '../../cel/program';
import { Inventory } from '../../inventory/inventory';
import { Manifest } from '../../inventory/manifest';
import { KubernetesVersion } from '../../model/kubernetes-version';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';
import { holds, noRule } from './grants';
import { rbacBindingsWrite } from './rbac-bindings-write';
import { rbacCertificateApproval } from './rbac-certificate-approval';
import { rbacEscalationVerbs } from './rbac-escalation-verbs';
import { rbacNodesProxy } from './rbac-nodes-proxy';
import { rbacPersistentVolumeCreate } from './rbac-persistent-volume-create';
import { rbacPodsCreate } from './rbac-pods-create';
import { rbacPodsExec } from './rbac-pods-exec';
import { rbacSecretsRead } from './rbac-secrets-read';
import { rbacServiceStatus } from './rbac-service-status';
import { rbacTokenCreate } from './rbac-token-create';
import { rbacWebhookWrite } from './rbac-webhook-write';

const RBAC = 'rbac.authorization.k8s.io';

/** What a role grants that makes of one account another, or more than it is. */
interface Way { readonly expression: string; readonly message: string }

/** Wildcards are found at the role, once, and not by what looks for a resource by name. Whoever is bound to them has all of it, the first of these above all. */
const WILDCARDS: readonly Way[] = [
  {
    expression: noRule(`${holds('apiGroups', ['*'])} && ${holds('resources', ['*'])}`
      + ` && (${holds('verbs', ['*'])} || ["get", "list", "create", "update", "patch", "delete"].all(verb, verb in rule.?verbs.orValue([])))`),
    message: 'whoever holds it owns everything in reach',
  },
  {
    expression: noRule([
      holds('apiGroups', ['*', '']), holds('resources', ['*']), holds('verbs', ['*', 'get', 'list', 'watch', 'create', 'update', 'patch']),
    ].join(' && ')),
    message: 'whoever holds it reads every Secret, or changes every pod in reach',
  },
];

const WAYS: readonly Way[] = [
  rbacEscalationVerbs, rbacBindingsWrite, rbacSecretsRead, rbacPodsExec, rbacPodsCreate, rbacTokenCreate, rbacNodesProxy, rbacWebhookWrite,
  rbacCertificateApproval, rbacPersistentVolumeCreate, rbacServiceStatus,
];

/** A role harms nobody until it is bound: here stands who can become somebody else, through which binding. */
export const escalatingBinding = new InventoryControl({
  id: 'escalating-binding',
  title: 'Bindings give nobody a way to more rights',
  recommendation: '8.7',
  severity: Severity.MEDIUM,
  kinds: [`${RBAC}/RoleBinding`, `${RBAC}/ClusterRoleBinding`],
  field: 'roleRef',
  judge: (manifest, inventory) => {
    const role = boundRole(manifest, inventory);
    if (role === undefined) {
      return { outcome: Outcome.NOT_APPLICABLE };
    }
    const who = subjectsOf(manifest).join(', ');
    const found = (ways: readonly Way[]) => ways.filter(way => !isMetBy(way, role));
    const faults = who === '' ? [] : [...found(WILDCARDS).slice(0, 1), ...found(WAYS)]
      .map(({ message }) => ({ path: ['roleRef'], message: `it binds ${role.kind} "${role.name}" to ${who}: ${message}` }));
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'it gives its subjects a way to more rights',
  remediation: 'bind a role that grants what is needed, or grant it to another account',
  references: [Nsa.RBAC, Owasp.K02],
});

function boundRole({ object, namespace }: Manifest, inventory: Inventory): Manifest | undefined {
  const { kind, name } = object.roleRef ?? {};
  return typeof name !== 'string' ? undefined
    : kind === 'ClusterRole' ? inventory.find(`${RBAC}/ClusterRole`, '', name) : inventory.find(`${RBAC}/Role`, namespace, name);
}

function subjectsOf({ object: { subjects } }: Manifest): string[] {
  return !Array.isArray(subjects) ? [] : subjects.filter(subject => typeof subject === 'object' && subject !== null)
    .map(({ kind, namespace, name }) => `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`);
}

const programs = new Map<Way, CelProgram>();

function isMetBy(way: Way, { object }: Manifest): boolean {
  const program = programs.get(way) ?? compile(way.expression, { variables: ['object', 'params'], kubernetes: KubernetesVersion.OLDEST.toString(), result: 'bool' });
  programs.set(way, program);
  return program.evaluate({ object, params: {} }) === true;
}
