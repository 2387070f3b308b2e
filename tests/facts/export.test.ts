import { describe, expect, it } from 'vitest';
import { factLine } from '../../src/facts/export.ts';
import { tiny } from '../support/tiny.ts';

const { base } = tiny({
  facts: {
    I: [
      'metric: revenue, period: 9M FY2011, cells: ["3,998"]',
      'metric: revenue, segment: east, period: 9M FY2011, measure: change, base: yoy, unit: percent, cells: [-6.9]',
      'metric: launch-date, period: 2012-02, unit: date, scenario: plan, cells: [Feb. 2012]',
      'metric: staff, period: 2011-12-31, unit: count, bound: over, cells: ["1,000"]',
    ],
  },
});
const lines = base.facts.map((f) => JSON.stringify(factLine(f)));

describe('factLine', () => {
  it('gives a level in base units', () => {
    expect(lines[0]).toBe(
      '{"id":"I/revenue/consolidated/9M-FY2011","metric":"revenue","segment":"consolidated","period":"9M FY2011",' +
        '"measure":"level","base":null,"scenario":"actual","bound":"exact","value":3998000000,"unit":"JPY",' +
        '"printed":"3,998","decimals":-6,"sections":["I"]}',
    );
  });

  it('gives a percentage as printed', () => {
    expect(lines[1]).toContain(
      '"base":"yoy","scenario":"actual","bound":"exact","value":-6.9,"unit":"percent"',
    );
  });

  it('gives a date as ISO text and keeps bounds and scenarios', () => {
    expect(lines[2]).toContain('"scenario":"plan","bound":"exact","value":"2012-02","unit":"date"');
    expect(lines[3]).toContain('"bound":"over","value":1000,"unit":"count"');
  });
});
