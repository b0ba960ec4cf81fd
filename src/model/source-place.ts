/** A place in the source of an app. */
export interface SourcePlace {
  /** The file, relative to the working directory where it is below it. */
  readonly file: string;
  /** The 1-based line. */
  readonly line: number;
  /** The 1-based column. */
  readonly column: number;
}
