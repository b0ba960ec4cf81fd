import { GuardAction, SensitivityAction } from './action';
import { AdmissionExemption } from './exemption';
import { Group } from './group';
import { Mutation } from './mutation';
import { KubernetesVersion } from '../model/kubernetes-version';

/** What is to be guarded, and how, whichever engine does it. */
export interface GuardPlan {
  readonly target: KubernetesVersion;
  readonly action: GuardAction;
  readonly actions: readonly SensitivityAction[];
  readonly groups: readonly Group[];
  readonly mutations: readonly Mutation[];

  /** Who may change labels, where the engine cannot ask who may change policies. */
  readonly operatorGroups: readonly string[];
  readonly exemptions: readonly AdmissionExemption[];
}

/** A Kubernetes object. */
export interface GuardObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}
