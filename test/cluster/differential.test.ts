import { join } from 'node:path';
import fc from 'fast-check';
import { corpus, FIXTURES, REAL_WORLD } from './corpus';
import { mutants, Vocabulary } from './mutation';
import { proof } from './proof';
import { CelError } from '../../src/cel/error';
import { Catalogue } from '../../src/controls/catalogue';
import { Control } from '../../src/controls/control';
import { Subject } from '../../src/controls/subject';
import { JsonObject, Manifest } from '../../src/inventory/manifest';
import { KubernetesVersion } from '../../src/model/kubernetes-version';
import { containersOf, podTemplateOf } from '../../src/model/pod-template';
import { Packs } from '../../src/packs';
import { Judge } from '../../src/verify/judge';
import { manifestOf } from '../../src/verify/manifests';
import { askKubernetesOfMany, Questions } from '../cel/oracle/kubernetes';
import { askProgram, builtProgram } from '../go';

/** The same in every run; who looks for more gives another: `DIFFERENTIAL_SEED=1 DIFFERENTIAL_SIZE=10 npm run test:cluster`. */
const SEED = Number(process.env.DIFFERENTIAL_SEED ?? 20261124);
const SIZE = Number(process.env.DIFFERENTIAL_SIZE ?? 1);
const MUTANTS = 4000 * SIZE;
const PODS = 6000 * SIZE;
const AT_ONCE = 500;
const ENOUGH = 100_000;
const MINUTES = 60_000;

/** New policies may use what Kubernetes lets them from 1.29 on; the newest of the library is 1.35. */
const CEL_MINORS = [29, 30, 31, 32, 33, 34, 35];
const POD_SECURITY_MINORS = KubernetesVersion.all().map(({ minor }) => minor);

const numbers: Record<string, number | Record<string, number>> = { seed: SEED };
afterAll(() => proof('differential', numbers));

const bases = corpus(FIXTURES, REAL_WORLD);
const vocabulary = new Vocabulary(bases);

const CONTROLS = Catalogue.all().filter(control => control instanceof Control);

/** Every expression of every control, for every minor. */
const TABLE = [...new Set(CONTROLS.flatMap(control => CEL_MINORS.flatMap(minor => expressionsOf(control, minor))))];
const PLACES = new Map(TABLE.map((expression, place) => [expression, place]));
const JUDGES = new Map(CONTROLS.map(control => [control, new Judge(control, KubernetesVersion.DEFAULT)]));

function expressionsOf(control: Control, minor: number): string[] {
  return [control.expressionFor(`1.${minor}`), control.when, control.remedy?.when].filter(each => each !== undefined);
}

/** What controls are asked on together, and which. */
interface Sitting {
  readonly bindings: { readonly [variable: string]: unknown };
  readonly asked: readonly { readonly control: Control; readonly expression: string }[];
  readonly minor: number;
}

/** The sittings of one object: on itself, its pod template and each container, as admitted and as written. */
function sittingsOf(manifest: Manifest, minor: number): Sitting[] {
  const judging = CONTROLS.filter(control => JUDGES.get(control)!.mayJudge(manifest));
  return [false, true].flatMap(asWritten => {
    const object = asWritten ? manifest.written : manifest.object;
    const pod = (asWritten ? podTemplateOf(object) : manifest.pod)?.template;
    const containers = pod === undefined ? [] : [...containersOf(pod.spec)].map(({ container }) => ({ object, pod, container }));
    const bindings = { [Subject.OBJECT]: [{ object }], [Subject.POD]: pod === undefined ? [] : [{ object, pod }], [Subject.CONTAINER]: containers };
    return Object.values(Subject).flatMap(subject => {
      const controls = judging.filter(control => control.subject === subject && control.asWritten === asWritten);
      const asked = controls.flatMap(control => expressionsOf(control, minor).map(expression => ({ control, expression })));
      return asked.length === 0 ? [] : bindings[subject].map(each => ({ bindings: each, asked, minor }));
    });
  });
}

/** As the Go program writes a result. */
function ours(control: Control, expression: string, { bindings, minor }: Sitting): string {
  const program = control._compile(expression, KubernetesVersion.of(`1.${minor}`));
  try {
    return String(program.evaluate({ ...bindings, params: control.parameters }));
  } catch (error) {
    if (!(error instanceof CelError)) {
      throw error;
    }
    return 'evaluate';
  }
}

const questionOf = ({ bindings, asked, minor }: Sitting): Questions => ({
  bindings, minor, ask: asked.map(({ expression }) => PLACES.get(expression)!), params: asked.map(({ control }) => control.parameters),
});

