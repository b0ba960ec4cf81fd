/** How much an attacker gains where a control does not hold. */
export enum Severity {
  /** Good practice: nothing is lost by itself. */
  LOW = 'low',

  /** It makes another weakness worse. */
  MEDIUM = 'medium',

  /** It gives an attacker a foothold, or takes away the means to notice one. */
  HIGH = 'high',

  /** It hands over a node, a secret or the cluster. */
  CRITICAL = 'critical',
}

const RANK: Record<Severity, number> = {
  [Severity.LOW]: 0,
  [Severity.MEDIUM]: 1,
  [Severity.HIGH]: 2,
  [Severity.CRITICAL]: 3,
};

/** The order of severities: LOW < MEDIUM < HIGH < CRITICAL. */
export class SeverityOrder {
  /**
   * Whether a severity is the same as another or graver.
   *
   * @param severity the severity in question
   * @param threshold the least grave that counts
   */
  public static atLeast(severity: Severity, threshold: Severity): boolean {
    return SeverityOrder.compare(severity, threshold) >= 0;
  }

  /**
   * Compares two severities, for sorting with the least grave first.
   *
   * @returns a negative number if the first is less grave, 0 if they are the same, else a positive number
   */
  public static compare(first: Severity, second: Severity): number {
    return RANK[first] - RANK[second];
  }

  private constructor() {}
}
