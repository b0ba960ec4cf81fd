import { ApiObject, App, Chart, Include } from 'cdk8s';
import { FilledField, Hardening, Mode, Report, Verifier } from '../../src';

/** What an app of included files was before and after hardening. */
export interface Hardened {
  readonly before: Report;
  readonly after: Report;
  readonly filled: readonly FilledField[];
  /** Files that cdk8s cannot include, each with its reason. */
  readonly notIncluded: readonly string[];
  readonly objects: readonly HardenedObject[];
}

/** An object as its author wrote it, hardened, and hardened once more. */
export interface HardenedObject {
  readonly path: string;
  readonly written: any;
  readonly once: any;
  readonly twice: any;
}

/** Includes files in an app, a chart a file, verifies it, hardens it, and verifies it again. */
export function hardened(files: readonly string[]): Hardened {
  const app = new App();
  const verifier = Verifier.of(app, { mode: Mode.OFF });
  const notIncluded: string[] = [];
  files.forEach((file, index) => {
    const chart = new Chart(app, `file-${index}`);
    try {
      new Include(chart, 'included', { url: file });
    } catch (error) {
      app.node.tryRemoveChild(chart.node.id);
      notIncluded.push(`${file}: ${(error as Error).message.split('\n')[0]}`);
    }
  });
  const before = verifier.report();
  const { objects, filled } = hardenedIn(app);
  return { before, after: verifier.report(), notIncluded, filled, objects };
}

/** Hardens the objects of an app. */
export function hardenedIn(app: App): Pick<Hardened, 'objects' | 'filled'> {
  const objects = app.node.findAll().filter((construct): construct is ApiObject => construct instanceof ApiObject);
  const written = objects.map(object => object.toJson());
  const hardening = Hardening.of(app).apply({ behavioural: true });
  const rows = objects.map((object, index) => {
    const once = object.toJson();
    return { path: object.node.path, written: written[index], once, twice: again(once) };
  });
  return { objects: rows, filled: hardening.filled };
}

function again(json: any): any {
  const chart = new Chart(new App(), 'again');
  const object = new ApiObject(chart, 'object', json);
  Hardening.of(chart).apply({ behavioural: true });
  return object.toJson();
}

/** Every path whose value hardening changed or took away. Nulls say nothing: Kubernetes drops them. */
export function lost(written: any, rendered: any, path = ''): string[] {
  if (typeof written !== 'object' || written === null) {
    return written === null || Object.is(written, rendered) ? [] : [path];
  }
  if (typeof rendered !== 'object' || rendered === null || Array.isArray(written) && written.length !== rendered.length) {
    return [path];
  }
  return Object.entries(written).flatMap(([key, value]) => lost(value, rendered[key], `${path}/${key}`));
}

/** Every path, with dots, that is there only after hardening; what is below it is not listed. */
export function added(written: any, rendered: any, path: readonly string[] = []): string[] {
  if (typeof rendered !== 'object' || rendered === null) {
    return [];
  }
  return Object.entries(rendered).flatMap(([key, value]) =>
    written[key] === undefined || written[key] === null ? [[...path, key].join('.')] : added(written[key], value, [...path, key]));
}
