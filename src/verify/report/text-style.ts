import { Severity } from '../../model/severity';

/** How the parts of a text report look. */
export interface TextStyle {
  heading(text: string, severity?: Severity): string;
  faint(text: string): string;

  /** Breaks a line that is too wide; what follows the first is indented as it is. */
  wrap(line: string): string[];
}

/** As in a file. */
export const PLAIN: TextStyle = { heading: text => text, faint: text => text, wrap: line => [line] };
