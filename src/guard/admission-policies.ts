import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { guardOf } from './guard';
import { GuardOptions } from './guard-options';
import { Unguarded } from './unguarded';

/**
 * The controls as admission policies of the cluster: what the verifier finds at synth, the API server refuses (parts 2.1, 2.3, 6.1 and 13.1).
 *
 * It makes a few ValidatingAdmissionPolicies, each with many controls, and their bindings, which select the namespaces of tenants by the labels that
 * `Tenant` gives them. A denial names every control that does not hold: `privileged-container: it runs privileged: it owns its node (web)`.
 * They match CREATE and UPDATE of pods, ephemeral containers and every kind with a pod template, and fail closed.
 *
 * - What an UPDATE does not change is not judged again: an object from before the policy can be scaled and lose its finalizers.
 * - Exemptions stand in the policies, which tenants cannot write. An annotation exempts from nothing.
 * - Nobody but who may update the policies may change the labels of the tenancy and of Pod Security on a namespace.
 * - Safe remedies become MutatingAdmissionPolicies, which fill in what an author left out, where the target has them.
 * - Objects that belong to no namespace, and namespaces themselves, are judged everywhere, whatever their labels.
 *
 * `unguarded` names the controls that no policy asks for, and why.
 */
export class AdmissionPolicies extends Construct {
  /** The ids of the controls that the policies ask for. */
  public readonly guarded: string[];

  /** The controls that no policy asks for, and why. */
  public readonly unguarded: Unguarded[];

  /** The controls whose safe remedy no policy applies, and why. */
  public readonly unmutated: Unguarded[];

  /**
   * @throws if a pack, a control, the target or an exemption is none, or the target cannot have such policies: Kubernetes 1.28 has no optional
   * values in policies
   */
  public constructor(scope: Construct, id: string, options: GuardOptions = {}) {
    super(scope, id);
    const guard = guardOf(options);
    this.guarded = [...guard.guarded];
    this.unguarded = [...guard.unguarded];
    this.unmutated = [...guard.unmutated];
    guard.objects.forEach(object => new ApiObject(this, `${object.kind}-${object.metadata.name}`, object));
  }
}
