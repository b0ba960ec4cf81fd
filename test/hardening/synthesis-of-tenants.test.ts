import { ApiObject, App, Chart, Testing, YamlOutputType } from 'cdk8s';
import { parseAllDocuments } from 'yaml';
import { Deployment, Environment, Hardening, Mode, Platform, Sensitivity, Tenant, Verifier } from '../../src';
import { addLastStep } from '../../src/hardening/render';

const config = { apiVersion: 'v1', kind: 'ConfigMap' };

/** An app with two charts, whose object counts its renderings. */
function counted(make: (root: App) => Chart = root => new Chart(root, 'chart')) {
  const root = Testing.app({ yamlOutputType: YamlOutputType.FILE_PER_APP });
  Verifier.of(root, { mode: Mode.REPORT, controls: ['default-namespace'] });
  const object = new ApiObject(make(root), 'config', config);
  new Chart(root, 'other');
  let renderings = 0;
  addLastStep(object, rendered => {
    renderings++;
    return rendered;
  });
  return { root, object, renderings: () => renderings };
}
const tenant = (root: App, id = 'tenant') => new Tenant(root, id, {
  platform: Platform.generic(), owner: 'team', environment: Environment.DEV, sensitivity: Sensitivity.PUBLIC,
});

test('an app renders each object once, though it is validated for each chart', () => {
  const { root, renderings } = counted();
  root.synth();
  expect(renderings()).toBe(1);
  root.synthYaml();
  expect(renderings()).toBe(2);
});

test('the quota renders no workload a second time', () => {
  const root = Testing.app();
  Verifier.of(root, { mode: Mode.REPORT, controls: ['default-namespace'] });
  const web = new Deployment(tenant(root), 'web', { containers: [{ image: 'web' }] });
  let renderings = 0;
  addLastStep(ApiObject.of(web), rendered => {
    renderings++;
    return rendered;
  });
  root.synth();
  expect(renderings).toBe(1);
});

test('a later change shows in the next synthesis', () => {
  const { root, object } = counted();
  root.synthYaml();
  object.metadata.addLabel('later', 'yes');
  expect(root.synthYaml()).toContain('later: "yes"');
});

test('who changes a rendering changes nobody else\'s', () => {
  const { root } = counted(app => {
    const chart = tenant(app);
    chart.node.addValidation({
      validate: () => {
        chart.node.findAll().filter(ApiObject.isApiObject).forEach(each => Object.assign((each as ApiObject).toJson(), { metadata: {} }));
        return [];
      },
    });
    return chart;
  });
  const objects = parseAllDocuments(root.synthYaml()).map(document => document.toJSON());
  expect(objects.every(({ metadata }) => metadata.labels['cdk8s-bulwark/owner'] === 'team')).toBe(true);
});

test('a chart that changes its objects when it is rendered is rendered as it then is', () => {
  class Late extends Chart {
    public toJson(): any[] {
      this.apiObjects.forEach(each => each.metadata.addLabel('late', 'yes'));
      return super.toJson();
    }
  }
  const { root } = counted(app => new Late(app, 'chart'));
  expect(root.synthYaml()).toContain('late: "yes"');
});

test('an error ends the pass', () => {
  const { root, object, renderings } = counted();
  const fault = new ApiObject(Chart.of(object), 'fault', config);
  let broken = true;
  addLastStep(fault, rendered => {
    if (broken) {
      throw new Error('broken');
    }
    return rendered;
  });
  expect(() => root.synth()).toThrow('broken');
  broken = false;
  object.metadata.addLabel('mended', 'yes');
  expect(root.synthYaml()).toContain('mended: "yes"');
  expect(renderings()).toBe(2);
});

test('hardening says what it filled in, whoever asked for the rendering', () => {
  const { root, object } = counted();
  Hardening.of(root).apply();
  new ApiObject(Chart.of(object), 'pod', { apiVersion: 'v1', kind: 'Pod', spec: { containers: [{ name: 'a' }] } });
  root.synth();
  expect(Hardening.of(root).filled.length).toBeGreaterThan(0);
});
