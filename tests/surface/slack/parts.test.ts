import { describe, expect, it } from 'vitest';
import { createCheckedTexts } from '../../../src/surface/slack/checked-texts.ts';
import { createConversations, placeKey } from '../../../src/surface/slack/conversations.ts';
import { createInFlight } from '../../../src/surface/slack/in-flight.ts';
import { deliveryKeys } from '../../../src/surface/slack/middleware/once.ts';
import { draftIn, questionIn } from '../../../src/surface/slack/text.ts';
import { takeButton, takeTurn } from '../../../src/surface/slack/turn.ts';
import { wantedBy } from '../../../src/surface/slack/wanted.ts';
import { metricsNear } from '../../../src/surface/slack/typeahead.ts';
import { chosenIn, pickOf } from '../../../src/surface/slack/views/browse.ts';
import { sectionMessage } from '../../../src/surface/slack/views/listings.ts';
import { projectBase } from '../../support/project.ts';

const base = projectBase();

describe('the words after the command', () => {
  it.each([
    ['', { kind: 'help' }],
    ['  HELP ', { kind: 'help' }],
    ['browse', { kind: 'browse' }],
    ['metrics', { kind: 'metrics', words: '' }],
    ['metrics op inc', { kind: 'metrics', words: 'op inc' }],
    ['sources II-9', { kind: 'sources', section: 'II-9' }],
    ['Sections', { kind: 'sources', section: '' }],
    ['sources IV', { kind: 'sources', section: 'IV' }],
    ['sources operating income', { kind: 'question', question: 'sources operating income', inPublic: false }],
    ['!', { kind: 'help' }],
    ['! net income', { kind: 'question', question: 'net income', inPublic: true }],
    ['--public net income', { kind: 'question', question: 'net income', inPublic: true }],
    ['net income --public', { kind: 'question', question: 'net income', inPublic: true }],
    ['net income', { kind: 'question', question: 'net income', inPublic: false }],
    ['browser revenue', { kind: 'question', question: 'browser revenue', inPublic: false }],
    ['metrics', { kind: 'metrics', words: '' }],
    ['SG&amp;A 3Q11', { kind: 'question', question: 'SG&A 3Q11', inPublic: false }],
  ])('"%s"', (text, wanted) => {
    expect(wantedBy(base, text, 'command')).toEqual(wanted);
  });
});

describe('a text to check', () => {
  const check = (text: string, inPublic = false) => ({ kind: 'check', text, inPublic });
  const question = (words: string) => ({ kind: 'question', question: words, inPublic: false });

  it.each([
    ['check headcount fell by 14', check('headcount fell by 14')],
    ['CHECK: headcount fell by 14', check('headcount fell by 14')],
    ['check', check('')],
    ['check operating income', question('check operating income')],
    ['check nothing that is claimed', check('nothing that is claimed')],
    ['! check headcount fell by 14', check('headcount fell by 14', true)],
    ['check these figures:\n\nA &lt; 5%\nB', check('A < 5%\nB')],
    ['checks and balances', question('checks and balances')],
  ])('after the command: "%s"', (text, wanted) => {
    expect(wantedBy(base, text, 'command')).toEqual(wanted);
  });

  it.each([
    ['<@U0KESSAN> check: headcount fell by 14', check('headcount fell by 14')],
    ['<@U0KESSAN> please check these figures:\nATM revenue\nwas 5', check('ATM revenue\nwas 5')],
    ['check these numbers\nheadcount fell by 14', check('headcount fell by 14')],
    ['check:', check('')],
    ['check: operating income', question('check: operating income')],
    ['<@U0KESSAN> check operating income', question('check operating income')],
    ['check headcount fell by 14', question('check headcount fell by 14')],
  ])('in a message: "%s"', (text, wanted) => {
    expect(wantedBy(base, text, 'mention')).toEqual(wanted);
  });

  it.each([
    ['up &lt;5% &amp; more &gt;', 'up <5% & more >'],
    ['see <https://a.example/1?b=2|the 4.0 billion> here', 'see the 4.0 billion here'],
    ['see <https://a.example/1>', 'see https://a.example/1'],
    [
      '<@U0AIKO> and <@U1|ben>: <#C1|general> <#C2> <!date^1^{date}|8 Feb> <!here>',
      'and  : #general   8 Feb',
    ],
    ['&lt;https://a|b&gt; &amp;lt;', '<https://a|b> &lt;'],
  ])('reads as Slack shows it: "%s"', (text, draft) => {
    expect(draftIn(text)).toBe(draft);
  });

  it('is carried by a button, or kept where it is too long for one', () => {
    const texts = createCheckedTexts(10_000);
    const at = { channel: 'C1', thread: '1.2' };
    const short = { text: 'Operating income rose 64.5%. '.repeat(50), at };
    const long = { text: Array.from({ length: 2_000 }, (_, i) => (i * 7_919) % 10_007).join(' '), at };
    for (const checked of [short, long]) {
      const value = texts.carry(checked);
      expect(value.length).toBeLessThanOrEqual(2_000);
      expect(texts.of(value)).toEqual(checked);
    }
    expect(createCheckedTexts().of(texts.carry(short))).toEqual(short);
    expect(createCheckedTexts().of(texts.carry(long))).toBeNull();
    for (const value of ['', 'z', 'zzzz', 'x', `k${'a'.repeat(43)}`]) expect(texts.of(value)).toBeNull();
  });
});

