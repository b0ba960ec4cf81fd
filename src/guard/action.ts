import { Sensitivity } from '../model/sensitivity';

/** What becomes of an object that breaks a control. */
export enum GuardAction {
  /** It is refused. */
  DENY = 'deny',

  /** It is admitted, and the audit log tells. */
  AUDIT = 'audit',

  /** It is admitted, and whoever wrote it is warned. */
  WARN = 'warn',
}

/** Another action for the namespaces of a sensitivity. */
export interface SensitivityAction {
  /** The sensitivity that the namespace's label carries. */
  readonly sensitivity: Sensitivity;

  /** What becomes of an object in it that breaks a control. */
  readonly action: GuardAction;
}

/** The action as Kubernetes and Kyverno call it. */
export const VALIDATION_ACTIONS: { readonly [action in GuardAction]: string } = {
  [GuardAction.DENY]: 'Deny', [GuardAction.AUDIT]: 'Audit', [GuardAction.WARN]: 'Warn',
};
