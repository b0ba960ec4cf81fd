/** The labels that say whose an object is and what it guards (part 2.1). Policies, quotas and audits select by them. */
export const TENANCY_LABELS = {
  tenant: 'cdk8s-bulwark/tenant',
  owner: 'cdk8s-bulwark/owner',
  environment: 'cdk8s-bulwark/environment',
  sensitivity: 'cdk8s-bulwark/sensitivity',
} as const;