describe('the text of a message', () => {
  it.each([
    ['<@U0BOT> net income', 'net income'],
    ['<@U0BOT|kessan> net income', 'net income'],
    ['net income <@U0BOT>?', 'net income  ?'],
    ['<@U0BOT> net income cc <@W0ELSE> <!subteam^S1|@finance>', 'net income'],
    ['<!here> net income, CC: <@U0ELSE>', 'net income,'],
    ['net income of <#C1|general>', 'net income of <#C1|general>'],
    ['SG&amp;A &lt;3Q11&gt;', 'SG&A <3Q11>'],
    ['&amp;lt;', '&lt;'],
  ])('"%s"', (text, question) => {
    expect(questionIn(text)).toBe(question);
  });
});

describe('conversations', () => {
  it('are kept by place, and the oldest go first', () => {
    const kept = createConversations(2);
    const places = ['1', '2', '3'].map((thread) => ({ kind: 'thread', channel: 'C', thread }) as const);
    const talk = { query: null, recent: [] };
    for (const place of places) kept.keep(place, talk);
    expect(places.map((place) => kept.of(place) === talk)).toEqual([false, true, true]);
  });

  it('end some time after the last question: soon where nothing of them stays in sight', () => {
    let minutes = 1;
    const kept = createConversations(10, { now: () => minutes * 60_000 });
    const talk = { query: null, recent: [] };
    const places = [
      { kind: 'asker', channel: 'C', user: 'U' },
      { kind: 'direct', channel: 'D' },
      { kind: 'thread', channel: 'C', thread: '1' },
    ] as const;
    const leftAfter = (passed: number): string[] => {
      minutes += passed;
      return places.filter((p) => kept.of(p) === talk).map((p) => p.kind);
    };
    for (const place of places) kept.keep(place, talk);
    expect(leftAfter(14)).toEqual(['asker', 'direct', 'thread']);
    expect(leftAfter(16)).toEqual(['direct', 'thread']);
    expect(leftAfter(13 * 60)).toEqual([]);
  });

  it('of different kinds of place are apart', () => {
    const keys = [
      placeKey({ kind: 'thread', channel: 'C', thread: 'U' }),
      placeKey({ kind: 'asker', channel: 'C', user: 'U' }),
      placeKey({ kind: 'direct', channel: 'C' }),
    ];
    expect(new Set(keys).size).toBe(3);
  });
});

describe('a turn', () => {
  const desk = { base, conversations: createConversations() };
  const place = { kind: 'direct', channel: 'D1' } as const;

  it('carries a question that stands alone', () => {
    expect(takeTurn(desk, place, 'ATM revenue 3Q11').asked.question).toBe('ATM revenue 3Q11');
    expect(takeTurn(desk, place, 'and 2Q11?').asked.question).toBe(
      'revenue of ATM operation business in 2Q11',
    );
    expect(takeTurn(desk, place, 'headcount').asked.question).toBe('headcount');
  });

  it('of a button starts anew, and the place goes on from it', () => {
    takeButton(desk, place, 'revenue of ATM operation business in 2Q11');
    expect(takeTurn(desk, place, 'and 3Q11?').answer.figures[0]?.printed).toBe('361');
  });
});

