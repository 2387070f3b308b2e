import { describe, expect, it } from 'vitest';
import { loadBase } from '../../../src/facts/load.ts';
import { kessan, lines, objects } from './run.ts';

const base = loadBase();

describe('facts', () => {
  it('prints every printing as one JSON line', async () => {
    const { status, out } = await kessan(['facts', '--json']);
    const facts = objects(out);
    expect(status).toBe(0);
    expect(facts).toHaveLength(base.facts.length);
    expect(facts.find((f) => f.id === 'I/operating-income/consolidated/9M-FY2011')).toEqual({
      id: 'I/operating-income/consolidated/9M-FY2011',
      metric: 'operating-income',
      segment: 'consolidated',
      period: '9M FY2011',
      measure: 'level',
      base: null,
      scenario: 'actual',
      bound: 'exact',
      value: 3998000000,
      unit: 'JPY',
      printed: '3,998',
      decimals: -6,
      sections: ['I'],
    });
  });

  it('filters by names, section and period, and prints a table', async () => {
    const { status, out } = await kessan([
      'facts',
      '--metric',
      'op income',
      '--section',
      'i',
      '--period',
      '9m fy2011',
    ]);
    expect(status).toBe(0);
    expect(lines(out)[0]).toMatch(/^section +metric +segment +period +kind +printed +unit$/);
    expect(lines(out)[1]).toMatch(/^I +Operating income +9M FY2011 +3,998 +JPY million$/);
  });

  it('names the nearest metrics when it knows no such name', async () => {
    const { status, err } = await kessan(['facts', '--metric', 'operating incom']);
    expect(status).toBe(2);
    expect(err).toMatch(/^error: no metric is called "operating incom"; near: .*"Operating income"/);
  });
});

describe('metrics', () => {
  it('finds misspelt names, as JSON lines too', async () => {
    const { status, out } = await kessan(['metrics', '--json', 'oprating', 'incme']);
    expect(status).toBe(0);
    expect(objects(out)[0]).toMatchObject({ id: 'operating-income', label: 'Operating income', unit: 'JPY' });
  });
});

describe('sections', () => {
  it("shows a section's metrics, whatever the case of its id", async () => {
    const { status, out } = await kessan(['sections', 'ii-9']);
    expect(status).toBe(0);
    expect(lines(out)[0]).toBe('II-9  Consolidated Balance Sheets');
    expect(out).toMatch(/^Total assets +\d+ +Consolidated$/m);
  });
});
