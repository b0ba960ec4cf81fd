const FORM = /^([+-]?)(\d*)(?:\.(\d*))?(?:([eE][+-]?\d+)|(Ki|Mi|Gi|Ti|Pi|Ei|n|u|m|k|M|G|T|P|E))?$/;
const BINARY = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];
const DECIMAL: { readonly [suffix: string]: number } = { 'n': -9, 'u': -6, 'm': -3, '': 0, 'k': 3, 'M': 6, 'G': 9, 'T': 12, 'P': 15, 'E': 18 };
const BY_EXPONENT = Object.entries(DECIMAL).sort(([, a], [, b]) => b - a);
const NANO = 9;

/** A quantity as the API server writes it: `0.5` becomes `500m`, `1024Mi` becomes `1Gi`. What is not a quantity is returned as it is. */
export function canonicalQuantity(quantity: unknown): unknown {
  const match = typeof quantity === 'string' || typeof quantity === 'number' ? FORM.exec(String(quantity)) : null;
  if (match === null || (match[2] === '' && (match[3] ?? '') === '')) {
    return quantity;
  }
  const [, sign, whole, fraction = '', exponent, suffix = ''] = match;
  const binary = BINARY.indexOf(suffix);
  const power = exponent !== undefined ? Number(exponent.slice(1)) : DECIMAL[suffix] ?? 0;
  if (Math.abs(power) > 30) {
    return quantity;
  }
  // In billionths, rounded up, which is the finest a quantity keeps.
  const shift = NANO + power - fraction.length;
  const digits = BigInt(whole + fraction) * (binary > 0 ? 1024n ** BigInt(binary) : 1n);
  const nano = shift >= 0 ? digits * 10n ** BigInt(shift) : ceilingDivide(digits, 10n ** BigInt(-shift));
  const text = binary > 0 ? inBinary(nano) ?? inDecimal(nano) : exponent !== undefined ? inScientific(nano) : inDecimal(nano);
  return (sign === '-' && nano !== 0n ? '-' : '') + text;
}

function ceilingDivide(dividend: bigint, divisor: bigint): bigint {
  return (dividend + divisor - 1n) / divisor;
}

function inBinary(nano: bigint): string | undefined {
  const unit = 10n ** BigInt(NANO);
  if (nano % unit !== 0n) {
    return undefined;
  }
  let amount = nano / unit;
  let power = 0;
  while (amount !== 0n && amount % 1024n === 0n && power < BINARY.length - 1) {
    amount /= 1024n;
    power++;
  }
  // Below 1024 the API server falls back to decimal, where the suffix is empty all the same.
  return `${amount}${BINARY[power]}`;
}

function inDecimal(nano: bigint): string {
  const [suffix, power] = nano === 0n ? ['', 0] as const : BY_EXPONENT.find(([, exponent]) => nano % 10n ** BigInt(NANO + exponent) === 0n)!;
  return `${nano / 10n ** BigInt(NANO + power)}${suffix}`;
}

function inScientific(nano: bigint): string {
  const [, power] = nano === 0n ? ['', 0] as const : BY_EXPONENT.find(([, exponent]) => nano % 10n ** BigInt(NANO + exponent) === 0n)!;
  return `${nano / 10n ** BigInt(NANO + power)}${power === 0 ? '' : `e${power}`}`;
}
