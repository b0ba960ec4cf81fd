import { Control } from '../controls/control';
import { Platform } from '../model/platform';
import { Severity } from '../model/severity';

/** How to verify. */
export interface VerifierOptions {
  /**
   * Packs of controls, such as `pss-restricted`.
   * @default - `csa`, unless controls are named
   */
  readonly packs?: string[];
  /**
   * Controls by id, added to those of the packs.
   * @default - none
   */
  readonly controls?: string[];
  /**
   * A team's own controls, judged too.
   * @default - none
   */
  readonly ownControls?: Control[];
  /**
   * Files or folders with ValidatingAdmissionPolicies of your own, their bindings and parameters: each policy is judged as a control whose id is its
   * name (`policy/` and its name where a control has that id), as an API server of the target would when the objects are created. What does not
   * compile there is an error of the report. A policy without a binding is judged for every namespace.
   * @default - none
   */
  readonly policies?: string[];
  /**
   * Who creates the objects, for policies that ask for `request.userInfo`, such as `system:serviceaccount:argocd:argocd-application-controller`.
   * @default - unknown: where a policy depends on it, its judgement is undetermined
   */
  readonly user?: string;
  /**
   * The groups of `user`, but for those that its name tells.
   * @default - none
   */
  readonly groups?: string[];
  /**
   * The cluster that is judged for: some controls learn from it as parameters, such as where name servers listen, which addresses are nodes, and
   * what containers a mesh adds. What `parameters` says comes first.
   * @default - the platform of an app's tenants, where they have one and the same; else the controls' own defaults
   */
  readonly platform?: Platform;
  /**
   * The Kubernetes minor that is judged for, such as `1.34`.
   * @default - that of `platform`; else the oldest version among the platforms of an app's tenants, else KubernetesVersion.DEFAULT
   */
  readonly target?: string;
  /**
   * Whether the input is everything there is: a reference to an object that is not in it is then a finding, not undetermined.
   * @default false
   */
  readonly complete?: boolean;
  /**
   * Parameters by control id: `{ 'image-registry': { registries: ['registry.example.com'] } }`.
   * @default - the controls' own defaults
   */
  readonly parameters?: { readonly [control: string]: any };
  /**
   * Another severity for a control, by its id: `{ 'cpu-request': Severity.LOW }`.
   * @default - the controls' own
   */
  readonly severities?: { readonly [control: string]: Severity };
  /**
   * The day on which expiry is judged, as `2026-12-31`.
   * @default - SOURCE_DATE_EPOCH, else today
   */
  readonly now?: string;
}
