import { describe, expect, it } from 'vitest';
import { checkText, MAX_TEXT } from '../../src/check/check.ts';
import type { CheckedClaim } from '../../src/model/claim.ts';
import { projectBase } from '../support/project.ts';

const base = projectBase();
const claims = (text: string): CheckedClaim[] =>
  checkText(base, text).claims.filter((c) => c.verdict !== 'not-a-claim');
/** Each claim of a text with its verdict, cause and an exclamation mark where it is grave. */
const verdicts = (text: string): string[] =>
  claims(text).map((c) => `${c.text} ${c.verdict}${c.cause ? ` ${c.cause}` : ''}${c.grave ? '!' : ''}`);

describe('several claims in a sentence', () => {
  it('keep their subjects, periods and directions apart', () => {
    expect(
      verdicts(
        'Operating income rose 64.5% to JPY 4.0 billion in the nine months while ATM revenue almost tripled to 361 million in Q3; ' +
          'IIJ-Global lost 1.5bn; headcount fell by 14 to 1,941; FY11 revenue guidance was raised to 97bn.',
      ),
    ).toEqual([
      '64.5% matches',
      'JPY 4.0 billion matches',
      'tripled rounds',
      '361 million matches',
      '1.5bn differs sign!',
      '14 matches',
      '1,941 matches',
      '97bn differs direction!',
    ]);
  });

  it.each([
    ['Revenue and operating income rose 24.6% and 64.5%.', ['24.6% matches', '64.5% matches']],
    ['Revenue and operating income rose 64.5% and 24.6%.', ['64.5% other row', '24.6% other row']],
    ['Income tax was 425, 631 and 548 million yen in 1Q11, 2Q11 and 3Q11.', ['425 matches', '631 matches', '548 million yen matches']],
    ['Recurring revenue was up 4.9% YoY and 0.7% QoQ in 3Q11.', ['4.9% matches', '0.7% matches']],
    ['Recurring revenue was up 0.7% YoY and 4.9% QoQ in 3Q11.', ['0.7% other comparison', '4.9% other comparison']],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  }); // prettier-ignore
});

describe('what a sentence hands on', () => {
  it('is the period until another is named', () => {
    expect(verdicts('In 3Q11 ATM revenue was 361 million. ATM cost was 360 million. In 2Q11 ATM revenue was 317 million.')).toEqual([
      '361 million matches',
      '360 million matches',
      '317 million matches',
    ]); // prettier-ignore
    expect(verdicts('In 2Q11 ATM revenue was 317 million. ATM cost was 360 million.')).toEqual([
      '317 million matches',
      '360 million other period',
    ]);
  });

  it('is the segment of a heading', () => {
    expect(verdicts('## ATM business, 3Q11\n\n* Revenue ¥361m\n* Operating loss ¥29m')).toEqual([
      '¥361m matches',
      '¥29m matches',
    ]);
  });
});

describe('never supported by luck', () => {
  it.each([
    "NTT Docomo's operating income rose 64.5% in the nine months.",
    'Churn was 4.9% in 3Q11.',
    'Operating income for 2Q11 was 3,998 million yen.',
    'Diluted net income per share is targeted at JPY 16,775 in FY11.',
    'WAN services revenue was 361 million yen in 3Q11.',
    'Operating income reached USD 3,998 million in the nine months.',
  ])('%s', (text) => {
    expect(claims(text).filter((c) => c.verdict === 'matches' || c.verdict === 'rounds')).toEqual([]);
    expect(claims(text).length).toBeGreaterThan(0);
  });
});

describe('words without a number', () => {
  it.each([
    ['Operating income did not fall in the nine months.', ['fall matches']],
    ['Operating income fell in the nine months.', ['fell differs direction!']],
    ['The FY11 operating income target is unchanged.', ['unchanged matches']],
    ['The FY11 revenue target is unchanged.', ['unchanged differs direction!']],
    ['The ATM operating loss narrowed in 3Q11.', ['narrowed matches']],
    ['The ATM operating loss widened in 3Q11.', ['widened differs direction!']],
    ['ATM revenue hit a record in 3Q11.', ['record absent']],
    ['IIJ-Global revenue hit a record in 3Q11.', ['record differs period']],
  ])('%s', (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });
});

describe('tables', () => {
  it('take period and change from their columns', () => {
    const table =
      '| JPY million | Mar. 31, 2011 | Dec. 31, 2011 | Change |\n|---|---|---|---|\n| Inventories | 601 | 1,026 | +425 |\n| Borrowings | 12,000 | 13,430 | (1,430) |';
    expect(verdicts(table)).toEqual([
      '601 matches',
      '1,026 matches',
      '+425 matches',
      '12,000 other period',
      '13,430 other period',
      '(1,430) matches',
    ]);
  });
});

describe('offsets', () => {
  it.each([
    'Operating income rose ６４．５％ in the nine months.',
    '**Operating income** rose _64.5%_ — a lot 😀 — in the nine months.',
    'İstanbul, İzmir. Operating income rose 64.5% in the nine months.',
  ])('are those of the text: %s', (text) => {
    for (const c of checkText(base, text).claims) expect(text.slice(c.start, c.end)).toBe(c.text);
    expect(claims(text)[0]?.verdict).toBe('matches');
  });
});

describe('long texts', () => {
  it('are refused above the limit', () => {
    expect(() => checkText(base, 'a'.repeat(MAX_TEXT + 1))).toThrow(RangeError);
  });

  it('take any characters', () => {
    const odd = '<!channel> <@U1> `x` [a](http://b) \u202e 1,2,3 ((((( 99%%% --- △ ▲▲ ...'.repeat(50);
    expect(checkText(base, odd).summary.matches).toBe(0);
  });
});
