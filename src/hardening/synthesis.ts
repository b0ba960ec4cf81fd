import { ApiObject, Chart, DependencyGraph } from 'cdk8s';
import { IConstruct } from 'constructs';
import { inOnePass, isInPass, onceAPass, renderingOf } from './pass';
import { renderAs } from './render';

const WATCHED = new WeakSet<IConstruct>();
const PREPARING = new WeakSet<IConstruct>();
const HOOKED = new WeakSet<object>();

/**
 * Makes each coming `App.synth` and `App.synthYaml` of an app one pass. cdk8s validates the whole app once for each chart, and then renders it. A chart
 * that is rendered alone is no pass: there everything is rendered anew.
 */
export function synthesizeInOnePass(root: IConstruct): void {
  WATCHED.add(root);
  for (const method of ['synth', 'synthYaml']) {
    // jsii calls what stands on the prototype, whatever stands on the object. Apps that are not watched notice nothing.
    const owner = ownerOf(root, method);
    if (owner !== undefined && !HOOKED.has(owner[method])) {
      const original = owner[method];
      owner[method] = function (this: IConstruct) {
        return WATCHED.has(this) && !isInPass(this) ? synthesized(this, () => original.call(this)) : original.call(this);
      };
      HOOKED.add(owner[method]);
    }
  }
}

/** A validation that is made once in a synthesis, when nothing changes any more, and anew outside of one. */
export function validatedOnce(construct: IConstruct, validate: () => string[]): { validate(): string[] } {
  return { validate: () => PREPARING.has(construct.node.root) ? [] : onceAPass(construct, validate, validate) };
}

function synthesized<T>(root: IConstruct, act: () => T): T {
  prepare(root);
  const charts = root.node.findAll().filter(Chart.isChart) as Chart[];
  // A chart that renders in a way of its own may change its objects when it does: then nothing can be kept.
  if (charts.some(({ toJson }) => toJson !== Chart.prototype.toJson)) {
    return act();
  }
  // The app is validated already, which each chart would do again, for the whole app.
  const restore = charts.map(chart => renderAs(chart, () => objectsOf(chart)));
  try {
    return inOnePass(root, act);
  } finally {
    restore.forEach(undo => undo());
  }
}

/** The validations of an app are run for what they change: some apps use them to change constructs at the last moment. */
function prepare(root: IConstruct): void {
  PREPARING.add(root);
  try {
    root.node.findAll().forEach(({ node }) => node.validate());
  } finally {
    PREPARING.delete(root);
  }
}

/** The objects of a chart in the order of their dependencies, as `Chart.toJson` has them. */
function objectsOf(chart: Chart): any[] {
  return new DependencyGraph(chart.node).topology()
    .filter((construct): construct is ApiObject => ApiObject.isApiObject(construct) && Chart.of(construct) === chart)
    .map(renderingOf);
}

/** The object of a prototype chain that has the method. */
function ownerOf(object: any, method: string): any {
  return object === null || Object.hasOwn(object, method) ? object ?? undefined : ownerOf(Object.getPrototypeOf(object), method);
}
