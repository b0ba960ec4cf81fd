import { Power, powersOf, WELL_KNOWN_ROLES } from './powers';
import { Inventory } from '../inventory';
import { matchesLabels } from '../label-selector';
import { JsonObject, Manifest } from '../manifest';

const GROUP = 'rbac.authorization.k8s.io';
const EVERYWHERE = undefined;

/** A power that a subject holds, in a namespace or in all, and the binding that gives it. */
interface Held { readonly power: Power; readonly namespace: string | undefined; readonly binding: Manifest }

/** A step of the way from an identity to the cluster: what it may do there, and by which binding. */
export interface Step { readonly does: string; readonly where: string; readonly binding: string; readonly becomes: string }

/** Who is bound to what, and whom that lets them become. */
export class Access {
  /** The access of an inventory, made once. */
  public static of(inventory: Inventory): Access {
    return inventory.once('access', undefined, () => new Access(inventory));
  }

  /** By subject, as `subjectKey` writes it. */
  private readonly held = new Map<string, Held[]>();
  private readonly found = new Map<string, readonly Step[] | undefined>();

  private constructor(private readonly inventory: Inventory) {
    for (const binding of [...inventory.ofKind(`${GROUP}/ClusterRoleBinding`), ...inventory.ofKind(`${GROUP}/RoleBinding`)]) {
      const namespace = binding.kind === 'ClusterRoleBinding' ? EVERYWHERE : binding.namespace;
      const powers = [...new Set(this.rulesOf(binding).flatMap(powersOf))];
      for (const subject of Array.isArray(binding.object.subjects) ? binding.object.subjects : []) {
        const key = subjectKey(subject, binding.namespace);
        this.held.set(key, [...this.held.get(key) ?? [], ...powers.map(power => ({ power, namespace, binding }))]);
      }
    }
  }

  /** The shortest way from a service account to the ownership of the cluster, or nothing if there is none. */
  public wayToCluster(namespace: string, name: string): readonly Step[] | undefined {
    const start = accountKey(namespace, name);
    if (!this.found.has(start)) {
      this.found.set(start, this.search(start));
    }
    return this.found.get(start);
  }

  private search(start: string): readonly Step[] | undefined {
    const seen = new Set([start]);
    let ways: { readonly at: string; readonly steps: readonly Step[] }[] = [{ at: start, steps: [] }];
    while (ways.length > 0) {
      const next: typeof ways = [];
      for (const { at, steps } of ways) {
        for (const held of this.heldBy(at)) {
          const step = (becomes: string): Step => ({ does: held.power.does, where: held.namespace ?? 'every namespace', binding: `${held.binding.kind} ${held.binding.name}`, becomes });
          if (ownsCluster(held)) {
            return [...steps, step('the owner of the cluster')];
          }
          for (const account of this.reached(held).filter(key => !seen.has(key))) {
            seen.add(account);
            next.push({ at: account, steps: [...steps, step(account.replace(' ', '/'))] });
          }
        }
      }
      ways = next;
    }
    return undefined;
  }

  /** What a service account holds by itself, and as one of the groups that it is in. */
  private heldBy(account: string): readonly Held[] {
    const [namespace] = account.split(' ');
    return [account, `group system:serviceaccounts:${namespace}`, 'group system:serviceaccounts', 'group system:authenticated']
      .flatMap(key => this.held.get(key) ?? []);
  }

  /** The accounts that somebody who holds a power can become. */
  private reached({ power, namespace }: Held): readonly string[] {
    const running = () => this.inventory.workloads(namespace).map(workload => accountKey(workload.namespace, String(workload.pod!.template.spec.serviceAccountName ?? 'default')));
    return power.gain === 'running account' ? running()
      : [...this.inventory.ofKind('ServiceAccount', namespace).map(each => accountKey(each.namespace, each.name)), ...running()];
  }

  private rulesOf({ object: { roleRef }, namespace }: Manifest): readonly JsonObject[] {
    const role = roleRef?.kind === 'ClusterRole' ? this.inventory.find(`${GROUP}/ClusterRole`, '', roleRef.name)
      : this.inventory.find(`${GROUP}/Role`, namespace, roleRef?.name);
    if (role === undefined) {
      return roleRef?.kind === 'ClusterRole' ? WELL_KNOWN_ROLES[roleRef.name] ?? [] : [];
    }
    const collected = (role.object.aggregationRule?.clusterRoleSelectors ?? []).flatMap((selector: JsonObject) => this.inventory.ofKind(`${GROUP}/ClusterRole`)
      .filter(({ object }) => matchesLabels(selector, object.metadata?.labels ?? {})).flatMap(({ object }) => object.rules ?? []));
    return [...role.object.rules ?? [], ...collected];
  }
}

/** In kube-system are accounts that own the cluster, and pods of nodes: whoever starts pods there, or everywhere, owns it. */
function ownsCluster({ power: { gain, clusterWide }, namespace }: Held): boolean {
  return clusterWide ? namespace === EVERYWHERE : gain === 'any account' && (namespace === EVERYWHERE || namespace === 'kube-system');
}

function accountKey(namespace: string, name: string): string {
  return `${namespace} ${name}`;
}

function subjectKey({ kind, name, namespace }: JsonObject, own: string): string {
  return kind === 'ServiceAccount' ? accountKey(namespace ?? own, name) : `${String(kind).toLowerCase()} ${name}`;
}
