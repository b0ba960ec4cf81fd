/** A control that no policy asks for, and why. */
export interface Unguarded {
  /** Its id. */
  readonly control: string;

  /** Why the cluster does not ask for it. */
  readonly reason: string;
}