test('every control in CEL has the same result in Kubernetes', () => {
  const objects = fc.sample(mutants(bases, vocabulary), { numRuns: MUTANTS, seed: SEED });
  const results = { true: 0, false: 0, evaluate: 0 };
  const disagreements = new Map<string, object>();
  let pairs = 0;
  for (let start = 0; start < objects.length; start += AT_ONCE) {
    const sittings = objects.slice(start, start + AT_ONCE).flatMap((written, index) => {
      const own = sittingsOf(manifestOf(written, {}, true), CEL_MINORS[index % CEL_MINORS.length]);
      pairs += new Set(own.flatMap(({ asked }) => asked.map(({ control }) => control))).size;
      return own;
    });
    askKubernetesOfMany(TABLE, sittings.map(questionOf)).forEach((answers, index) => answers.forEach(({ value, failed, message }, place) => {
      const sitting = sittings[index];
      const { control, expression } = sitting.asked[place];
      const mine = ours(control, expression, sitting);
      results[mine as keyof typeof results]++;
      if (mine !== (failed ?? value)) {
        const on = JSON.stringify(sitting.bindings);
        disagreements.set(expression, { control: control.id, expression, minor: sitting.minor, mine, theirs: message ?? value, on });
      }
    }));
  }
  const evaluations = Object.values(results).reduce((sum, each) => sum + each);
  const { true: hold, false: fail, evaluate: errors } = results;
  numbers.cel = { controls: CONTROLS.length, objects: objects.length, pairs, evaluations, hold, fail, errors };
  expect({ SEED, found: [...disagreements.values()], number: disagreements.size }).toEqual({ SEED, found: [], number: 0 });
  expect(pairs).toBeGreaterThanOrEqual(ENOUGH);
  // A comparison in which everything holds, or nothing, would show little.
  Object.values(results).forEach(number => expect(number).toBeGreaterThan(100));
}, 10 * MINUTES);

/**
 * In `restricted` the stricter check of seccomp stands in place of that of `baseline`, and spares pods of Windows: there Kubernetes admits what it refuses in
 * the weaker level. Our pack of the stricter level holds that of the weaker.
 */
const isSparedByRestricted = (pod: JsonObject, level: string, failed: readonly string[]) =>
  level === 'restricted' && pod.spec?.os?.name === 'windows' && failed.join() === 'seccomp-unconfined';

test('Pod Security\'s levels have the same verdict in Kubernetes, at every minor', () => {
  const templates = bases.map(podTemplateOf).filter(located => located !== undefined).map(({ template }) => template);
  const podOf = ({ metadata = {}, spec }: any): JsonObject => ({ apiVersion: 'v1', kind: 'Pod', metadata: { labels: metadata.labels, annotations: metadata.annotations }, spec });
  const pods = fc.sample(mutants(templates.map(podOf), vocabulary, { typed: true, most: 6 }), { numRuns: PODS, seed: SEED });
  const program = builtProgram(join(__dirname, 'pod-security'), 'pod-security-oracle');
  const answers = askProgram<any>(program, pods.map(pod => ({ pod, minors: POD_SECURITY_MINORS })));
  const packs = ['baseline', 'restricted'].map(level => ({ level, controls: Packs.ids(`pss-${level}`).map(id => Catalogue.get(id)) }));
  const counted = { pods: 0, notPods: 0, verdicts: 0, admitted: 0, refused: 0, spared: 0 };
  // One of each kind is enough to see what is wrong.
  const disagreements = new Map<string, object>();
  const inventory = undefined as never;
  const manifests = pods.map(pod => manifestOf(pod, {}, true));
  for (const minor of POD_SECURITY_MINORS) {
    const target = KubernetesVersion.of(`1.${minor}`);
    const judges = packs.map(({ level, controls }) => ({ level, judges: controls.map(control => new Judge(control, target)) }));
    pods.forEach((pod, index) => {
      const { admits, reasons, error } = answers[index];
      if (error !== undefined) {
        counted.notPods += Number(minor === POD_SECURITY_MINORS[0]);
        return;
      }
      counted.pods += Number(minor === POD_SECURITY_MINORS[0]);
      for (const { level, judges: own } of judges) {
        const failed = own.filter(judge => {
          const { outcome, errors } = judge.judge(manifests[index], inventory);
          return outcome === 'failed' || errors.length > 0;
        }).map(({ control }) => control.id);
        const theirs: boolean = admits[`${level} ${minor}`];
        counted.verdicts++;
        counted[theirs ? 'admitted' : 'refused']++;
        if (theirs && isSparedByRestricted(pod, level, failed)) {
          counted.spared++;
        } else if (theirs !== (failed.length === 0)) {
          const their = reasons?.[`${level} ${minor}`] ?? 'admitted';
          disagreements.set(JSON.stringify([level, failed, their]), { level, minor, ours: failed, theirs: their, pod: JSON.stringify(pod) });
        }
      }
    });
  }
  numbers.podSecurity = { minors: POD_SECURITY_MINORS.length, ...counted };
  expect({ SEED, found: [...disagreements.values()], number: disagreements.size }).toEqual({ SEED, found: [], number: 0 });
  expect(Math.min(counted.admitted, counted.refused)).toBeGreaterThan(1000);
}, 10 * MINUTES);
