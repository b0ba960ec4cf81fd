import { isDeepStrictEqual } from 'node:util';
import type { IConstruct } from 'constructs';
import { Acknowledgements } from './acknowledgements';
import { madeAt } from '../hardening/made-at';
import { inOnePass, renderingOf } from '../hardening/pass';
import { isApiObject } from '../hardening/render';
import { synthesizeInOnePass, validatedOnce } from '../hardening/synthesis';
import { observe } from '../hardening/watch';
import { KubernetesVersion } from '../model/kubernetes-version';
import { Platform } from '../model/platform';
import { NotKubernetes, manifestOf, objectsOf } from '../verify/manifests';
import type { Report, ReportError } from '../verify/report/report';
import { textReport } from '../verify/report/text';
import { Verification } from '../verify/verifier';
import { VerifierOptions } from '../verify/verifier-options';

const VERIFIER = Symbol.for('cdk8s-bulwark.verifier');

/** What becomes of findings when an app is synthesized. */
export enum Mode {
  /** Synthesis throws, and writes nothing. */
  ENFORCE = 'enforce',

  /** They are printed. */
  REPORT = 'report',

  /** Nothing is verified. */
  OFF = 'off',
}

/** How an app is verified. */
export interface AppVerifierOptions extends VerifierOptions {
  /**
   * What becomes of findings.
   * @default Mode.ENFORCE
   */
  readonly mode?: Mode;
}

/**
 * Verifies a whole app when it is synthesized, once, however many objects ask for it.
 *
 * Where no target is given, it judges for the Kubernetes version of the app's platforms; where they differ, for the oldest of them, because what
 * its API server drops protects nobody there.
 */
export class Verifier {
  /**
   * The verifier of an app; made on the first call.
   *
   * @param app the app, or any construct in it
   * @param options how to verify; only the first call may give them
   */
  public static of(app: IConstruct, options?: AppVerifierOptions): Verifier {
    const verifier = Verifier._attach(app);
    if (options !== undefined) {
      if (verifier.options !== undefined) {
        throw new Error('the app has a verifier already: give its options to the first Verifier.of(app)');
      }
      verifier.options = options;
    }
    verifier.options ??= {};
    return verifier;
  }

  /**
   * Our own constructs ask for a verifier, and leave its options open.
   *
   * @param platform what the construct is written for
   * @internal
   */
  public static _attach(construct: IConstruct, platform?: Platform): Verifier {
    const root = construct.node.root as IConstruct & { [VERIFIER]?: Verifier };
    root[VERIFIER] ??= new Verifier(root);
    const verifier = root[VERIFIER];
    if (platform !== undefined) {
      verifier.platforms.add(platform);
    }
    return verifier;
  }

  private printed?: string;

  private options?: AppVerifierOptions;

  /** What parts of the app are written for. */
  private readonly platforms = new Set<Platform>();

  private constructor(private readonly root: IConstruct) {
    root.node.addValidation(validatedOnce(root, () => this.validate()));
    synthesizeInOnePass(root);
    observe(root);
  }

  /** Verifies the app as it is now. Nothing is thrown or printed. */
  public report(): Report {
    return inOnePass(this.root, () => this.judged());
  }

  private judged(): Report {
    const errors: ReportError[] = [];
    const manifests = this.root.node.findAll().filter(isApiObject).flatMap(apiObject => {
      try {
        return objectsOf(renderingOf(apiObject))
          .map(({ object, prefix }) => manifestOf(object, { constructPath: apiObject.node.path, madeAt: () => madeAt(apiObject), prefix }, true));
      } catch (error) {
        if (!(error instanceof NotKubernetes)) {
          throw error;
        }
        errors.push({ message: `${apiObject.node.path}: ${error.message}` });
        return [];
      }
    });
    return new Verification(this.asked()).verify(manifests, errors, Acknowledgements._below(this.root));
  }

  /** What is left open follows from the platforms: the oldest version, and all else where they are alike. */
  private asked(): VerifierOptions {
    const [first, ...others] = this.platforms;
    const oldest = [...this.platforms].map(({ kubernetes }) => kubernetes).reduce<KubernetesVersion | undefined>(older, undefined);
    return {
      ...this.options,
      target: this.options?.target ?? (this.options?.platform === undefined ? oldest?.toString() : undefined),
      platform: this.options?.platform ?? (others.every(platform => isDeepStrictEqual(platform, first)) ? first : undefined),
    };
  }

  /** A chart that is rendered alone is validated with the whole app; the same report is printed once. */
  private print(text: string): void {
    if (text !== this.printed) {
      process.stderr.write(text);
      this.printed = text;
    }
  }

  private validate(): string[] {
    const mode = this.options?.mode ?? Mode.ENFORCE;
    if (mode === Mode.OFF) {
      return [];
    }
    const report = this.report();
    if (report.findings.length + report.errors.length === 0) {
      return [];
    }
    if (mode === Mode.REPORT) {
      this.print(textReport(report));
      return [];
    }
    return [
      ...report.findings.map(({ control, constructPath, container, path, message, remediation, madeAt: place }) =>
        `${control} on ${constructPath}${container === undefined ? '' : ` container ${container}`}${path === '' ? '' : ` (${path})`}: ${message}; ${remediation}${
          place === undefined ? '' : ` [${place.file}:${place.line}]`}`),
      ...report.errors.map(({ file, line, message }) => `${file === undefined ? '' : `${[file, line].filter(part => part !== undefined).join(':')}: `}${message}`),
    ];
  }
}

function older(one: KubernetesVersion | undefined, other: KubernetesVersion): KubernetesVersion {
  return one === undefined || one.atLeast(other) ? other : one;
}
