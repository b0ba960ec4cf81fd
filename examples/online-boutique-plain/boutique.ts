import { Chart } from 'cdk8s';
import { k8s } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { EXPOSURES } from './exposures';
import { podOf } from './pod';
import { Exposure, Workload } from './workload';
import { WORKLOADS } from './workloads';

/** Google's online boutique, written as a plain cdk8s app. */
export class Boutique extends Chart {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    WORKLOADS.forEach(row => this.workload(row));
    EXPOSURES.forEach(row => this.service(row));
  }

  private workload(row: Workload): void {
    const { name, replicas, annotations, serviceAccount = true } = row;
    const labels = { app: name };
    new k8s.KubeDeployment(this, name, {
      metadata: { name, labels },
      spec: { replicas, selector: { matchLabels: labels }, template: { metadata: { labels, annotations }, spec: podOf(row) } },
    });
    if (serviceAccount) {
      new k8s.KubeServiceAccount(this, `${name}-account`, { metadata: { name } });
    }
  }

  private service({ name, to = name, portName, port, targetPort, type = 'ClusterIP' }: Exposure): void {
    new k8s.KubeService(this, `${name}-service`, {
      metadata: { name, labels: { app: to } },
      spec: { type, selector: { app: to }, ports: [{ name: portName, port, targetPort: k8s.IntOrString.fromNumber(targetPort) }] },
    });
  }
}
