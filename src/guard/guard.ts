import { GuardAction } from './action';
import { checkExemption } from './exemption';
import { groupsOf } from './group';
import { GuardEngine, GuardOptions } from './guard-options';
import { guarded } from './guarded';
import { kubernetesPolicies } from './kubernetes';
import { kyvernoPolicies } from './kyverno';
import { mutationsOf } from './mutation';
import { GuardObject, GuardPlan } from './plan';
import { Unguarded } from './unguarded';
import { Catalogue } from '../controls/catalogue';
import { parametersOn } from '../controls/platform-parameters';
import { Requirement } from '../controls/requirement';
import { KubernetesVersion } from '../model/kubernetes-version';
import { Packs } from '../packs';

/** Admission policies, and what they do not do. */
export interface Guard {
  readonly objects: readonly GuardObject[];
  readonly guarded: readonly string[];
  readonly unguarded: readonly Unguarded[];

  /** Controls whose safe remedy no policy applies. */
  readonly unmutated: readonly Unguarded[];
}

const ENGINES: { readonly [engine in GuardEngine]: (plan: GuardPlan) => GuardObject[] } = {
  [GuardEngine.KUBERNETES]: kubernetesPolicies,
  [GuardEngine.KYVERNO]: kyvernoPolicies,
};

/**
 * The controls as admission policies.
 *
 * @throws if a pack, a control, the target or an exemption is none, or the target cannot have such policies
 */
export function guardOf(options: GuardOptions = {}): Guard {
  const target = KubernetesVersion._asked(options);
  const known = lookup(options.ownControls ?? []);
  const own = options.ownControls ?? [];
  const packs = options.packs ?? (options.controls === undefined && own.length === 0 ? ['csa'] : []);
  const ids = new Set([...Packs._asked({ ...options, packs }), ...own.map(({ id }) => id)]);
  const chosen = [...ids].map(known);
  Object.keys(options.parameters ?? {}).forEach(known);
  const { guarded: controls, unguarded } = guarded(chosen, target, parametersOn(options.platform, options.parameters));
  const { mutations, unmutated } = mutationsOf(controls);
  const exemptions = options.exemptions ?? [];
  exemptions.forEach(exemption => checkExemption(exemption, known(exemption.control)));
  const plan: GuardPlan = {
    target,
    mutations,
    exemptions,
    action: options.action ?? GuardAction.DENY,
    actions: options.sensitivityActions ?? [],
    groups: groupsOf(controls),
    operatorGroups: options.operatorGroups ?? ['system:masters'],
  };
  const policies = ENGINES[options.engine ?? GuardEngine.KUBERNETES](plan);
  return {
    objects: policies.map(labelled),
    guarded: controls.map(({ control }) => control.id),
    unguarded,
    unmutated,
  };
}

function lookup(own: readonly Requirement[]): (id: string) => Requirement {
  return id => own.find(control => control.id === id) ?? Catalogue.get(id);
}

function labelled(object: GuardObject): GuardObject {
  return { ...object, metadata: { ...object.metadata, labels: { 'app.kubernetes.io/name': 'cdk8s-bulwark', 'app.kubernetes.io/component': 'guard' } } };
}
