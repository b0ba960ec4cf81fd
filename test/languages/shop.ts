import { App, Chart, Duration, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  Acknowledgements, Deployment, DeploymentProps, Environment, Job, Mode, Platform, Scaling, Sensitivity, StatefulSet, Tenant, Verifier,
  WorkloadDefaults,
} from '../../src';

const IMAGE = `registry.example.com/web:1.2.3@sha256:${'0123456789abcdef'.repeat(4)}`;

/** A subclass that overrides nothing. */
class Plain extends Deployment {}

/** A subclass that adds a container in its own constructor. */
class WithProxy extends Deployment {
  public constructor(scope: Construct, id: string, props: DeploymentProps = {}) {
    super(scope, id, props);
    this.addContainer({ image: IMAGE, name: 'proxy', portNumber: 9090, resources: { ephemeralStorage: { limit: Size.mebibytes(64) } } });
  }
}

/** The app that every language writes: see `python/shop.py`, which is the same line by line. */
export function shop(): string {
  const app = new App();
  Verifier.of(app, { mode: Mode.OFF });
  WorkloadDefaults.of(app).set({ memory: Size.mebibytes(200), stopTime: Duration.seconds(20) });
  const tenant = new Tenant(app, 'shop', {
    platform: Platform.generic({ kubernetes: '1.34' }), owner: 'team-shop', environment: Environment.PROD, sensitivity: Sensitivity.CONFIDENTIAL,
  });
  const web = new Plain(tenant, 'web', { containers: [{ image: IMAGE, portNumber: 8080 }] });
  web.exposeViaService();
  new Scaling(tenant, 'web-scaling', { target: web, maxReplicas: 6 });
  const api = new WithProxy(tenant, 'api', { containers: [{ image: IMAGE, portNumber: 8080, readiness: kplus.Probe.fromHttpGet('/ready') }], replicas: 3 });
  api.containers[0].mount('/data', kplus.Volume.fromEmptyDir(tenant, 'cache', 'cache', { sizeLimit: Size.mebibytes(10) }));
  api.attachContainer(new kplus.Container({ image: IMAGE, name: 'attached' }));
  const settings = new kplus.ConfigMap(tenant, 'settings', { data: { MODE: 'fast' } });
  api.containers[1].env.copyFrom(kplus.Env.fromConfigMap(settings));
  const db = new StatefulSet(tenant, 'db', {
    containers: [{ image: IMAGE, portNumber: 5432 }], claims: [{ name: 'data', size: Size.gibibytes(1), mountPath: '/var/lib/data' }],
  });
  db.scheduling.separate(web, { weight: 10 });
  new Job(tenant, 'migrate', { containers: [{ image: IMAGE }], backoffLimit: 1 });
  Acknowledgements.of(db).add({ id: 'run-as-non-root', reason: 'it is an example', owner: 'team-shop' });
  new Chart(app, 'empty');
  return app.synthYaml();
}
