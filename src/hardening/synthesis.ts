import type { IConstruct } from 'constructs';
import { copied } from './copied';
import { inOnePass, onceAPass } from './pass';

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
  /**
   * How the objects of a chart are rendered, and undefined for what is no chart of cdk8s: set by who knows cdk8s. In a run the app is validated already,
   * which cdk8s would do again, with the whole app, for each chart.
   */
  public static renderChart?: (construct: IConstruct) => (() => any[]) | undefined;

  /** Whether a construct is a chart whose author replaced its rendering: set by who knows cdk8s. */
  public static rendersItsOwnWay?: (construct: IConstruct) => boolean;

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
        return run === undefined ? validate() : run.preparing ? [] : onceAPass(validate, validate);
      },
    };
  }

  /** True while the validations of the app are run for what they change: some apps use them to change constructs at the last moment. */
  private preparing = true;

  private constructor(private readonly root: Root) {}

  private run<T>(act: () => T): T {
    this.root[SYNTHESIS] = this;
    const restore: (() => void)[] = [];
    try {
      this.root.node.findAll().forEach(({ node }) => node.validate());
      this.preparing = false;
      // A chart that renders in a way of its own may change its objects when it does: then nothing can be kept.
      if (this.root.node.findAll().some(construct => Synthesis.rendersItsOwnWay?.(construct))) {
        return act();
      }
      for (const construct of this.root.node.findAll()) {
        const rendering = isApiObject(construct) ? this.rendering(construct) : Synthesis.renderChart?.(construct);
        if (rendering !== undefined) {
          restore.push(replaced(construct as Rendered, rendering));
        }
      }
      return inOnePass(act);
    } finally {
      restore.forEach(undo => undo());
      this.root[SYNTHESIS] = WATCHED;
    }
  }

  private rendering(apiObject: Rendered): () => any {
    const original = apiObject.toJson;
    // Who gets a rendering may change it: each gets one of its own.
    return () => copied(onceAPass(apiObject, () => original.call(apiObject)));
  }
}

/** Gives a construct another rendering, and returns what undoes it. */
function replaced(construct: Rendered, rendering: () => any): () => void {
  const own = Object.getOwnPropertyDescriptor(construct, 'toJson');
  construct.toJson = rendering;
  return () => {
    delete (construct as Partial<Rendered>).toJson;
    if (own !== undefined) {
      Object.defineProperty(construct, 'toJson', own);
    }
  };
}

/** The object of a prototype chain that has the method. */
function ownerOf(object: any, method: string): any {
  return object === null || Object.hasOwn(object, method) ? object ?? undefined : ownerOf(Object.getPrototypeOf(object), method);
}

/** Told apart by its methods: any line and copy of cdk8s is served, and none is loaded. */
export function isApiObject(construct: IConstruct): construct is Rendered {
  return 'toJson' in construct && 'addJsonPatch' in construct;
}
