import { type Decimal, ZERO } from '../model/decimal.ts';

/** One bar of a chart: its name, its length, and the value as it is to be shown. */
export interface Bar {
  label: string;
  value: Decimal;
  shown: string;
}

/** How many columns the bars take, gains and losses together. */
const WIDTH = 32;

/**
 * A chart of horizontal bars, one line each, with labels and values aligned. Losses grow to the left of an axis,
 * gains to its right; lengths are to half a column, and what is not zero is never shorter than that.
 */
export function sparkLines(bars: readonly Bar[], width = WIDTH): string[] {
  const high = bars.reduce((max, b) => (b.value.gt(max) ? b.value : max), ZERO);
  const low = bars.reduce((min, b) => (b.value.lt(min) ? b.value : min), ZERO);
  const span = high.minus(low);
  const halves = (value: Decimal): number =>
    value.eq(ZERO)
      ? 0
      : Math.max(
          1,
          Math.round(
            value
              .abs()
              .div(span)
              .times(width * 2)
              .toNumber(),
          ),
        );
  const left = Math.ceil(halves(low) / 2);
  const right = Math.ceil(halves(high) / 2);
  const labels = Math.max(0, ...bars.map((b) => b.label.length));
  const values = Math.max(0, ...bars.map((b) => b.shown.length));
  return bars.map(({ label, value, shown }) => {
    const loss = value.lt(ZERO) ? leftwards(halves(value)) : '';
    const gain = value.gt(ZERO) ? rightwards(halves(value)) : '';
    const axis = left > 0 ? `${loss.padStart(left)}│` : '';
    return `${label.padEnd(labels)}  ${axis}${gain.padEnd(right)}  ${shown.padStart(values)}`;
  });
}

const rightwards = (halves: number): string => '█'.repeat(Math.floor(halves / 2)) + '▌'.repeat(halves % 2);
const leftwards = (halves: number): string => '▐'.repeat(halves % 2) + '█'.repeat(Math.floor(halves / 2));
