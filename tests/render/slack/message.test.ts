import { describe, expect, it } from 'vitest';
import { answerBlocks, answerMessage, type Audience } from '../../../src/render/slack/message.ts';
import { LIMITS } from '../../../src/render/slack/limits.ts';
import {
  blocksSchema,
  type SlackBlock,
  type SlackMessage,
  viewSchema,
} from '../../../src/render/slack/schema.ts';
import { answerView } from '../../../src/surface/slack/views/answer.ts';
import { buttonsIn, headerOf } from '../../support/slack/rig.ts';
import { examplesOf, turnsOf } from '../../support/examples.ts';
import { projectBase } from '../../support/project.ts';
import { developmentTurns } from '../../support/questions.ts';
import { lastTurn } from '../../support/talk.ts';

const base = projectBase();
const AUDIENCES: readonly Audience[] = [
  { kind: 'private' },
  { kind: 'thread' },
  { kind: 'shared', by: 'U1' },
];

function messageFor(turns: readonly string[], audience: Audience = { kind: 'private' }): SlackMessage {
  const { answer } = lastTurn(base, turns);
  return answerMessage(base, answer, audience, { question: turns.at(-1) ?? '' });
}
const types = (blocks: readonly SlackBlock[]): string[] => blocks.map((b) => b.type);
const find = <T extends SlackBlock['type']>(
  blocks: readonly SlackBlock[],
  type: T,
): Extract<SlackBlock, { type: T }> => {
  const found = blocks.find((b) => b.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found as Extract<SlackBlock, { type: T }>;
};

/** What is wrong with an answer's blocks, anywhere they may stand. */
function problemsOf(turns: readonly string[]): string[] {
  const { answer, text } = lastTurn(base, turns);
  const asked = { question: turns.at(-1) ?? '' };
  const whole = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const messages = AUDIENCES.flatMap((audience) => {
    const message = answerMessage(base, answer, audience, asked);
    const read = blocksSchema.safeParse(message.blocks);
    const missing = message.text.includes(whole) ? [] : ['the text is not the whole answer'];
    return [
      ...missing,
      ...(read.success ? [] : read.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`)),
    ];
  });
  const view = viewSchema.safeParse(answerView(base, { answer, asked }));
  return [
    ...messages,
    ...(view.success ? [] : view.error.issues.map((i) => `view ${i.path.join('.')}: ${i.message}`)),
  ];
}

describe("Slack's limits hold", () => {
  it('for every example of the intents', () => {
    const wrong = examplesOf(base).flatMap(({ example }) =>
      problemsOf(turnsOf(example)).map((p) => `${turnsOf(example).join(' / ')}: ${p}`),
    );
    expect(wrong).toEqual([]);
  });

  const questions = developmentTurns();
  it.skipIf(questions === null)('for every development question, which lie beside the project', () => {
    const wrong = (questions ?? []).flatMap((turns) =>
      problemsOf(turns).map((p) => `${turns.join(' / ')}: ${p}`),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    '<!channel> '.repeat(180),
    'why '.repeat(499),
    '`'.repeat(2_000),
    '&'.repeat(1_999),
    'x'.repeat(4_000),
  ])('for an unanswerable question (%#)', (question) => {
    expect(problemsOf([question])).toEqual([]);
  });
});

describe('an answer in blocks', () => {
  it('leads with the figure, then the reading, the comparison, and ends with sources and buttons', () => {
    const { blocks } = messageFor(['operating income 3Q11']);
    expect(types(blocks)).toEqual([
      'header',
      'context',
      'section',
      'section',
      'context',
      'actions',
      'context_actions',
    ]);
    expect(headerOf(blocks)).toBe('JPY 3,998 million');
    expect(JSON.stringify(blocks[1])).toContain('_Assumed: period_');
    expect(JSON.stringify(blocks[2])).toContain('• up 64.5%');
    expect(JSON.stringify(blocks[3])).toContain('_Note:_');
    expect(JSON.stringify(blocks[4])).toContain('*II-1* Consolidated Results');
  });

  it('says yes or no to a statement', () => {
    expect(headerOf(messageFor(['Did headcount rise over the quarter?']).blocks)).toBe('No');
  });

  it('draws a trend with its unit, and tables it with numbers that sort', () => {
    const { blocks } = messageFor(['ATM revenue by quarter']);
    const { chart, title } = find(blocks, 'data_visualization');
    expect(title).toBe('Revenue, ATM operation business');
    expect(chart.axis_config).toMatchObject({ y_label: 'JPY million', categories: ['1Q10', '2Q10', '3Q10', '4Q10', '1Q11', '2Q11', '3Q11'] }); // prettier-ignore
    expect(chart.series).toHaveLength(1);
    expect(chart.series[0]?.data.map((p) => p.value)).toEqual([106, 123, 125, 164, 244, 317, 361]);
    const { rows } = find(blocks, 'data_table');
    expect(rows[0]?.map((c) => c.text)).toEqual(['Period', 'JPY million', 'Mark', 'Section']);
    expect(rows.at(-1)).toEqual([
      { type: 'raw_text', text: '3Q11' },
      { type: 'raw_number', value: 361, text: '361' },
      { type: 'raw_text', text: 'peak' },
      { type: 'raw_text', text: 'II-2, II-8' },
    ]);
  });

  it('tables a comparison of different units in base units, so that they sort', () => {
    const { blocks } = messageFor(['compare ATM revenue 3Q11 and operating income of IIJ-Global 9M']);
    const { rows } = find(blocks, 'data_table');
    expect(rows.slice(1).map((r) => r[1])).toEqual([
      { type: 'raw_number', value: 361_000_000, text: 'JPY 361 million' },
      { type: 'raw_number', value: 1_500_000_000, text: 'JPY 1.5 billion' },
    ]);
  });

  it('opens with what it is about where the figures are too many for a headline', () => {
    const { blocks } = messageFor(['compare revenue, operating income and net income']);
    expect(headerOf(blocks)).toBe('Revenue, Operating income, Net income attributable to IIJ');
    const table = find(blocks, 'data_table');
    expect(table.caption).toBe('Revenue, Operating income, Net income attributable to IIJ');
    expect(table.rows[0]?.map((c) => c.text)).toEqual(['Figure', 'JPY million', 'Section']);
  });

  it('tells each run of quarters once', () => {
    const { blocks } = messageFor(['ATM revenue and ATM gross margin by quarter']);
    expect(find(blocks, 'context').elements[0]?.text).toBe(
      '*Read as* Revenue · ATM operation business · 1Q10 (Apr-Jun 2010) to 3Q11 (Oct-Dec 2011); Gross margin · ATM operation business · 1Q10 (Apr-Jun 2010) to 3Q11 (Oct-Dec 2011)',
    );
  });

  it('does not repeat in sentences what the table shows', () => {
    const { blocks } = messageFor(['compare recurring and one-time revenue in 3Q11']);
    const text = find(blocks, 'section').text.text;
    expect(text).toContain('Difference');
    expect(text).not.toContain('20,761');
  });

  it('numbers a ranking', () => {
    const { blocks } = messageFor(['which quarter had the highest income tax expense?']);
    expect(find(blocks, 'data_table').rows[1]?.slice(0, 2)).toEqual([
      { type: 'raw_number', value: 1, text: '1' },
      { type: 'raw_text', text: '2Q11' },
    ]);
    expect(headerOf(blocks)).toBe('2Q11: JPY 631 million');
  });

  it('offers each reading of a question that has several', () => {
    const { blocks } = messageFor(['margin']);
    expect(buttonsIn(blocks).map((b) => b.label)).toEqual(['This one', 'This one', 'This one', 'This one']);
    expect(JSON.stringify(blocks)).toContain('"accessibility_label":"Net margin · consolidated');
  });

  it('declines without a figure, with questions to ask instead', () => {
    const { blocks } = messageFor(['capex 3Q11']);
    expect(types(blocks)).not.toContain('header');
    expect(buttonsIn(blocks).length).toBeGreaterThan(0);
    expect(buttonsIn(blocks).map((b) => b.label)).not.toContain('Share in channel');
  });

  it('in a modal takes no table, chart or feedback, and keeps the figures in sentences', () => {
    const blocks = answerBlocks(base, lastTurn(base, 'ATM revenue by quarter').answer, 'modal');
    expect(types(blocks)).not.toEqual(expect.arrayContaining(['data_table']));
    expect(JSON.stringify(blocks)).toContain('JPY 361 million');
  });

  it('shared tells who asked what, and of which document', () => {
    const { blocks, text } = messageFor(['ATM revenue 3Q11'], { kind: 'shared', by: 'U1' });
    expect(JSON.stringify(blocks[0])).toContain('<@U1> asked: ATM revenue 3Q11');
    expect(text).toContain('8 February 2012');
    expect(types(blocks)).not.toContain('context_actions');
  });

  it('shows no button that could not carry its question', () => {
    const { answer } = lastTurn(base, 'ATM revenue by quarter');
    const asked = { question: 'x'.repeat(LIMITS.buttonValue + 1) };
    const { blocks } = answerMessage(base, answer, { kind: 'private' }, asked);
    expect(buttonsIn(blocks).map((b) => b.label)).not.toEqual(
      expect.arrayContaining(['CSV', 'Share in channel']),
    );
    expect(types(blocks)).not.toContain('context_actions');
  });
});

describe('untrusted text', () => {
  const HOSTILE = [
    '<!channel> blorbix',
    '<@U1> blorbix',
    '<https://evil.example|revenue> blorbix',
    '<#C1|general> blorbix 3Q11',
    '&lt;!here&gt; blorbix',
    '`blorbix` ```rm```',
    'blorbix \u202erevenue\u202c \u0007\u0000',
    '@everyone @here blorbix',
  ];

  it.each(HOSTILE)('becomes no mention, channel or link: %s', (question) => {
    for (const audience of AUDIENCES) {
      const message = messageFor([question], audience);
      const told = JSON.stringify(message).replaceAll('<@U1> asked', 'asked');
      // The value of a button is data: Slack shows it nowhere.
      const shown = told.replaceAll(/"value":"(?:[^"\\]|\\.)*"/g, '');
      expect(shown).not.toMatch(/<[@!#h]/);
      expect(shown).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\\u000[0-7]/);
    }
  });

  it('is marked verbatim, so that Slack makes nothing of it', () => {
    const { blocks } = messageFor(['@everyone blorbix']);
    const texts = JSON.stringify(blocks).match(/\{"type":"mrkdwn"[^}]*\}/g) ?? [];
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter((t) => !t.includes('"verbatim":true'))).toEqual([]);
  });
});
