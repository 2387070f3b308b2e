import Big from 'big.js';

/**
 * Exact decimal arithmetic. Every figure is one of these, made from printed digits;
 * nothing passes through binary floating point before it is shown.
 */
export type Decimal = Big;

/** The one constructor: plain digits with an optional sign and point ("-6.9", "3998000000"). Throws RangeError on anything else. */
export function decimal(digits: string | number): Decimal {
  const text = String(digits);
  if (!/^-?\d+(\.\d+)?$/.test(text)) throw new RangeError(`not a plain decimal: "${text}"`);
  return new Big(text);
}

export const ZERO = decimal(0);

/** 10 to the power n, exactly. */
export function pow10(n: number): Decimal {
  return new Big(`1e${n}`);
}

/** Quotient with 30 places, enough for one later rounding to any shown precision. Throws RangeError on a zero divisor. */
export function divide(a: Decimal, b: Decimal): Decimal {
  if (b.eq(ZERO)) throw new RangeError('division by zero');
  const exact = new Big(a);
  return withPrecision(() => exact.div(b));
}

function withPrecision<T>(work: () => T): T {
  const before = Big.DP;
  Big.DP = 30;
  try {
    return work();
  } finally {
    Big.DP = before;
  }
}

/** Rounds half away from zero to XBRL `decimals`: 1 keeps one decimal place, -6 keeps whole millions. */
export function roundTo(value: Decimal, decimals: number): Decimal {
  const scale = pow10(decimals);
  return withPrecision(() => value.times(scale).round(0, Big.roundHalfUp).div(scale));
}

/** Rounds down or up, whatever the sign, to XBRL `decimals`: the ends of a range are rounded outward. */
export function roundToward(value: Decimal, decimals: number, end: 'down' | 'up'): Decimal {
  const scale = pow10(decimals);
  return withPrecision(() => {
    const scaled = value.times(scale);
    const whole = scaled.round(0, Big.roundDown);
    const away = end === 'up' ? scaled.gt(whole) : scaled.lt(whole);
    return (away ? whole.plus(end === 'up' ? 1 : -1) : whole).div(scale);
  });
}

/** Half a unit of the last place that `decimals` keeps: how far the true value may be from one rounded so. */
export function halfUnit(decimals: number): Decimal {
  return withPrecision(() => pow10(-decimals).div(2));
}

/** The digits with thousands separators and exactly `places` decimals: 1234.5 with 1 gives "1,234.5". */
export function grouped(value: Decimal, places: number): string {
  const fixed = value.abs().toFixed(Math.max(places, 0), Big.roundHalfUp);
  const [whole = '0', fraction] = fixed.split('.');
  const digits = whole.replace(/\B(?=(\d{3})+$)/g, ',') + (fraction === undefined ? '' : `.${fraction}`);
  return value.lt(ZERO) && /[1-9]/.test(digits) ? `-${digits}` : digits;
}
