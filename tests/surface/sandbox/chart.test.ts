import { describe, expect, it } from 'vitest';
import { chartSvg } from '../../../src/surface/sandbox/web/chart.ts';

const QUARTERS = ['1Q10', '2Q10', '3Q10', '4Q10'];
const draw = (
  lines: Readonly<Record<string, readonly number[]>>,
  categories: readonly string[] = QUARTERS,
): string =>
  chartSvg({
    type: 'data_visualization',
    title: 'Revenue',
    chart: {
      type: 'line',
      series: Object.entries(lines).map(([name, values]) => ({
        name,
        data: values.map((value, i) => ({ label: categories[i] ?? '', value })),
      })),
      axis_config: { categories: [...categories], y_label: 'JPY million' },
    },
  }).text;
const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;
/** Where the number of a point stands: below it or above. */
const side = (svg: string, value: string): string | undefined =>
  new RegExp(`dy="(-?)[\\d.]+em"\\s+text-anchor="middle"\\s*>${value}<`).exec(svg)?.[1] === '-'
    ? 'above'
    : 'below';

describe('a chart', () => {
  it('has axes with names and units, and a number at each point', () => {
    const svg = draw({ ATM: [106, 123, 125, 164] });
    for (const text of ['JPY million', '0', '50', '150', ...QUARTERS, '106', '164'])
      expect(svg).toContain(`>${text}<`);
    expect(count(svg, /class="point"/g)).toBe(4);
  });

  it('writes all numbers with as many decimal places', () => {
    const svg = draw({ ATM: [-18.3, -8] }, ['1Q10', '2Q10']);
    expect(svg).toContain('>-8.0<');
    expect(svg).toContain('2Q10 -8.0"');
    expect(svg).toContain('>-20<');
  });

  it('can be heard', () => {
    expect(draw({ ATM: [106, 1_123] }, ['1Q10', '2Q10'])).toContain(
      'aria-label="Revenue, JPY million. ATM: 1Q10 106, 2Q10 1,123"',
    );
  });

  it('writes the number of a trough below its point, where no line crosses it', () => {
    const svg = draw({ ATM: [-161, -140, -165, -111] });
    expect([side(svg, '-140'), side(svg, '-165'), side(svg, '-111')]).toEqual(['above', 'below', 'above']);
  });

  it('tells several lines apart by shape and by a legend, without numbers in each other’s way', () => {
    const svg = draw({ ATM: [1, 2, 3, 4], WAN: [4, 3, 2, 1] });
    const shapes = new Set([...svg.matchAll(/class="point" d="([^"]+)"/g)].map((m) => m[1]));
    expect(shapes.size).toBe(2);
    expect(count(svg, /<li class="series s\d">/g)).toBe(2);
    expect(count(svg, /class="value/g)).toBe(0);
  });

  it('leaves out what would overlap, and never the latest', () => {
    const dates = Array.from({ length: 20 }, (_, i) => `${i + 1} Mar 2011`);
    const svg = draw({ Assets: dates.map((_, i) => 70_000 + i) }, dates);
    expect(count(svg, />\d+ Mar 2011</g)).toBeLessThan(8);
    expect(svg).toMatch(/>\s*20 Mar 2011</);
    expect(count(svg, /class="value/g)).toBe(1);
    expect(svg).toContain('>70,019<');
  });
});
