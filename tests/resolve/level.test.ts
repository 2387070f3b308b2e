import { describe, expect, it } from 'vitest';
import { level, printedLevel, routesTo } from '../../src/resolve/level.ts';
import { cell, inputsOf, numberIn, recomputed, withInputs } from '../support/figures.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();

const valueOf = (text: string): string | null => {
  const figure = level(base, cell(text));
  return figure && numberIn(figure).toFixed();
};

describe('printed levels', () => {
  it.each([
    ['operating-income consolidated 9M FY2011', '3998000000', ['I', 'II-1']],
    ['operating-income consolidated FY2010', '4141000000', ['II-8', 'III-3']],
    ['revenue atm 3Q11', '361000000', ['II-2', 'II-8']],
    ['gross-margin consolidated 3Q11', '4862000000', ['II-3']],
    ['projects gio 2011-12-31', '1000', ['I', 'III-1']],
    ['equity-ratio consolidated 2011-03-31', '41.5', ['II-9']],
    ['sga-ratio consolidated 9M FY2011', '14.3', ['II-1', 'II-7']],
    ['revenue consolidated FY2011 revised-target', '97000000000', ['III-3']],
    ['new-graduates consolidated FY2012 plan', '75', ['II-6']],
  ])('%s', (text, value, sections) => {
    const figure = level(base, cell(text));
    expect(figure?.derivation).toBeNull();
    expect(figure && numberIn(figure).toFixed()).toBe(value);
    expect([...(figure?.sections ?? [])].sort()).toEqual(sections);
  });

  it('lead with the finest printing', () => {
    expect(printedLevel(base, cell('operating-income consolidated 9M FY2011'))).toMatchObject({
      printed: '3,998',
      decimals: -6,
    });
  });

  it('a computed level is not printed', () => {
    expect(printedLevel(base, cell('revenue consolidated 3Q11'))).toBeNull();
  });
});

describe("the quarter's total revenue", () => {
  const at = cell('revenue consolidated 3Q11');

  it('is the sum of its parts', () => {
    const figure = level(base, at);
    expect(figure && numberIn(figure).toFixed()).toBe('23544000000');
    expect(figure && inputsOf(figure).map((f) => f.segment)).toEqual(['recurring', 'one-time', 'atm']);
    expect(figure?.sections).toEqual(['II-2', 'II-8']);
  });

  it('comes out the same by a second route, from the costs and gross margins of the businesses', () => {
    const routes = routesTo(base, at);
    expect(routes.map((r) => numberIn(r).toFixed())).toEqual(['23544000000', '23544000000']);
    const second = routes
      .slice(1)
      .flatMap(withInputs)
      .filter((f) => f.derivation === null);
    expect(second.map((f) => `${f.metric} ${f.segment}`)).toEqual([
      'gross-margin network-services',
      'cost-of-revenue network-services',
      'gross-margin si',
      'cost-of-revenue si',
      'revenue equipment-sales',
      'revenue atm',
    ]);
  });
});

describe('levels computed from printed ones', () => {
  it.each([
    ['employees consolidated 2011-09-30', '1955'],
    ['employees consolidated 2010-12-31', '1962'],
    ['gross-margin consolidated 2Q11', '4734000000'],
    ['gross-margin consolidated 3Q10', '4698000000'],
    ['revenue network-services 9M FY2011', '47242000000'],
    ['revenue network-services 3Q11', '15921000000'],
    ['revenue si 3Q11', '6994000000'],
    ['cost-of-revenue consolidated 3Q11', '18682000000'],
    ['revenue atm FY2010', '518000000'],
    ['revenue atm 9M FY2011', '922000000'],
    ['contracts mobile 2010-12-31', '34303'],
    ['contracts internet-home 2010-12-31', '378985'],
    ['outsourcing-personnel si 2011-09-30', '414'],
    ['gross-margin equipment-sales 3Q11', '28000000'],
  ])('%s', (text, value) => {
    const figure = level(base, cell(text));
    expect(figure && numberIn(figure).toFixed()).toBe(value);
    expect(figure?.printed).toBe('');
    expect(figure && recomputed(figure)?.toFixed()).toBe(value);
    expect(figure?.sections.length).toBeGreaterThan(0);
  });
});

describe('what is neither printed nor computable', () => {
  it.each([
    'operating-income consolidated 3Q11',
    'operating-income consolidated 2Q11',
    'operating-income consolidated 4Q10',
    'operating-income consolidated 1Q10',
    'net-income consolidated 3Q11',
    'pretax-income consolidated 2Q11',
    'revenue wan 3Q11',
    'revenue internet-home 3Q11',
    'revenue consolidated FY2012',
    'capex consolidated 9M FY2011',
    'ebitda consolidated 9M FY2011',
    'operating-cash-flow consolidated 3Q11',
    'personnel-costs consolidated 3Q11',
    'order-backlog systems-construction 2011-12-31',
    'gross-margin equipment-sales FY2010',
    'roe consolidated 9M FY2011',
  ])('%s', (text) => {
    expect(valueOf(text)).toBeNull();
  });

  it('a quarter is never a difference of cumulative figures', () => {
    for (const metric of ['operating-income', 'pretax-income', 'net-income']) {
      for (const quarter of ['1Q10', '2Q10', '3Q10', '4Q10', '1Q11', '2Q11', '3Q11']) {
        expect(valueOf(`${metric} consolidated ${quarter}`), `${metric} ${quarter}`).toBeNull();
      }
    }
  });
});

it('gives one figure for one cell', () => {
  expect(level(base, cell('revenue consolidated 3Q11'))).toBe(level(base, cell('revenue consolidated 3Q11')));
});
