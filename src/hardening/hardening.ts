import { ApiObject, JsonPatch } from 'cdk8s';
import { IConstruct } from 'constructs';
import { addLastStep, addOverride, LastStep } from './render';
import { watch } from './watch';
import { Remedies } from '../controls/remedies';
import { KubernetesVersion } from '../model/kubernetes-version';

const HARDENING = Symbol.for('cdk8s-bulwark.hardening');

/** How far hardening goes. */
export interface HardeningOptions {
  /**
   * Whether remedies that could stop a program that runs today are applied too: dropping capabilities, refusing root, a read-only file system.
   * @default false
   */
  readonly behavioural?: boolean;

  /**
   * The Kubernetes minor that is rendered for, such as `1.34`.
   * @default KubernetesVersion.DEFAULT
   */
  readonly target?: string;
}

/** A field that hardening filled in. */
export interface FilledField {
  /** The control that asked for it. */
  readonly control: string;
  /** The construct that made the object. */
  readonly constructPath: string;
  /** The field, with dots. */
  readonly path: string;
}

/**
 * The defaults of the library for any cdk8s app: plain L1s, cdk8s-plus, Include, Helm. What an author left out is filled in when the object is
 * rendered; what was written is kept, and found by the verifier.
 */
export class Hardening {
  /** The hardening of an app, a chart or any construct: the same for the same construct. */
  public static of(scope: IConstruct): Hardening {
    const holder = scope as IConstruct & { [HARDENING]?: Hardening };
    holder[HARDENING] ??= new Hardening(scope);
    return holder[HARDENING];
  }

  /**
   * Applies patches to an object after everything else. They survive cdk8s-plus-28, which drops from its own every field newer than Kubernetes 1.28.
   *
   * @param construct the object, or a construct with one, such as a cdk8s-plus Deployment
   * @param patches JSON patches, RFC 6902
   */
  public static override(construct: IConstruct, ...patches: JsonPatch[]): void {
    addOverride(ApiObject.of(construct), ...patches);
  }

  private options?: HardeningOptions;
  private readonly byObject = new Map<string, FilledField[]>();

  private constructor(private readonly scope: IConstruct) {}

  /**
   * Hardens every object below the scope, also those added later. Calling it again changes the options, nothing else.
   *
   * @param options how far it goes
   */
  public apply(options: HardeningOptions = {}): Hardening {
    const first = this.options === undefined;
    this.options = options;
    if (first) {
      watch(this.scope, apiObject => addLastStep(apiObject, this.step));
    }
    return this;
  }

  /** What the newest rendering of each object filled in. */
  public get filled(): FilledField[] {
    return [...this.byObject.values()].flat();
  }

  private readonly step: LastStep = (rendered, apiObject) => {
    const { behavioural = false, target } = this.options!;
    const version = target === undefined ? KubernetesVersion.DEFAULT : KubernetesVersion.of(target);
    const constructPath = apiObject.node.path;
    const filled = Remedies.of(version, behavioural).fillIn(rendered);
    this.byObject.set(constructPath, filled.map(({ control, path }) => ({ control, constructPath, path: path.join('.') })));
    return rendered;
  };
}
