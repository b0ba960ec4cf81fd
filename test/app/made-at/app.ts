import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';

/** As `cdk8s import` writes it: the app's own file, and yet not what made the object. */
class KubePod extends ApiObject {
  public constructor(scope: Construct, id: string, spec: object) {
    super(scope, id, { apiVersion: 'v1', kind: 'Pod', spec });
  }
}

const spec = { hostPID: true, containers: [{ name: 'main', image: 'main' }] };

/** A construct of the app: its own line is the one to mend. */
class Agent extends Construct {
  public constructor(scope: Construct, id: string) {
    super(scope, id);
    new KubePod(this, 'pod', spec); // line of agent
  }
}

/** An app whose objects are made in all the ways that there are. */
export function built(): App {
  const app = new App();
  const chart = new Chart(app, 'shop');
  new ApiObject(chart, 'plain', { apiVersion: 'v1', kind: 'Pod', spec }); // line of plain
  new KubePod(chart, 'imported', spec); // line of imported
  new Agent(chart, 'agent');
  new kplus.Pod(chart, 'plus', { // line of plus
    containers: [{ image: 'main' }], hostNetwork: true,
  });
  return app;
}
