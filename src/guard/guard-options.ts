import { GuardAction, SensitivityAction } from './action';
import { AdmissionExemption } from './exemption';
import { Control } from '../controls/control';
import { Platform } from '../model/platform';

/** Who evaluates the policies. */
export enum GuardEngine {
  /** The API server itself: ValidatingAdmissionPolicy and, from Kubernetes 1.34, MutatingAdmissionPolicy. */
  KUBERNETES = 'kubernetes',

  /** Kyverno 1.17 or newer: ValidatingPolicy and MutatingPolicy. */
  KYVERNO = 'kyverno',
}

/** What is guarded, and how. */
export interface GuardOptions {
  /**
   * Packs of controls, such as `pss-restricted`.
   *
   * @default - `csa`, unless controls are named
   */
  readonly packs?: string[];

  /**
   * Controls by id, added to those of the packs.
   *
   * @default - none
   */
  readonly controls?: string[];

  /**
   * A team's own controls, guarded too.
   *
   * @default - none
   */
  readonly ownControls?: Control[];

  /**
   * Parameters by control id: `{ 'image-registry': { registries: ['registry.example.com'] } }`. They stand in the policies.
   *
   * @default - the controls' own defaults
   */
  readonly parameters?: { readonly [control: string]: any };

  /**
   * The cluster: some controls learn from it as parameters, such as which addresses are nodes. What `parameters` says comes first.
   *
   * @default - the controls' own defaults
   */
  readonly platform?: Platform;

  /**
   * The Kubernetes minor of the cluster, such as `1.34`.
   *
   * @default - that of the platform, else KubernetesVersion.DEFAULT
   */
  readonly target?: string;

  /**
   * What becomes of an object that breaks a control.
   *
   * @default GuardAction.DENY
   */
  readonly action?: GuardAction;

  /**
   * Other actions for namespaces of some sensitivities.
   *
   * @default - the same action in every tenant's namespace
   */
  readonly sensitivityActions?: SensitivityAction[];

  /**
   * Who evaluates the policies.
   *
   * @default GuardEngine.KUBERNETES
   */
  readonly engine?: GuardEngine;

  /**
   * The groups of those who may change the labels by which namespaces are guarded. It is for Kyverno: Kubernetes' own policies let pass who may
   * update them.
   *
   * @default - `system:masters`
   */
  readonly operatorGroups?: string[];

  /**
   * What the operators of the cluster accept. It stands in the policies, which tenants cannot write; an annotation exempts from nothing.
   *
   * @default - nothing
   */
  readonly exemptions?: AdmissionExemption[];
}
