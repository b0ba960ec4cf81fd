import { GuardAction, SensitivityAction } from './action';
import { Group } from './group';
import { GuardPlan } from './plan';
import { TENANCY_LABELS } from '../model/tenancy-labels';

/** Namespaces, by their labels, and what is done there. */
export interface Selection {
  /** What it adds to the name of a policy or binding: nothing for most namespaces. */
  readonly suffix: string;
  readonly action: GuardAction;
  readonly namespaceSelector?: { readonly matchExpressions: readonly object[] };
}

const TENANT = { key: TENANCY_LABELS.tenant, operator: 'Exists' };

/**
 * The namespaces that are guarded: those of tenants, by the label of the tenancy, and apart from the rest those whose sensitivity has an action of
 * its own. A namespace of a sensitivity that nobody named is guarded like most.
 */
export function selections(action: GuardAction, actions: readonly SensitivityAction[]): Selection[] {
  const own = actions.map(({ sensitivity }) => sensitivity.name);
  const twice = own.find((name, index) => own.indexOf(name) < index);
  if (twice !== undefined) {
    throw new Error(`the sensitivity "${twice}" has two actions: give it one`);
  }
  const most = own.length === 0 ? [TENANT] : [TENANT, { key: TENANCY_LABELS.sensitivity, operator: 'NotIn', values: own }];
  return [
    { suffix: '', action, namespaceSelector: { matchExpressions: most } },
    ...actions.map(each => ({
      suffix: `-${each.sensitivity.name}`.toLowerCase(),
      action: each.action,
      namespaceSelector: { matchExpressions: [TENANT, { key: TENANCY_LABELS.sensitivity, operator: 'In', values: [each.sensitivity.name] }] },
    })),
  ];
}

/** Where a group of controls is asked for. Objects that belong to no namespace have none by whose labels they could be selected. */
export function selectionsOf({ clusterScoped }: Group, { action, actions }: GuardPlan): Selection[] {
  return clusterScoped ? [{ suffix: '', action }] : selections(action, actions);
}
