import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restate } from '../src/answer/restate.ts';
import { ask } from '../src/ask.ts';
import { loadBase } from '../src/facts/load.ts';
import type { Answer } from '../src/model/answer.ts';
import { NEW_CONVERSATION } from '../src/model/conversation.ts';
import { decimal } from '../src/model/decimal.ts';
import type { Item, Query } from '../src/model/query.ts';
import { toJson } from '../src/render/json.ts';
import { MAX_LENGTH } from '../src/understand/understand.ts';
import { arbitraryQuestions, KINDS, PERIOD_WORDS, vocabularyOf } from './support/arbitraries.ts';
import { examplesOf, questionsOf, turnsOf } from './support/examples.ts';
import { projectBase } from './support/project.ts';
import { brokenPromises } from './support/provenance.ts';
import { lastTurn, talk } from './support/talk.ts';

const base = projectBase();
const questions = questionsOf(base);
const threads = examplesOf(base).map(({ example }) => turnsOf(example));

/** The same cases in every run. */
const SEED = { seed: 20120208 };

const bytes = (question: string, on = base): string => {
  const { answer, conversation } = ask(on, question);
  return JSON.stringify({ answer: toJson(on, answer), conversation });
};

const nameWords = base.names.names.map((n) => n.text);
const vocabulary = vocabularyOf(base);
const asked = arbitraryQuestions(base);
const shuffledWords = asked['vocabulary shuffled'];
const mutated = asked['questions mutated'];

describe('any text', () => {
  it.each(KINDS)('%s: an answer that keeps the promises', (kind) => {
    fc.assert(
      fc.property(asked[kind], (question) => {
        expect(brokenPromises(base, ask(base, question).answer, question)).toEqual([]);
      }),
      // 2,000 in all; the bench asks a hundred times as many.
      { ...SEED, numRuns: kind === 'long repetitions' ? 40 : 490 },
    );
  });

  it('in a conversation, too', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(mutated, shuffledWords), { minLength: 2, maxLength: 5 }), (turns) => {
        for (const { said, answer } of talk(base, turns))
          expect(brokenPromises(base, answer, turns.join(' ') + said)).toEqual([]);
      }),
      { ...SEED, numRuns: 80 },
    );
  });

  it('up to the longest is read, a longer one is refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(vocabulary, fc.string({ maxLength: 8 })), { minLength: 200, maxLength: 400 }),
        (words) => {
          const text = words.join(' ').repeat(4);
          const longest = text.slice(0, MAX_LENGTH);
          expect(brokenPromises(base, ask(base, longest).answer, longest)).toEqual([]);
          expect(ask(base, longest.padEnd(MAX_LENGTH + 1, '!')).answer.refusal?.code).toBe('too-long');
        },
      ),
      { ...SEED, numRuns: 12 },
    );
  });
});

describe('time grows with the length', () => {
  const words = (from: readonly string[], n: number): string => {
    let text = '';
    for (let i = 0, count = 0; count < n; i++) {
      const next = from[(i * 7919) % from.length] ?? '';
      text += `${next} `;
      count += next.split(' ').length;
    }
    return text.slice(0, MAX_LENGTH);
  };

  /** The least of some times of the processor, in microseconds: the others may have waited, or collected garbage. */
  const least = (question: string): number => {
    const times = Array.from({ length: 7 }, () => {
      const start = process.cpuUsage();
      ask(base, question);
      const { user, system } = process.cpuUsage(start);
      return user + system;
    });
    return Math.min(...times);
  };

  const short = nameWords.filter((n) => n.length <= 14);
  const kinds: Readonly<Record<string, readonly string[]>> = {
    names: short,
    'names misspelt': short.map((n) => n.replace(/[aeo](?=\w*$)/, 'x')),
    'words of no language': short.map((n) => Array.from(n.replace(/\W/g, '')).reverse().join('')),
    periods: PERIOD_WORDS,
    'numbers and joints': ['12,345', 'and', '(5.2%)', 'vs', '△4', 'to', '¥3bn', ';', '1/3', '-'],
    'markup and dates': ['<@U1>', '&amp;', '*a*', '12/31', 'dec', 'end of', '3 months ended', "it's", ':x:'],
  };

  it.each(Object.entries(kinds))('%s', (_name, from) => {
    const [n, more] = [words(from, 50), words(from, 200)];
    least(n);
    let growth = Infinity;
    for (let tries = 0; tries < 5 && growth >= 8; tries++) growth = Math.min(growth, least(more) / least(n));
    expect(growth).toBeLessThan(8);
  });
});

