import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

/** Policies that others wrote, each with its tests: see ORIGIN.json there. */
export const LIBRARY = process.env.BULWARK_ADMISSION_LIBRARY ?? '/work/shared/cases/cel-admission-library';

export interface LibraryCase {
  readonly control: string;
  readonly name: string;
  readonly policy: any;
  readonly binding: any;
  readonly params: any;
  readonly object: any;

  /** `pass` is admitted, `fail` denied, `warn` admitted with a warning. */
  readonly expected: 'pass' | 'fail' | 'warn';
}

const read = (...path: string[]) => parse(readFileSync(join(LIBRARY, ...path), 'utf8'));
const resource = (file: string) => read('test-resources', file);

/** Every case of the library; none where it is not there. */
export function libraryCases(): LibraryCase[] {
  if (!existsSync(join(LIBRARY, 'controls'))) {
    return [];
  }
  return readdirSync(join(LIBRARY, 'controls')).sort().flatMap(control => {
    const policy = read('controls', control, 'policy.yaml');
    const tests: any[] = JSON.parse(readFileSync(join(LIBRARY, 'controls', control, 'tests.json'), 'utf8'));
    return tests.map(({ name, template, expected, binding_template: binding = 'policy-binding.yaml', param_template: params = 'default-control-configuration.yaml', field_change_list: changes }) => ({
      control,
      name,
      policy,
      expected,
      params: named(resource(params), control.toLowerCase()),
      binding: boundTo(named(resource(binding), control.toLowerCase()), policy.metadata.name, control.toLowerCase()),
      object: (changes as string[] | undefined ?? []).reduce(changed, resource(template)),
    }));
  });
}

function named(object: any, name: string): any {
  return { ...object, metadata: { ...object.metadata, name } };
}

function boundTo(binding: any, policyName: string, params: string): any {
  return { ...binding, spec: { ...binding.spec, policyName, paramRef: { ...binding.spec.paramRef, name: params } } };
}

/** Applies `spec.containers.[0].image=busybox`. */
function changed(object: any, change: string): any {
  const at = change.indexOf('=');
  const steps = change.slice(0, at).split('.').reduce<string[]>((done, step, index, all) => {
    // A step in brackets is an index; keys with dots are written in quotes.
    const open = done.length > 0 && all[index - 1] !== undefined && done[done.length - 1].startsWith('"') && !done[done.length - 1].endsWith('"');
    return open ? [...done.slice(0, -1), `${done[done.length - 1]}.${step}`] : [...done, step];
  }, []).map(step => /^\[\d+\]$/.test(step) ? Number(step.slice(1, -1)) : step.replace(/^"(.*)"$/, '$1'));
  let place = object;
  steps.slice(0, -1).forEach((step, index) => {
    place[step] ??= typeof steps[index + 1] === 'number' ? [] : {};
    place = place[step];
  });
  place[steps[steps.length - 1]] = parse(change.slice(at + 1));
  return object;
}
