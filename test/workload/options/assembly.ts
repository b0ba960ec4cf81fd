import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const assemblies = ['cdk8s-plus-28', 'cdk8s'].map(name => JSON.parse(readFileSync(join(dirname(require.resolve(`${name}/package.json`)), '.jsii'), 'utf8')));
const TYPES: { readonly [name: string]: any } = Object.assign({}, ...assemblies.map(({ types }) => types));

/** What cdk8s has beside: a schedule is one text, and a reference to an owner is not cdk8s-plus's. */
const NOT_OURS = new Set(['CronOptions', 'OwnerReference']);

/** Where a struct inherits an option, it goes by the struct that declares it, or by what all workloads have in common. */
const COMMON = new Set(['AbstractPodProps', 'WorkloadProps', 'ResourceProps']);

/** Every option that structs have, and the structs and factories that they refer to, such as `ContainerProps.image`. */
export function structsOf(roots: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const options = new Set<string>();
  const visit = (fqn: string): void => {
    const type = TYPES[fqn];
    if (type === undefined || seen.has(fqn) || NOT_OURS.has(type.name) || type.kind === 'enum') {
      return;
    }
    seen.add(fqn);
    if (type.datatype) {
      for (const { declared, property } of properties(fqn)) {
        options.add(`${COMMON.has(declared) ? 'WorkloadProps' : type.name}.${property.name}`);
        referred(property.type).forEach(visit);
      }
    } else if (type.kind === 'class' && factory(type)) {
      for (const { parameters = [] } of type.methods.filter((method: any) => method.static)) {
        parameters.flatMap((parameter: any) => referred(parameter.type)).filter((name: string) => TYPES[name]?.datatype).forEach(visit);
      }
    }
  };
  roots.forEach(root => visit(`cdk8s-plus-28.${root}`));
  return options;
}

/** A class whose objects are made by static methods, and which makes no object of the API. */
function factory(type: any): boolean {
  return (type.methods ?? []).some((method: any) => method.static) && type.base !== 'cdk8s-plus-28.Resource';
}

function properties(fqn: string): { declared: string; property: any }[] {
  const type = TYPES[fqn];
  return [...(type.interfaces ?? []).flatMap((parent: string) => TYPES[parent] === undefined ? [] : properties(parent)),
    ...(type.properties ?? []).map((property: any) => ({ declared: type.name, property }))];
}

function referred(type: any): string[] {
  return type === undefined ? [] : type.fqn !== undefined ? [type.fqn] : type.collection !== undefined ? referred(type.collection.elementtype)
    : (type.union?.types ?? []).flatMap(referred);
}