describe('a promise that is broken is found', () => {
  const { answer } = ask(base, 'total revenue 3Q11');
  const [figure] = answer.figures;
  const tampered: Readonly<Record<string, Partial<Answer>>> = {
    'a numeral in words': { lines: [...answer.lines, [{ t: 'words', text: 'about 5' }]] },
    'a label that the data does not have': { notes: [[{ t: 'label', text: 'page 987654' }]] },
    'another value': { figures: figure ? [{ ...figure, value: decimal(1) }] : [] },
    'no section': { figures: figure ? [{ ...figure, sections: [] }] : [] },
    'a fact that does not exist': { figures: figure ? [{ ...figure, facts: ['x'] }] : [] },
    'sections that are not cited': { sections: [] },
    'a figure in a decline': { status: 'declined' },
  };

  it.each(Object.entries(tampered))('%s', (_what, change) => {
    expect(brokenPromises(base, answer, '')).toEqual([]);
    expect(brokenPromises(base, { ...answer, ...change }, '')).not.toEqual([]);
  });
});

describe('the examples', () => {
  it('keep the promises', () => {
    const broken = threads.flatMap((thread) =>
      talk(base, thread).flatMap((t) =>
        brokenPromises(base, t.answer, thread.join(' ')).map((what) => `${t.said}: ${what}`),
      ),
    );
    expect(broken).toEqual([]);
  });

  it('give the same bytes, whatever was asked before and however often', () => {
    const first = questions.map((q) => bytes(q));
    const fresh = loadBase();
    const backwards = [...questions]
      .reverse()
      .map((q) => bytes(q, fresh))
      .reverse();
    expect(backwards).toEqual(first);
    expect(questions.map((q) => bytes(q))).toEqual(first);
  });

  it('leave the conversation that they were asked in as it was', () => {
    for (const first of questions) {
      const { conversation } = ask(base, first, NEW_CONVERSATION);
      const before = JSON.stringify(deepFreeze(conversation));
      for (const next of ['and 2Q11?', 'why?', 'as a % of revenue', 'sum of the three', 'thanks'])
        ask(base, next, conversation);
      expect(JSON.stringify(conversation)).toBe(before);
    }
  });

  it('offer next questions that this data answers', () => {
    const dead = threads.flatMap((thread) => {
      const { answer, said } = lastTurn(base, thread);
      return [...answer.suggestions, ...answer.choices]
        .filter((c) => ask(base, c.question).answer.status !== 'answered')
        .map((c) => `${said} -> ${c.question}`);
    });
    expect(dead).toEqual([]);
  });
});

describe('a query restated', () => {
  const restated = threads.flatMap((thread) => {
    const { answer, said } = lastTurn(base, thread);
    return answer.status === 'answered' && answer.query
      ? [[said, restate(base, answer.query), answer.query] as const]
      : [];
  });

  it.each(restated)('%s -> %s', (_said, question, query) => {
    const { answer } = ask(base, question);
    expect(answer.status).toBe('answered');
    expect(answer.query && slotsOf(answer.query)).toEqual(slotsOf(query));
  });
});

/** A query's slot values, without where each came from: two queries with the same ones give the same figures. */
function slotsOf(query: Query): Record<string, unknown> {
  const cell = (i: Item): string =>
    `${i.metric.value} ${i.segment.value} ${i.period.value} ${i.scenario.value}`;
  const cells = (list: readonly Item[]): string[] => list.map(cell);
  const { intent, unit } = query;
  switch (query.intent) {
    case 'lookup':
      return { intent, unit, item: cell(query.item) };
    case 'change':
      return { intent, unit, item: cell(query.item), base: query.base.value };
    case 'compare':
    case 'trend':
      return { intent, unit, items: cells(query.items) };
    case 'rank':
      return {
        intent,
        unit,
        items: cells(query.items),
        by: query.by,
        order: query.order,
        base: query.by === 'change' ? query.base.value : null,
      };
    case 'ratio':
      return {
        intent,
        unit,
        numerator: cell(query.numerator),
        denominator: cells(query.denominator),
        as: query.as,
      };
    case 'share':
      return { intent, unit, part: cell(query.part), whole: cells(query.whole) };
    case 'aggregate':
      return { intent, unit, op: query.op, items: cells(query.items) };
    case 'target':
      return { intent, unit, ask: query.ask, item: cell(query.item) };
    case 'explain':
      return { intent, item: query.item && cell(query.item), direction: query.direction, notes: query.notes };
    case 'define':
      return { intent, note: query.note };
    case 'list':
      return { intent, notes: query.notes, metrics: query.metrics };
    case 'source':
      return { intent, sections: query.sections };
    case 'check':
      return { intent, item: cell(query.item), base: query.base?.value ?? null, claim: query.claim };
    case 'help':
      return { intent, kind: query.kind };
  }
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object') {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}
