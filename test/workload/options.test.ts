import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import * as fc from 'fast-check';
import { load } from 'js-yaml';
import { changes, chart, IMAGE, Kind, KINDS, leaves, rendered, template } from './apps';
import { OPTIONS } from './options/all';
import { structsOf } from './options/assembly';
import { Option } from './options/option';

const ALL = Object.keys(KINDS) as Kind[];
const kindsOf = ({ kinds }: Option) => (kinds ?? ALL) as Kind[];

/** The workload that a kind makes with options, or without them. */
function made(kind: Kind, options: readonly Option[], on: boolean): any {
  const scope = chart();
  // What options need beside them, each makes below a construct of its own.
  const below = (list: string) => options.map((_, index) => new Construct(scope, `${list}-${index}`));
  const containers = on ? below('container').map((own, index) => options[index].container?.(own as Chart)) : [];
  const props = on ? below('props').map((own, index) => options[index].props?.(own as Chart)) : [];
  KINDS[kind](scope, Object.assign({ containers: [Object.assign({ image: IMAGE }, ...containers)] }, ...props));
  return rendered(scope, kind)[0];
}

const withoutTemplate = (object: any) => {
  const copy = structuredClone(object);
  (copy.kind === 'CronJob' ? copy.spec.jobTemplate.spec : copy.spec).template = 'elsewhere';
  return copy;
};

test('the table has every option that the assembly of cdk8s-plus has', () => {
  const covered = new Set(Object.keys(OPTIONS).map(name => name.split(' ')[0]));
  const there = structsOf(['DeploymentProps', 'StatefulSetProps', 'DaemonSetProps', 'JobProps', 'CronJobProps', 'ContainerProps']);
  expect([...there].filter(option => !covered.has(option))).toEqual([]);
  expect([...covered].filter(option => !there.has(option))).toEqual([]);
  expect(there.size).toBeGreaterThan(150);
});

test.each(ALL)('a %s about which its author says nothing is what our table says, and no more', kind => {
  expect(made(kind, [], false)).toEqual(load(readFileSync(join(__dirname, 'empty', `${kind}.yaml`), 'utf8')));
});

describe.each(ALL)('on a %s, an option changes what it says and nothing else:', kind => {
  test.each(Object.entries(OPTIONS).filter(([, option]) => kindsOf(option).includes(kind)))('%s', (_name, option) => {
    const [before, after] = [made(kind, [option], false), made(kind, [option], true)];
    expect(changes(template(before), template(after))).toEqual(option.template ?? {});
    expect(changes(withoutTemplate(before), withoutTemplate(after))).toEqual(option.object ?? {});
  });
});

test('options together change what each of them changes alone, and nothing else', () => {
  // Options that set the same property, or change the same leaf, say nothing of each other; a port has consequences of its own.
  const simple = Object.entries(OPTIONS).filter(([, { alone }]) => !alone);
  const properties = ({ props, container }: Option) => {
    const scope = chart();
    return [...Object.keys(props?.(scope) ?? {}), ...Object.keys(container?.(scope) ?? {}).map(name => `container.${name}`)];
  };
  const touched = (option: Option) => [...properties(option), ...Object.keys(option.template ?? {}), ...Object.keys(option.object ?? {})];
  const some = (kind: Kind) => fc.shuffledSubarray(simple.filter(([, option]) => kindsOf(option).includes(kind)), { minLength: 2, maxLength: 8 });
  const together = (kind: Kind) => some(kind).map(chosen => {
    const taken = new Set<string>();
    const compatible = chosen.filter(([, option]) => {
      const fields = touched(option);
      const free = fields.every(field => !taken.has(field));
      if (free) {
        fields.forEach(field => taken.add(field));
      }
      return free && !fields.some(field => field === 'containers' || field === 'isolate');
    });
    return { kind, chosen: compatible };
  });
  fc.assert(fc.property(fc.oneof(...ALL.map(together)), ({ kind, chosen }) => {
    const options = chosen.map(([, option]) => option);
    const after = made(kind, options, true);
    const before = leaves(template(made(kind, [], false)));
    const expected = Object.assign(Object.fromEntries(before), ...options.map(option => option.template)) as Record<string, unknown>;
    const wanted = Object.fromEntries(Object.entries(expected).filter(([, value]) => value !== undefined));
    expect(Object.fromEntries(leaves(template(after)))).toEqual(wanted);
  }), { numRuns: 300 });
});
