const FORM = /^[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$/;

/** Whether Kubernetes accepts a text as the value of a label. It is stricter than Kubernetes on one point: the empty value says nothing. */
export function isLabelValue(value: string): boolean {
  return FORM.test(value);
}

/**
 * Refuses what Kubernetes does not accept as the value of a label, when it is written and not when it is deployed.
 *
 * @param what what the value is, for the error
 * @throws if the value is empty, longer than 63 characters, or has other characters than letters, digits, `-`, `_` and `.` inside
 */
export function checkedLabelValue(what: string, value: string): string {
  if (!isLabelValue(value)) {
    throw new Error(
      `${what} "${value}" is not a label value: give 1 to 63 letters, digits, "-", "_" or ".", with a letter or digit at both ends`,
    );
  }
  return value;
}
