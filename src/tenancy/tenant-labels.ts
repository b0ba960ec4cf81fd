import { IConstruct } from 'constructs';
import { Environment } from '../model/environment';
import { checkedLabelValue } from '../model/label-value';
import { Sensitivity } from '../model/sensitivity';
import { TENANCY_LABELS } from '../model/tenancy-labels';

/** What a tenant's labels say. */
export interface TenantLabelsOptions {
  readonly name: string;
  readonly owner: string;
  readonly environment: Environment;
  readonly sensitivity: Sensitivity;
}

/** The labels of everything that a tenant holds (part 2.1). */
export function tenantLabels(tenant: IConstruct, { name, owner, environment, sensitivity }: TenantLabelsOptions): { [label: string]: string } {
  return {
    'app.kubernetes.io/part-of': name,
    [TENANCY_LABELS.tenant]: name,
    [TENANCY_LABELS.owner]: checkedLabelValue(`${tenant.node.path}: owner`, owner),
    [TENANCY_LABELS.environment]: environment.name,
    [TENANCY_LABELS.sensitivity]: sensitivity.name,
  };
}
