import { RemedyClass } from '../../controls/remedy';
import { Severity } from '../../model/severity';
import { SourcePlace } from '../../model/source-place';

/** The Kubernetes object that a finding is about. */
export interface ReportedObject {
  /** Such as `apps/v1`. */
  readonly apiVersion: string;
  /** Such as `Deployment`. */
  readonly kind: string;
  /** Empty where the object names none. */
  readonly namespace: string;
  /** The name, or the `generateName`. */
  readonly name: string;
}

/** One operation of a JSON patch. */
export interface PatchOperation {
  /** Always `add`: what is written is never changed. */
  readonly op: string;
  /** The field, as a JSON pointer from the object's root: `/spec/containers/0/securityContext`. */
  readonly path: string;
  /** What it gets. */
  readonly value: any;
}

/** What to put into an object so that a finding is no more. `bulwark fix` does it in the file. */
export interface FindingPatch {
  /** Whether it could stop a program that runs today: `bulwark fix` applies those with `--behavioural` only. */
  readonly remedyClass: RemedyClass;
  /** A JSON patch, RFC 6902. */
  readonly operations: PatchOperation[];
}

/** A control that does not hold on an object. */
export interface Finding {
  /** The control's id. */
  readonly control: string;
  /** The part of the CSA's recommendations. Empty for a policy of your own, which serves none that is known here. */
  readonly recommendation: string;
  /** How grave it is. */
  readonly severity: Severity;
  /** The object. */
  readonly object: ReportedObject;
  /**
   * The container's name.
   * @default - it is not about one container
   */
  readonly container?: string;
  /** The field, as in `spec.template.spec.containers[0].securityContext.privileged`. */
  readonly path: string;
  /**
   * The file as it was named; `-` is standard input.
   * @default - the object came from an app
   */
  readonly file?: string;
  /**
   * 0-based, among the non-empty documents of the file.
   * @default - the object came from an app
   */
  readonly document?: number;
  /**
   * The 1-based line of the field, or of its nearest parent that is written.
   * @default - the object came from an app
   */
  readonly line?: number;
  /**
   * The 1-based column.
   * @default - the object came from an app
   */
  readonly column?: number;
  /**
   * The path of the construct that made the object.
   * @default - the object came from a file
   */
  readonly constructPath?: string;
  /**
   * The line of the app that made the object, in the source that was written. It is known of what is made after the library is loaded, in JavaScript and
   * TypeScript.
   * @default - the object came from a file, or a library made it on its own
   */
  readonly madeAt?: SourcePlace;
  /** What is wrong and what follows from it. */
  readonly message: string;
  /** What to do about it. */
  readonly remediation: string;
  /**
   * What mends it, where the library has a remedy.
   * @default - a person decides
   */
  readonly patch?: FindingPatch;
  /** Where standards ask for it. */
  readonly references: string[];
  /** The same for the same finding in every run: control, object, container and field. */
  readonly fingerprint: string;
}

/** A finding that a named person accepted. */
export interface AcknowledgedFinding extends Finding {
  /** Why it was accepted. */
  readonly reason: string;
  /** Who accepted it. */
  readonly owner: string;
  /**
   * The day it expires, as `2026-12-31`.
   * @default - never
   */
  readonly until?: string;
}

/** What a control looked at, in objects. */
export interface Evidence {
  /** The control's id. */
  readonly control: string;
  /** Objects it judged: passed, failed, acknowledged and undetermined together. */
  readonly evaluated: number;
  /** Objects on which it holds. */
  readonly passed: number;
  /** Objects on which it does not hold. */
  readonly failed: number;
  /** Objects on which it does not hold, and that is accepted. */
  readonly acknowledged: number;
  /** Objects that could be decided only with objects outside the input. */
  readonly undetermined: number;
  /** Objects it does not apply to. */
  readonly notApplicable: number;
}

/** Something that could not be read or judged. It is never a silent pass. */
export interface ReportError {
  /**
   * The file.
   * @default - not from a file
   */
  readonly file?: string;
  /**
   * The 1-based line.
   * @default - unknown
   */
  readonly line?: number;
  /** What is wrong and what to do. */
  readonly message: string;
}

/** The tool that made a report. */
export interface ReportTool {
  /** `cdk8s-bulwark`. */
  readonly name: string;
  /** Its version. */
  readonly version: string;
}

/** A report in numbers. */
export interface ReportSummary {
  /** The Kubernetes minor that was judged for, such as `1.34`. */
  readonly target: string;
  /** Objects judged. */
  readonly objects: number;
  /** Findings. */
  readonly findings: number;
  /** Findings by severity. */
  readonly bySeverity: { readonly [severity: string]: number };
  /** Acknowledged findings. */
  readonly acknowledged: number;
  /**
   * Findings that the baseline holds too.
   * @default - no baseline was given
   */
  readonly baseline?: number;
  /**
   * Findings of the baseline that are no more.
   * @default - no baseline was given
   */
  readonly gone?: number;
  /** Judgements left open because the input is partial. */
  readonly undetermined: number;
  /** Errors. */
  readonly errors: number;
}

/** What the verifier has to say: findings, what was accepted, what was looked at, and what could not be. */
export interface Report {
  /** The version of this shape. */
  readonly schemaVersion: string;
  /** The tool that made it. */
  readonly tool: ReportTool;
  /** In numbers. */
  readonly summary: ReportSummary;
  /** What does not hold. */
  readonly findings: Finding[];
  /** What does not hold and is accepted. */
  readonly acknowledged: AcknowledgedFinding[];
  /**
   * What does not hold and did not before, by a report of before: it fails nobody, and `findings` has what is new.
   * @default - no baseline was given
   */
  readonly baseline?: Finding[];
  /**
   * What the report of before found, and is no more.
   * @default - no baseline was given
   */
  readonly gone?: Finding[];
  /** What was looked at. */
  readonly evidence: Evidence[];
  /** What could not be read or judged. */
  readonly errors: ReportError[];
  /**
   * What to know of how it was judged: a policy without a binding, or what it would take to decide what is open.
   * @default - nothing
   */
  readonly notices?: string[];
}
