import { describe, expect, it } from 'vitest';
import { toJson } from '../../src/render/json.ts';
import { projectBase } from '../support/project.ts';
import { lastTurn } from '../support/talk.ts';

const base = projectBase();
const json = (...questions: string[]): ReturnType<typeof toJson> =>
  toJson(base, lastTurn(base, questions).answer);

describe('an answer as data', () => {
  it('is as the contract has it', () => {
    expect(json('operating income 3Q11')).toMatchObject({
      status: 'answered',
      intent: 'lookup',
      reading: 'Operating income · consolidated · nine months of FY2011 (Apr-Dec 2011), cumulative',
      assumed: ['period'],
      sections: ['I', 'II-1'],
    });
  });

  it('has the headline figure first, in base units, with its printed digits', () => {
    expect(json('operating income 3Q11').figures[0]).toMatchObject({
      metric: 'operating-income',
      segment: 'consolidated',
      period: '9M FY2011',
      value: 3998000000,
      unit: 'JPY',
      decimals: -6,
      printed: '3,998',
      sections: ['I', 'II-1'],
      derived: false,
    });
  });

  it('marks what is computed', () => {
    expect(json('total revenue 3Q11').figures[0]).toMatchObject({
      value: 23544000000,
      derived: true,
      printed: 'JPY 23,544 million',
    });
  });

  it('has dates as text', () => {
    expect(json('when will LTE start').figures[0]).toMatchObject({ value: '2012-02', unit: 'date' });
  });

  it('has a refusal only in a decline', () => {
    expect(json('capex').refusal).toMatchObject({ code: 'lost', metric: 'capex', section: 'II-11' });
    expect(json('operating income')).not.toHaveProperty('refusal');
  });

  it('survives a trip through text', () => {
    for (const question of ['operating income 3Q11', 'capex', 'margin', 'ATM revenue by quarter']) {
      const data = json(question);
      expect(JSON.parse(JSON.stringify(data))).toEqual(data);
    }
  });
});
