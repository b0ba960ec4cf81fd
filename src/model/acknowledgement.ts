/** A finding that a named person accepts. */
export interface Acknowledgement {
  /** The control's id. */
  readonly id: string;
  /** Why it is accepted. */
  readonly reason: string;
  /** Who accepts it. */
  readonly owner: string;
  /**
   * The last day it holds, as `2026-12-31`.
   * @default - it does not expire
   */
  readonly until?: string;
}
