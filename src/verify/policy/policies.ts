import { compilePolicy } from './compiled-policy';
import { PolicyJudge } from './policy-judge';
import { Binding, Policy } from './policy-kinds';
import { BINDING, POLICY } from './policy-shape';
import { Requester } from './requester';
import { Shape, ShapeFault } from './shape';
import { Manifest } from '../../inventory/manifest';
import { KubernetesVersion } from '../../model/kubernetes-version';
import { readSources } from '../files';
import { Source } from '../input';
import { ReportError } from '../report/report';
import { writtenPath } from '../written-path';

const GROUP = 'admissionregistration.k8s.io';

/** What policy files hold: policies made ready to judge, what else stands beside them, and what is wrong. */
export interface Policies {
  readonly judges: readonly PolicyJudge[];

  /** Every object of the files: parameters, namespaces and definitions among them are known to the policies. */
  readonly manifests: readonly Manifest[];
  readonly errors: readonly ReportError[];
}

/** How policies are judged. */
export interface PolicyOptions {
  readonly target: KubernetesVersion;
  readonly requester?: Requester;

  /** Whether a control has this id already. */
  readonly taken: (id: string) => boolean;
}

/** Reads the ValidatingAdmissionPolicies and their bindings from files and folders. */
export function readPolicies(paths: readonly string[], options: PolicyOptions): Policies {
  const errors: ReportError[] = [];
  const sources = readSources(paths, false);
  const found = sources.flatMap(source => source.manifests.map(manifest => ({ source, manifest })));
  const ofKind = <T>(kind: string, shape: Shape) => found.filter(({ manifest }) => manifest.groupKind === `${GROUP}/${kind}`)
    .flatMap(({ source, manifest }) => readOne<T>(source, manifest, shape, errors));
  const policies = once(ofKind<Policy>('ValidatingAdmissionPolicy', POLICY), errors);
  const bindings = once(ofKind<Binding>('ValidatingAdmissionPolicyBinding', BINDING), errors);
  const names = new Set(found.filter(({ manifest }) => manifest.kind === 'ValidatingAdmissionPolicy').map(({ manifest }) => manifest.name));
  for (const { name, spec: { policyName }, at } of bindings) {
    if (!names.has(policyName)) {
      errors.push({ ...at(['spec', 'policyName']), message: `ValidatingAdmissionPolicyBinding ${name} binds policy "${policyName}", which is not there: give its file with --policy` });
    }
  }
  if (names.size === 0 && paths.length > 0 && sources.every(source => source.errors.length === 0)) {
    errors.push({ file: paths[0], message: 'there is no ValidatingAdmissionPolicy in what --policy names: give the files or folders with yours' });
  }
  const judges = policies.flatMap(policy => judgeOf(policy, bindings.filter(({ spec }) => spec.policyName === policy.name), options, errors));
  return { judges, manifests: found.map(({ manifest }) => manifest), errors: [...sources.flatMap(source => source.errors), ...errors] };
}

function readOne<T>(source: Source, manifest: Manifest, shape: Shape, errors: ReportError[]): T[] {
  const { object, kind, name, origin } = manifest;
  const at = (path: ShapeFault['path']) => ({ file: source.file, line: source.position(origin.document!, [...origin.prefix ?? [], ...path]).line });
  const faults = shape(object, []);
  errors.push(...faults.map(fault => faultOf(kind, name, fault, at)));
  return faults.length > 0 ? [] : [{ name, spec: object.spec, manifest, at } as T];
}

function judgeOf(policy: Policy, bindings: readonly Binding[], { target, requester, taken }: PolicyOptions, errors: ReportError[]): PolicyJudge[] {
  const compiled = compilePolicy(policy, target);
  errors.push(...compiled.faults.map(fault => faultOf('ValidatingAdmissionPolicy', policy.name, fault, policy.at)));
  const id = taken(policy.name) ? `policy/${policy.name}` : policy.name;
  return compiled.faults.length > 0 ? [] : [new PolicyJudge({ id, policy, compiled, bindings, requester })];
}

/** In a cluster only one of a name can be. */
function once<T extends Policy | Binding>(read: readonly T[], errors: ReportError[]): T[] {
  return read.filter(({ name, at, manifest }, index) => {
    const first = read.findIndex(other => other.name === name);
    if (first < index) {
      errors.push({ ...at(['metadata', 'name']), message: `${manifest.kind} ${name} is there twice, first in ${read[first].manifest.origin.file}: give one of them` });
    }
    return first === index;
  });
}

function faultOf(kind: string, name: string, { path, message }: ShapeFault, at: Policy['at']): ReportError {
  const written = writtenPath(path);
  return { ...at(path), message: `${kind} ${name}: ${written === '' ? '' : `${written}: `}${message}` };
}
