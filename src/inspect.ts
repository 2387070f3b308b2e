import { ask } from './ask.ts';
import { type FactBase, metricOf, segmentOf } from './facts/base.ts';
import { assumedIn } from './answer/reading.ts';
import type { Answer, Switch } from './model/answer.ts';
import { describePeriod, type Period } from './model/period.ts';
import { type Base, type Item, itemsIn, type Query } from './model/query.ts';
import type { PeriodSaid } from './lexicon/periods/said.ts';
import { settle } from './resolve/periods.ts';
import { understand } from './understand/understand.ts';
import type { Mention, Said, Word } from './understand/said.ts';

/** How much a word had to do with the reading. */
export type Part = 'matched' | 'fuzzy' | 'cue' | 'ignored' | 'unknown';

/** A word of a question and what it was taken for. */
export interface Taken {
  text: string;
  part: Part;
  /** What it names ("metric: Operating income"), or what it was read as; empty where it only carries the sentence. */
  as: string;
}

/** A part of the reading that no word says, and what was assumed for it ("period: 3Q11 (Oct-Dec 2011)"). */
export interface Assumed {
  slot: Switch['slot'];
  as: string;
}

export interface Inspection {
  words: readonly Taken[];
  assumed: readonly Assumed[];
  answer: Answer;
}

/** How a question that stands alone is read, word by word, with its answer. Pure, like `ask`. */
export function inspect(base: FactBase, question: string): Inspection {
  const said = understand(base, question);
  const { answer } = ask(base, question);
  const words = said.words.map((word) => takenFor(base, said, answer.query, word));
  const { query } = answer;
  const assumed =
    query === null ? [] : assumedIn(query).map((slot) => ({ slot, as: assumedFor(base, query, slot) }));
  return { words, assumed, answer };
}

const several = (texts: readonly string[]): string => [...new Set(texts)].join(', ');

/** Periods in words: the first and the last of a run. */
function periodsText(base: FactBase, periods: readonly Period[]): string {
  const texts = [...new Set(periods)].map((p) => describePeriod(p, base.calendar.startMonth));
  const [first = '', last = ''] = [texts[0], texts.at(-1)];
  return texts.length > 2 ? `${first} to ${last}` : texts.join(', ');
}

function baseText(base: FactBase, from: Base): string {
  switch (from.kind) {
    case 'yoy':
      return 'year on year';
    case 'qoq':
      return 'quarter on quarter';
    case 'period':
      return `against ${describePeriod(from.period, base.calendar.startMonth)}`;
  }
}

function assumedFor(base: FactBase, query: Query, slot: Switch['slot']): string {
  const items = itemsIn(query);
  const open = <K extends keyof Item>(part: K): Item[K]['value'][] =>
    items.filter((i) => i[part].from === 'assumed').map((i) => i[part].value);
  switch (slot) {
    case 'metric':
      return `metric: ${several(open('metric').map((id) => metricOf(base, id).label))}`;
    case 'segment':
      return `segment: ${several(open('segment').map((id) => segmentOf(base, id).label))}`;
    case 'period':
      return `period: ${periodsText(base, open('period'))}`;
    case 'scenario':
      return several(open('scenario').map((s) => s.replace('-', ' ')));
    case 'comparison':
      return 'base' in query && query.base ? baseText(base, query.base.value) : '';
  }
}

function takenFor(base: FactBase, said: Said, query: Query | null, word: Word): Taken {
  const mention = said.mentions.find(
    (m) => m.start < word.end && m.end > word.start && m.kind !== 'separator',
  );
  const meaning = mention ? meaningOf(base, query, mention) : '';
  if (word.typed !== null)
    return { text: word.typed, part: 'fuzzy', as: `${word.text}${meaning === '' ? '' : ` · ${meaning}`}` };
  switch (word.taken) {
    case 'metric':
    case 'segment':
    case 'period':
    case 'base':
    case 'number':
    case 'section':
    case 'unit':
      return { text: word.text, part: 'matched', as: meaning };
    case 'separator':
      return { text: word.text, part: 'cue', as: 'divides what is asked' };
    case 'cue':
      return { text: word.text, part: 'cue', as: 'tells the kind of question' };
    case 'context':
    case 'filler':
      return { text: word.text, part: 'ignored', as: '' };
    case 'unknown':
      return { text: word.text, part: 'unknown', as: 'not understood' };
    case 'restriction':
      return { text: word.text, part: 'unknown', as: 'changes what is asked' };
  }
}

/** Which period a mention names by itself, or what a relative one ("last quarter") came to in the reading. */
function periodMeant(base: FactBase, query: Query | null, said: PeriodSaid): string {
  const settled = settle(said, base.calendar, base.document.date);
  const periods =
    settled.kind === 'period' || settled.kind === 'month'
      ? [settled.period]
      : itemsIn(query).flatMap((i) => (i.period.from === 'said' ? i.period.value : []));
  return periods.length === 0 ? 'period' : `period: ${periodsText(base, periods)}`;
}

function meaningOf(base: FactBase, query: Query | null, mention: Mention): string {
  switch (mention.kind) {
    case 'metric':
      return `metric: ${metricOf(base, mention.id).label}`;
    case 'segment':
      return `segment: ${segmentOf(base, mention.id).label}`;
    case 'period':
      return periodMeant(base, query, mention.said);
    case 'base':
      return mention.base.kind === 'period'
        ? 'what a change is counted from'
        : mention.base.kind.toUpperCase();
    case 'number':
      return 'number';
    case 'section':
      return `section ${mention.id}`;
    case 'unit':
      return `unit: ${mention.unit}`;
    case 'context':
    case 'separator':
      return '';
  }
}