describe('what a section prints', () => {
  it('is a table with true numbers, so that it sorts', () => {
    const section = base.sections.get('II-7');
    if (!section) throw new Error('there is no such section');
    const table = sectionMessage(base, section).blocks.find((b) => b.type === 'data_table');
    const cells = table?.rows.slice(1).map((row) => row[4]) ?? [];
    expect(cells).toContainEqual({ type: 'raw_number', value: 10_100_000_000, text: '10,100' });
    expect(cells).toContainEqual({ type: 'raw_text', text: 'Sep .1, 2010' });
  });
});

describe('deliveries', () => {
  it.each([
    [{ event_id: 'Ev1', event: { type: 'app_mention', channel: 'C', ts: '1' } }, ['event Ev1', 'post C 1']],
    [{ event_id: 'Ev2', event: { type: 'message', channel: 'C', ts: '1' } }, ['event Ev2', 'post C 1']],
    [
      { event_id: 'Ev5', event: { type: 'message', subtype: 'file_share', channel: 'C', ts: '1' } },
      ['event Ev5', 'post C 1'],
    ],
    [
      { event_id: 'Ev3', event: { type: 'message', subtype: 'message_changed', channel: 'C', ts: '1' } },
      ['event Ev3'],
    ],
    [{ event_id: 'Ev4', event: { type: 'app_home_opened', channel: 'D' } }, ['event Ev4']],
    [{ trigger_id: 't1' }, ['trigger t1']],
    [{ type: 'block_suggestion' }, []],
    [null, []],
  ])('%j', (body, keys) => {
    expect(deliveryKeys(body)).toEqual(keys);
  });
});

describe('what is under way', () => {
  it('is waited for, and ends once', async () => {
    const inFlight = createInFlight();
    const [a, b] = [inFlight.begin(), inFlight.begin()];
    const idle = inFlight.idle();
    a();
    a();
    expect(inFlight.count).toBe(1);
    b();
    await idle;
    expect(inFlight.count).toBe(0);
    await inFlight.idle();
  });
});

describe('the typeahead', () => {
  it.each([
    ['op', 'Operating income'],
    ['oprating incme', 'Operating income'],
    ['income operating', 'Operating income'],
    ['ebit', 'Operating income'],
    ['headc', 'Number of employees'],
    ['total ass', 'Total assets'],
  ])('of "%s" offers %s', (typed, label) => {
    expect(
      metricsNear(base, typed)
        .map((m) => m.label)
        .slice(0, 3),
    ).toContain(label);
  });

  it('offers only what has figures', () => {
    expect(metricsNear(base, 'capital expenditure').map((m) => m.id)).not.toContain('capex');
    expect(metricsNear(base, 'zzzqqq')).toEqual([]);
  });
});

describe('a choice while browsing', () => {
  it.each([
    [{}, null],
    [{ metric: 'capex' }, null],
    [{ metric: 'operating-income' }, 'operating-income consolidated 9M FY2011 figure'],
    [{ metric: 'operating-income', segment: 'atm', period: '2Q11' }, 'operating-income atm 2Q11 figure'],
    [
      { metric: 'operating-income', segment: 'wan', period: 'x' },
      'operating-income consolidated 9M FY2011 figure',
    ],
    [{ metric: 'revenue', segment: 'wan', comparison: 'figure' }, 'revenue wan 3Q11 yoy'],
  ])('%j', (chosen, pick) => {
    const found = pickOf(base, chosen);
    expect(found && `${found.metric} ${found.segment} ${found.period} ${found.comparison}`).toBe(pick);
  });

  it('that cannot be read is none', () => {
    expect(chosenIn('')).toEqual({});
    expect(chosenIn('{"metric":7}')).toEqual({});
  });
});
