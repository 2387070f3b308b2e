import { describe, expect, it } from 'vitest';
import { mentionsOf } from '../../src/understand/said.ts';
import { understand } from '../../src/understand/understand.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();
const read = (question: string): ReturnType<typeof understand> => understand(base, question);

const named = (question: string): string[] =>
  read(question).mentions.flatMap((m) => (m.kind === 'metric' || m.kind === 'segment' ? [m.id] : []));

describe('names', () => {
  it.each([
    ['operating income', ['operating-income']],
    ['income tax expense', ['income-tax']],
    ['net income attributable to IIJ per share', ['eps']],
    ['total equity in net income of equity method investees', ['equity-method-income']],
    ['gross margin ratio of network services', ['gross-margin-ratio', 'network-services']],
    ['EBIT', ['operating-income']],
    ['turnover', ['revenue']],
    ['top line', ['revenue']],
    ['hdcnt', ['employees']],
    ['OPM', ['operating-margin']],
    ['SGA', ['sga']],
    ['income operating', ['operating-income']],
    ['amortisation of customer relationships', ['amortization-customer-relationships']],
    ['full-time outsourced workforce', ['outsourcing-personnel']],
    ['acquiring PP&E', ['purchase-of-ppe']],
    ['purchase price', ['acquisition-price']],
    ['backlog of SI orders', ['order-backlog', 'si']],
    ['number of IIJ Mobile contracts', ['contracts', 'mobile']],
    ['ATM revenue, cost', ['atm', 'revenue', 'cost-of-revenue']],
    ['did SI revenue contract', ['si', 'revenue']],
    ['did the number of contracts rise', ['contracts']],
    ['what the CEO said about revenue', ['revenue']],
    ['who is the CEO', ['management']],
    ['is she right that assets fell', ['total-assets']],
    ['SHE in December', ['shareholders-equity']],
    ['by how many heads did outsourcing personnel grow', ['outsourcing-personnel']],
    ['cash spent on PP&E', ['purchase-of-ppe']],
    ['cash paid for capital leases', ['capital-lease-payments']],
    ['cash and goodwill', ['cash', 'goodwill']],
    ['personnel costs on the headcount slide', ['personnel-costs']],
    ['how much of other investments is available for sale', ['available-for-sale-securities']],
    ['profit of the quarter after tax', ['net-income']],
    ['what was earned before tax', ['pretax-income']],
    ['net loss attributable to non-controlling shareholders', ['noncontrolling-interests']],
    ['we like cloud, so please give the contracts of IIJ Mobile', ['contracts', 'mobile']],
    ['I cover the ATM business. What was revenue?', ['atm', 'revenue']],
  ])('%s', (question, ids) => {
    expect(named(question)).toEqual(ids);
  });

  it('a pronoun is no country', () => {
    expect(named('tell us the revenue')).toEqual(['revenue']);
    expect(named('GIO launch in the US')).toContain('us');
  });
});

describe('misspellings', () => {
  it.each([
    ['oprating incme', 'operating-income'],
    ['revenus 9M', 'revenue'],
    ['gros margin', 'gross-margin'],
    ['goodwil', 'goodwill'],
    ['netincome', 'net-income'],
  ])('%s', (question, id) => {
    const said = read(question);
    expect(named(question)).toEqual([id]);
    expect(said.corrections.length).toBeGreaterThan(0);
  });

  it('are shown with what they were read as', () => {
    expect(read('oprating income').corrections).toEqual([{ typed: 'oprating', read: 'operating' }]);
  });

  it('English words are not misspellings', () => {
    expect(read('revenge of the company').corrections).toEqual([]);
  });
});

describe('words that matter', () => {
  it.each([
    ['revenue of Softbank', ['Softbank']],
    ['blorbix 3Q11', ['blorbix']],
    ['operating income in cows', ['cows']],
  ])('%s', (question, unknown) => {
    expect(read(question).unknown).toEqual(unknown);
  });

  it.each([
    'please could you kindly tell me the operating income for 3Q11',
    'hey team, revenue pls?',
    'what did we book as revenue',
  ])('none in: %s', (question) => {
    expect(read(question).unknown).toEqual([]);
    expect(read(question).restrictions).toEqual([]);
  });

  it.each([
    ['revenue excluding ATM', ['excluding']],
    ['revenue in USD', ['usd']],
    ['revenue in €', ['€']],
    ['revenue on a pro forma basis', ['pro forma']],
  ])('restrictions: %s', (question, restrictions) => {
    expect(read(question).restrictions).toEqual(restrictions);
  });
});

describe('comparisons', () => {
  const bases = (question: string): string[] =>
    mentionsOf(read(question), 'base').map((m) =>
      m.base.kind === 'period' ? m.base.said.type : m.base.kind,
    );

  it.each([
    ['gross margin yoy', ['yoy']],
    ['gross margin year-on-year', ['yoy']],
    ['gross margin q/q', ['qoq']],
    ['gross margin sequentially', ['qoq']],
    ['gross margin vs last year', ['same']],
    ['cash since March', ['month']],
    ['up on last quarter', ['shift']],
    ['gross margin compared with 3Q10', ['span']],
    ['contracts gained over the past twelve months', ['same']],
    ['gross margin vs a year ago (3Q10)', ['same']],
    ['contracts a year ago (Dec 2010)', []],
    ['contracts Dec 2010 / Sep 2011 / Dec 2011', []],
    ['gross margin this quarter', []],
    ['gross margin 3Q11 and 3Q10', []],
  ])('%s', (question, kinds) => {
    expect(bases(question)).toEqual(kinds);
  });
});

it('sections are no numbers', () => {
  const said = read('what is in section II-9');
  expect(mentionsOf(said, 'section').map((m) => m.id)).toEqual(['II-9']);
  expect(mentionsOf(said, 'number')).toEqual([]);
});

it('every mention is at its place in the text', () => {
  const said = read('Was *ATM revenue* up 188.8% to ¥361m in 3Q11 vs. 3Q10?');
  const shown = said.mentions.map((m) => `${m.kind} ${said.text.slice(m.start, m.end)}`);
  expect(shown).toEqual([
    'segment ATM',
    'metric revenue',
    'number 188.8%',
    'separator to',
    'number ¥361m',
    'period 3Q11',
    'separator vs',
    'base 3Q10',
  ]);
});
