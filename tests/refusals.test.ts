import { describe, expect, it } from 'vitest';
import { decline } from '../src/answer/compose.ts';
import { ask } from '../src/ask.ts';
import { REFUSALS, type RefusalCode } from '../src/model/answer.ts';
import { period } from '../src/model/period.ts';
import { toText } from '../src/render/text.ts';
import { projectBase } from './support/project.ts';
import { brokenPromises } from './support/provenance.ts';
import { lastTurn } from './support/talk.ts';

const base = projectBase();

/** For each code the questions that give it, with what the decline must say. */
const REFUSED: Partial<Record<RefusalCode, readonly (readonly [question: string, says: RegExp])[]>> = {
  empty: [
    ['', /Ask me/],
    ['???', /Ask me/],
    ['<@U123> :wave:', /Ask me/],
  ],
  'too-long': [['operating income '.repeat(150), /longer than/]],
  japanese: [
    ['売上高はいくらですか', /in English.*英語/s],
    ['営業利益 3Q11', /in English/],
  ],
  'not-understood': [
    ['Which business posted an operating loss?', /"Which business"/],
    ['List all quarters in which ATM lost more than 150 million', /"quarters"/],
    ['blorbix 3Q11', /"blorbix"/],
    ['revenue of Softbank', /"Softbank"/],
    ['operating income in cows', /"cows"/],
    ['revenue per ATM 3Q11', /"per"/],
    ['income tax payable', /Income tax expense \/ Accounts payable/],
    ["competitors' revenue 3Q11", /Competitors/],
    ['revenue of our competitors', /Competitors/],
    ['who runs IIJ-Global', /"who"/],
    ['revenue of Net One', /"Net One"/],
    ['operating income at Best Buy', /"Best Buy"/],
    ['how many network services', /"how many"/],
    ['the group has over 2,000, right?', /"2,000"/],
    ['how close is SI to break-even', /"break-even"/],
    ['stay-at-home revenue', /"home"/],
    ['mobile-first contracts', /"mobile"/],
    ['positive gross margin 3Q11', /"positive"/],
    ['network services revenue, turned', /"turned"/],
    ['additional borrowings', /"additional"/],
    ['large contracts', /"large"/],
    ['ATM sum 3Q10', /"sum"/],
    ['pretax income per share', /per share/],
  ],
  restriction: [
    ['Disregarding tax, what did the group earn in the nine months?', /disregarding/],
    ['net income by segment', /"by segment"/],
    ['revenue excluding ATM', /"excluding"/],
    ['how much goodwill is not from IIJ-Global', /"is not|not from"/],
    ["how much goodwill isn't IIJ-Global's", /"is not"/],
    ['pro forma operating income', /"pro forma"/],
    ['secured borrowings', /"collateralized"/],
    ['second largest category of network services in 3Q11', /"second largest"/],
    ['in how many quarters did IIJ-Global SG&A fall', /"how many quarters"/],
    ['how often did the ATM operating loss widen', /"how often"/],
    ['goodwill six months before December 2011', /"six months before"/],
    ['how is goodwill split', /"split"/],
    ['goodwill in percent', /"percent"/],
    ['how volatile was SG&A of IIJ-Global', /"volatile"/],
    ['fair value of goodwill', /"fair value"/],
    ['accrued income tax', /"accrued"/],
    ['breakdown of SG&A', /"split"/],
    ['revenue per day', /"per day"/],
    ['interest on borrowings', /"interest on"/],
    ['unsecured borrowings dec 11', /"unsecured"/],
    ['hypothetical operating income', /"hypothetical"/],
    ['revenue at constant currency', /"constant currency"/],
    ['revenue 3Q11 plus 10%', /"plus"/],
    ['revenue divided by 4', /"divided by"/],
    ['double the operating income', /"double the"/],
    ['revenue before ATM', /"before"/],
    ['what did one ATM cost in the quarter', /"one"/],
  ],
  currency: [
    ['operating income in USD', /yen only/],
    ['revenue in euros', /yen only/],
    ['total assets in $', /yen only/],
  ],
  'not-printed': [
    ['return on equity', /Return on equity is not in this document/],
    ['net assets', /Net assets is not/],
  ],
  lost: [
    ['capex 3Q11', /Capital expenditure .*II-11.*Purchase of property and equipment/s],
    ['adjusted EBITDA', /II-11.*Operating income/s],
    ['operating cash flow', /II-10.*Increase in accounts receivable/s],
  ],
  undated: [['personnel costs 3Q11', /periods are lost \(section II-6\)/]],
  'period-not-covered': [
    ['IIJ Mobile contracts Dec 2010 / Sep 2011 / Dec 2011', /30 Sep 2011/],
    ['operating income 2Q11', /Operating income for 2Q11/],
    ['operating income 3Q11, quarter only', /Operating income for 3Q11 .* is not printed/],
    ['net income 3Q11, not the cumulative figure', /Net income attributable to IIJ for 3Q11/],
    ['revenue FY2012', /FY2012/],
    ['net income 4Q10', /4Q10/],
    ['cash at the end of September 2011', /30 Sep 2011/],
    ['389 ATMs at dec 31, y/n', /31 Dec 2011/],
  ],
  'period-unclear': [
    ['revenue last week', /which period/],
    ['operating income in calendar 2011', /which period/],
  ],
  'changes-only': [
    ['revenue of WAN services', /only its changes \(section II-4\)/],
    ['order backlog of systems construction', /only its changes/],
    ['WAN svcs revenue in 3Q11, total not change', /only its changes/],
  ],
  'no-base': [
    ['how has the number of ATMs changed yoy', /no such comparison/],
    ['GIO revenue 2Q11 yoy', /no such comparison/],
  ],
  'no-target': [
    ['headcount target', /no target for Number of employees/],
    ['GIO revenue target FY11', /no target for Revenue, IIJ GIO/],
    ['FY12 guidance', /no target for full year FY2012/],
    ['guidance for next year', /no target for full year FY2012/],
  ],
  'no-reason': [
    ['why did total assets fall', /no reason for Total assets/],
    ['why did goodwill change', /no reason for Goodwill/],
  ],
  'no-definition': [['what does synergy mean', /"synergy"/]],
  'no-list': [['list the hotels', /"hotels"/]],
  'no-source': [['which section has the weather', /"weather"/]],
  incomparable: [
    ['sum of revenue and headcount', /can't be added/],
    ['sum of cash at 31 March 2011 and 31 December 2011', /can't be added/],
    ['sum of total assets in March and December', /can't be added/],
    ['quarterly average revenue', /averaged/],
  ],
  'no-context': [
    ['why?', /which figure/],
    ['which section?', /which figure/],
    ['sum of the three', /which figure/],
  ],
  chat: [
    ['hello', /figures of this document/],
    ['thanks!', /figures of this document/],
    ['what can you do?', /figures of this document/],
  ],
};

const cases = Object.entries(REFUSED).flatMap(([code, list]) =>
  list.map(([question, says]) => [code, question, says] as const),
);

describe('every refusal', () => {
  it('has a question that gives it', () => {
    expect(REFUSALS.filter((code) => REFUSED[code] === undefined)).toEqual([]);
  });

  it.each(REFUSALS)('%s is put into words', (code) => {
    const full = {
      code,
      metric: 'operating-income',
      segment: 'atm',
      period: period('2Q11'),
      words: ['x'],
      section: 'II-8',
      near: [{ metric: 'revenue', segment: 'atm' }],
    };
    for (const refusal of [{ code }, full]) {
      const text = toText(base, decline(base, 'lookup', refusal));
      expect(text.split('\n')[0]).toMatch(/^\p{L}.*[.。]$/u);
      expect(text).not.toMatch(/undefined|null|\[object|\(\)|""/);
      expect(brokenPromises(base, decline(base, 'lookup', refusal), 'x')).toEqual([]);
    }
  });
});

describe('declined', () => {
  it.each(cases)('%s: %s', (code, question, says) => {
    const { answer, text } = lastTurn(base, question);
    expect(answer.status, text).toBe('declined');
    expect(answer.refusal?.code, text).toBe(code);
    expect(text).toMatch(says);
    expect(answer.figures).toEqual([]);
    expect(answer.lines.flat().filter((p) => p.t === 'figure')).toEqual([]);
  });

  it('offers questions that are answered', () => {
    const { answer } = lastTurn(base, 'blorbix');
    expect(answer.suggestions).toHaveLength(3);
    expect(answer.suggestions.map((s) => ask(base, s.question).answer.status)).toEqual([
      'answered',
      'answered',
      'answered',
    ]);
  });

  it('names what there is nearby, never with its figures', () => {
    const { text, answer } = lastTurn(base, 'operating income 2Q11');
    expect(text).toMatch(/What it does have: Operating income, IIJ-Global/);
    expect(answer.lines.map((l) => l.filter((p) => p.t === 'figure').length)).toEqual([0, 0]);
  });

  it('echoes what was typed as typed, so that a surface can escape it', () => {
    const { answer } = lastTurn(base, 'revenue of <Blorbix> &amp; co');
    expect(answer.lines.flat().filter((p) => p.t === 'typed').map((p) => p.text).join()).toContain('Blorbix'); // prettier-ignore
    expect(
      answer.lines.flat().some((p) => p.t !== 'typed' && 'text' in p && p.text.includes('Blorbix')),
    ).toBe(false);
  });
});

describe('not declined: what the document has in a special form', () => {
  it.each([
    ['new graduates FY2012', '75 count'],
    ['number of GIO projects', '1000 count'],
    ['SG&A qoq in 3Q11', '112000000 JPY'],
    ['when will LTE start', '2012-02 date'],
    ['IIJ-Global goodwill', '2288000000 JPY'],
    ['revenue of IIJ-Global 2Q11', '6534000000 JPY'],
  ])('%s', (question, gives) => {
    const { answer, text } = lastTurn(base, question);
    expect(answer.status, text).toBe('answered');
    expect(`${String(answer.figures[0]?.value)} ${answer.figures[0]?.unit ?? ''}`).toBe(gives);
  });
});
