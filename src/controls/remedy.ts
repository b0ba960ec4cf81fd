/** Whether a remedy may be applied to a program that runs today without asking. */
export enum RemedyClass {
  /** It stops no well-behaved program: hardening and the mutating guard apply it. */
  SAFE = 'safe',

  /** It could stop a program that runs today: only our constructs apply it, or someone who asks. */
  BEHAVIOURAL = 'behavioural',
}

/** One field that a remedy fills in. */
export interface RemedyField {
  /** The field below the control's subject, with dots: `securityContext.capabilities.drop`. */
  readonly path: string;

  /** The value it gets where the author left it out. */
  readonly value: any;
}

/** How an object is made to satisfy a control: fields filled in where they are absent. What an author wrote is never changed. */
export interface Remedy {
  /**
   * Whether it may be applied without asking.
   *
   * @default RemedyClass.SAFE
   */
  readonly remedyClass?: RemedyClass;

  /**
   * A CEL expression over the control's subject. The remedy is left out where it is false, so that it never makes an object the API refuses.
   *
   * @default - applied wherever the control does not hold
   */
  readonly when?: string;

  /** The fields to fill in. A field whose parent was given as something else than an object is left alone. */
  readonly fields: RemedyField[];
}
