import { describe, expect, it } from 'vitest';
import { clean, isJapanese } from '../../src/understand/clean.ts';

describe("Slack's markup is read through", () => {
  it.each([
    ['<@U123ABC> operating income', 'operating income'],
    ['<@U123ABC|kessan> revenue', 'revenue'],
    ['<!here> <!channel> <!subteam^S1|@ir> revenue', 'revenue'],
    ['<#C123|general> revenue', 'revenue'],
    ['<https://x.y/z|the report> revenue', 'the report revenue'],
    ['<https://x.y/z> revenue', 'revenue'],
    ['<mailto:a@b.c|a@b.c> revenue', 'a@b.c revenue'],
    ['revenue &amp; costs', 'revenue & costs'],
    ['SG&amp;A', 'SG&A'],
    ['&lt;b&gt; &amp;lt;', '<b> &lt;'],
    ['*operating income* `3Q11` _now_ ~then~', 'operating income 3Q11 now then'],
    ['```operating income```', 'operating income'],
    ['revenue :chart_with_upwards_trend: 3Q11 :+1:', 'revenue 3Q11'],
    ['🚀 revenue 📈', 'revenue'],
    ['https://x.y/z?a=b revenue', 'revenue'],
  ])('%s', (raw, plain) => {
    expect(clean(raw)).toBe(plain);
  });
});

describe('turns of phrase', () => {
  it.each([
    ["orders rec'd", 'orders received'],
    ['cash < borrowings', 'cash less than borrowings'],
    ['FY10 -> FY11', 'FY10 to FY11'],
    ['over 1Gbps > 100', 'over 1Gbps > 100'],
    ['in per cent', 'in percent'],
    ['rank from best to worst', 'rank best first'],
    ['WAN revenue, total not change', 'WAN revenue, total'],
    ['did headcount not change', 'did headcount not change'],
    ['1Q11+2Q11', '1Q11 plus 2Q11'],
    ['389 ATMs, y/n', '389 ATMs, right?'],
    ['debt / total assets', 'debt divided by total assets'],
  ])('%s', (raw, plain) => {
    expect(clean(raw).replace(/ ?, ?/g, ', ').replace(/\s+/g, ' ')).toBe(plain);
  });
});

describe('characters are made plain', () => {
  it.each([
    ['３Ｑ１１　営業利益', '3Q11 営業利益'],
    ['“revenue” ‘3Q11’', 'revenue 3Q11'],
    ['«revenue»', 'revenue'],
    ['1Q–3Q, 3Q11—3Q10, −5', '1Q-3Q, 3Q11-3Q10, -5'],
    ['revenue\n\n\tcosts', 'revenue costs'],
    ['  revenue  ', 'revenue'],
    ['rev\u200benue', 'revenue'],
    ['a\u0000b', 'a b'],
  ])('%j', (raw, plain) => {
    expect(clean(raw)).toBe(plain);
  });
});

describe('short forms are opened', () => {
  it.each([
    ['what’s the revenue', 'what is the revenue'],
    ["didn't it rise", 'did not it rise'],
    ["can't", 'can not'],
    ["they've", 'they'],
    ['3Q11 vs. 3Q10', '3Q11 vs 3Q10'],
    ['last qtr. of', 'last qtr of'],
    ['as of Dec. 31', 'as of Dec 31'],
    ['no. of employees', 'number of employees'],
    ['R & D', 'R&D'],
    ['P&L', 'income statement'],
    ['U.S. launch', 'US launch'],
    ['from 2Q11 -> 3Q11', 'from 2Q11 to 3Q11'],
  ])('%s', (raw, plain) => {
    expect(clean(raw)).toBe(plain);
  });
});

it('leaves plain text alone', () => {
  const text = "What was IIJ's operating income in 3Q11, compared with 2.4 billion?";
  expect(clean(text)).toBe(text);
});

it('never grows a text beyond a small multiple', () => {
  for (const raw of ['P&L '.repeat(500), ' * '.repeat(500), "it's ".repeat(400), '&amp;'.repeat(400)]) {
    expect(clean(raw).length).toBeLessThanOrEqual(raw.length * 6);
  }
});

it('knows Japanese, but for the name', () => {
  expect(['売上高', 'えいぎょう', 'リコー', '決算 revenue', 'revenue', '￥100'].map(isJapanese)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
});
