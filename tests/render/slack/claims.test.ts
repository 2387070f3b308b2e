import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { saidIn, toldReport } from '../../../src/answer/told-claims.ts';
import { checkText } from '../../../src/check/check.ts';
import type { ToldReport } from '../../../src/model/claim.ts';
import { claimsCsv } from '../../../src/render/claims-csv.ts';
import { claimsMessage, type ClaimsAudience } from '../../../src/render/slack/claims.ts';
import { LIMITS } from '../../../src/render/slack/limits.ts';
import { blocksSchema } from '../../../src/render/slack/schema.ts';
import { projectBase } from '../../support/project.ts';
import { ROOT } from '../../support/sources.ts';

const base = projectBase();
const report = (text: string): ToldReport => toldReport(base, text, checkText(base, text));
const AUDIENCES: readonly ClaimsAudience[] = [
  { kind: 'private', shows: 'in thread' },
  { kind: 'private', shows: 'done' },
  { kind: 'thread' },
  { kind: 'shared', by: 'U0AIKO', quote: '<!here> *a*'.repeat(100) },
];

const folder = join(ROOT, 'tests', 'claims');
const texts = readdirSync(folder).flatMap((file) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text),
);

/** What of a message Slack would refuse. */
const refused = (told: ToldReport, audience: ClaimsAudience): unknown[] => {
  const { text, blocks } = claimsMessage(base, told, audience, 'carried');
  const read = blocksSchema.safeParse(blocks);
  return [...(read.success ? [] : [read.error.issues]), ...(text.length > LIMITS.messageText ? [text] : [])];
};

describe('a checked text in blocks', () => {
  it('is what Slack takes: for every text there is, and all of them in one', () => {
    const all = [...texts, texts.join('\n\n')].map(report);
    expect(all.flatMap((told) => AUDIENCES.flatMap((a) => refused(told, a)))).toEqual([]);
  });

  it('shows no formatting that its writer meant, and no mention', () => {
    const told = report('*Revenue* ~was~ `up` _by_ <!channel> 5.5% in the nine months');
    const { blocks } = claimsMessage(base, told, { kind: 'thread' }, 'c');
    expect(JSON.stringify(blocks)).toContain(
      '“Revenue was up by &lt;!channel&gt; *5.5%* in the nine months”',
    );
  });
});

describe('the words around a claim', () => {
  const said = (text: string, claim: string): string => {
    const start = text.indexOf(claim);
    const { before, text: own, after } = saidIn(text, { start, end: start + claim.length });
    return `${before}[${own}]${after}`;
  };

  it.each([
    ['Revenue rose 5%.', '5%', 'Revenue rose [5%]'],
    ['First. Revenue rose 5% to 4.0 billion. Last.', '5%', 'Revenue rose [5%] to 4.0 billion'],
    ['A line\n- revenue: 5%\nanother', '5%', 'revenue: [5%]'],
    ['one\n\n5% two', '5%', '[5%] two'],
    [
      `${'word '.repeat(40)}5% ${'next '.repeat(40)}`,
      '5%',
      `…${'word '.repeat(13)}[5%] next next next next next…`,
    ],
    [`${'x'.repeat(100)}5%${'y'.repeat(100)}`, '5%', '…[5%]…'],
    [`${'決算'.repeat(50)}5%`, '5%', '…[5%]'],
    ['up 1\u00a0234 now', '1\u00a0234', 'up [1 234] now'],
  ])('%j', (text, claim, shown) => {
    expect(said(text, claim)).toBe(shown);
  });
});

describe('a checked text as CSV', () => {
  it('has a line for each claim, none of which begins a formula', () => {
    const lines = claimsCsv(base, report('=cmd("x") headcount fell by 14 to 1,951')).split('\r\n');
    expect(lines).toEqual([
      'claim,words,verdict,wrong way round,cause,the document,sections',
      expect.stringMatching(/^"1,951","“=cmd\(""x""\) headcount fell by 14 to 1,951”",differs,,digits,/),
      expect.stringMatching(/^14,"“=cmd\(""x""\) headcount fell by 14 to 1,951”",matches,,,/),
      '',
    ]);
  });
});
