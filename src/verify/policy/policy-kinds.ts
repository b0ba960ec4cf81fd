import { LabelSelector } from '../../inventory/label-selector';
import { Manifest } from '../../inventory/manifest';

/** Where something stands, for messages: `policy.yaml:12`. */
export interface Place {
  readonly file?: string;
  readonly line?: number;
}

/** Which requests a rule is about, as `admissionregistration.k8s.io` writes it. */
export interface ResourceRule {
  readonly apiGroups: readonly string[];
  readonly apiVersions: readonly string[];
  readonly operations: readonly string[];
  readonly resources: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly scope?: string;
}

/** Which objects a policy or binding is about. */
export interface MatchResources {
  readonly resourceRules?: readonly ResourceRule[];
  readonly excludeResourceRules?: readonly ResourceRule[];
  readonly namespaceSelector?: LabelSelector;
  readonly objectSelector?: LabelSelector;
  readonly matchPolicy?: string;
}

/** What every policy and binding that was read has. */
interface Read<Spec> {
  readonly name: string;
  readonly spec: Spec;
  readonly manifest: Manifest;

  /** Where a field stands. */
  at(path: readonly (string | number)[]): Place;
}

/** A ValidatingAdmissionPolicy. */
export type Policy = Read<PolicySpec>;

/** One thing that a policy asks, and what it says where that is not so. */
export interface Validation {
  readonly expression: string;
  readonly message?: string;
  readonly messageExpression?: string;
  readonly reason?: string;
}

interface PolicySpec {
  readonly matchConstraints: MatchResources;
  readonly paramKind?: { readonly apiVersion: string; readonly kind: string };
  readonly variables?: readonly { readonly name: string; readonly expression: string }[];
  readonly matchConditions?: readonly { readonly name: string; readonly expression: string }[];
  readonly validations?: readonly Validation[];
  readonly auditAnnotations?: readonly { readonly key: string; readonly valueExpression: string }[];
  readonly failurePolicy?: string;
}

/** Which objects a binding takes parameters from. */
export interface ParamRef {
  readonly name?: string;
  readonly namespace?: string;
  readonly selector?: LabelSelector;

  /** Only v1alpha1 lets it be left out, and means `Deny`. */
  readonly parameterNotFoundAction?: string;
}

/** A ValidatingAdmissionPolicyBinding. */
export type Binding = Read<{
  readonly policyName: string;
  readonly validationActions: readonly string[];
  readonly matchResources?: MatchResources;
  readonly paramRef?: ParamRef;
}>;
