import type { IConstruct } from 'constructs';
import { inOnePass } from './pass';

const SYNTHESIS = Symbol.for('cdk8s-bulwark.synthesis');

type Rendered = IConstruct & { toJson(): any };
type Root = IConstruct & { [SYNTHESIS]?: Synthesis | typeof WATCHED };

/** The app is watched, and in no run. */
const WATCHED = 'watched';

/**
 * One run of `App.synth` or `App.synthYaml`. cdk8s validates the whole app once for each chart, and then renders it: in one run every object is rendered
 * once, and what was found out about the app is found out once. Nothing outlives the run, so whatever is changed after it shows in the next.
 */
export class Synthesis {
  /** Makes each coming synthesis of an app one run. A chart that is rendered alone is none: there everything is rendered anew. */
  public static watch(root: IConstruct): void {
    (root as Root)[SYNTHESIS] ??= WATCHED;
    for (const method of ['synth', 'synthYaml']) {
      // jsii calls what stands on the prototype, whatever stands on the object. Apps that are not watched notice nothing.
      const owner = ownerOf(root, method);
      if (owner !== undefined && owner[method][SYNTHESIS] === undefined) {
        const original = owner[method];
        owner[method] = Object.assign(function (this: Root) {
          return this[SYNTHESIS] === WATCHED ? new Synthesis(this).run(() => original.call(this)) : original.call(this);
        }, { [SYNTHESIS]: true });
      }
    }
  }

  /** The run that an app is in. */
  public static of(root: IConstruct): Synthesis | undefined {
    const run = (root as Root)[SYNTHESIS];
    return run === WATCHED ? undefined : run;
  }

  /** A validation of a construct that is made once in a run, and anew outside of one. */
  public static validation(construct: IConstruct, validate: () => string[]): { validate(): string[] } {
    return {
      validate: () => {
        const run = Synthesis.of(construct.node.root);
        return run === undefined ? validate() : run.preparing ? [] : run.once(validate, validate);
      },
    };
  }

  /** True while the validations of the app are run for what they change: some apps use them to change constructs at the last moment. */
  private preparing = true;
  private readonly kept = new Map<object, any>();

  private constructor(private readonly root: Root) {}

  /** The value for a key, made on the first call of this run. */
  public once<T>(key: object, make: () => T): T {
    if (!this.kept.has(key)) {
      this.kept.set(key, make());
    }
    return this.kept.get(key);
  }

  private run<T>(act: () => T): T {
    this.root[SYNTHESIS] = this;
    const restore: (() => void)[] = [];
    try {
      this.root.node.findAll().forEach(({ node }) => node.validate());
      this.preparing = false;
      restore.push(...this.root.node.findAll().filter(isApiObject).map(apiObject => this.renderOnce(apiObject)));
      return inOnePass(act);
    } finally {
      restore.forEach(undo => undo());
      this.root[SYNTHESIS] = WATCHED;
    }
  }

  /** @returns what undoes it */
  private renderOnce(apiObject: Rendered): () => void {
    const own = Object.getOwnPropertyDescriptor(apiObject, 'toJson');
    const original = apiObject.toJson;
    apiObject.toJson = () => this.once(apiObject, () => original.call(apiObject));
    return () => {
      delete (apiObject as Partial<Rendered>).toJson;
      if (own !== undefined) {
        Object.defineProperty(apiObject, 'toJson', own);
      }
    };
  }
}

/** The object of a prototype chain that has the method. */
function ownerOf(object: any, method: string): any {
  return object === null || Object.hasOwn(object, method) ? object ?? undefined : ownerOf(Object.getPrototypeOf(object), method);
}

/** Told apart by its methods: any line and copy of cdk8s is served, and none is loaded. */
export function isApiObject(construct: IConstruct): construct is Rendered {
  return 'toJson' in construct && 'addJsonPatch' in construct;
}
