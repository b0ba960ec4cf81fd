import { Known, runs } from './runs';
import { POD_TEMPLATE_GROUP_KINDS } from '../../model/pod-template';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';

const NAME = 'kubernetes-dashboard';
const DASHBOARD: Known = { image: /(^|\/)(kubernetes-dashboard(-[a-z0-9]+)?|kubernetesui\/dashboard[a-z0-9-]*)([:@]|$)/, labels: { 'app': NAME, 'k8s-app': NAME } };

/** A page on which whoever opens it acts with the rights of its service account. It was the way into clusters that mined coins for others. */
export const kubernetesDashboard = new InventoryControl({
  id: 'kubernetes-dashboard',
  title: 'The Kubernetes dashboard does not run',
  recommendation: '4.2',
  severity: Severity.MEDIUM,
  kinds: [...POD_TEMPLATE_GROUP_KINDS],
  judge: manifest => {
    const faults = runs(manifest, DASHBOARD);
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'whoever reaches the dashboard acts with its rights',
  remediation: 'remove it, and use a tool that runs on the computer of whoever looks, with their own rights',
  references: [Nsa.CONTROL_PLANE, Owasp.K06],
});
