import { describe, expect, it } from 'vitest';
import { splitsTie } from '../../../src/facts/checks/splits-tie.ts';
import { findings } from '../../support/tiny.ts';

describe('splits-tie', () => {
  const facts = (...cells: string[]) => ({
    I: ['consolidated', 'east', 'west'].flatMap((segment, i) => {
      const cell = cells[i];
      return cell === undefined ? [] : [`metric: revenue, segment: ${segment}, period: 3Q11, ${cell}`];
    }),
  });

  it('takes one unit for rounding', () => {
    expect(findings(splitsTie, { facts: facts('cells: ["11"]', 'cells: ["5"]', 'cells: ["5"]') })).toEqual(
      [],
    );
  });

  it('finds parts that do not reach the whole', () => {
    expect(findings(splitsTie, { facts: facts('cells: ["12"]', 'cells: ["5"]', 'cells: ["5"]') })).toEqual([
      'facts/I.yml:7: revenue consolidated 3Q11 is printed "12", that is 11.5 to 12.5 JPY million, but the sum of east, west gives 9 to 11 JPY million',
    ]);
  });

  it('leaves it alone when a part is missing, or in percent, or for another metric', () => {
    expect(findings(splitsTie, { facts: facts('cells: ["12"]', 'cells: ["5"]') })).toEqual([]);
    const growth = 'measure: change, base: yoy, unit: percent, cells: [+5]';
    expect(findings(splitsTie, { facts: facts(growth, growth, growth) })).toEqual([]);
    const costs = {
      I: facts('cells: ["12"]', 'cells: ["5"]', 'cells: ["5"]').I.map((row) =>
        row.replace('revenue', 'cost'),
      ),
    };
    expect(findings(splitsTie, { facts: costs })).toEqual([]);
  });
});
