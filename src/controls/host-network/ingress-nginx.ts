import { Known, runs } from './runs';
import { POD_TEMPLATE_GROUP_KINDS } from '../../model/pod-template';
import { Severity } from '../../model/severity';
import { Nsa } from '../../model/standards/nsa';
import { Owasp } from '../../model/standards/owasp';
import { InventoryControl, Outcome } from '../inventory-control';

/** Kubernetes' own controller, by where it was published: `ingress-nginx/controller`, and `nginx-ingress-controller` before version 0.34. That of F5 is another. */
const INGRESS_NGINX: Known = {
  image: /(^|\/)(ingress-nginx\/controller(-chroot)?|nginx-ingress-controller)([:@]|$)/,
  labels: { 'app.kubernetes.io/name': 'ingress-nginx' },
};

/** Its maintainers ended it in March 2026, after years of faults in what it makes of annotations. */
export const ingressNginx = new InventoryControl({
  id: 'ingress-nginx',
  title: 'The ingress controller is one that gets fixes',
  recommendation: '8.5',
  severity: Severity.HIGH,
  kinds: [...POD_TEMPLATE_GROUP_KINDS],
  judge: manifest => {
    const faults = runs(manifest, INGRESS_NGINX);
    return { outcome: faults.length > 0 ? Outcome.FAILED : Outcome.PASSED, faults };
  },
  message: 'ingress-nginx gets no fixes since March 2026, and faces whoever reaches the cluster',
  remediation: 'move its Ingresses to the Gateway API, or to a controller that is maintained',
  references: [Nsa.UPGRADE, Owasp.K07],
});
