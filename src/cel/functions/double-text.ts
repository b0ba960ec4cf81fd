/** The shortest digits, with an exponent from a million on and below a ten-thousandth, as Go writes it. */
export function doubleText(value: number): string {
  if (!Number.isFinite(value)) {
    return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
  }
  if (value === 0) {
    return Object.is(value, -0) ? '-0' : '0';
  }
  const [digits, exponent] = value.toExponential().split('e');
  const power = Number(exponent);
  return power < -4 || power >= 6 ? `${digits}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}` : plainDigits(value);
}

/** Without an exponent, which JavaScript would write for a small number. */
export function plainDigits(value: number): string {
  const text = String(value);
  if (!text.includes('e')) {
    return text;
  }
  const [digits, exponent] = value.toExponential().split('e');
  const sign = value < 0 ? '-' : '';
  const bare = digits.replace(/[-.]/g, '');
  const power = Number(exponent);
  return power < 0 ? `${sign}0.${'0'.repeat(-power - 1)}${bare}` : sign + bare.padEnd(power + 1, '0');
}
