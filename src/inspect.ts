import { ask } from './ask.ts';
import { type FactBase, metricOf, segmentOf } from './facts/base.ts';
import type { Answer } from './model/answer.ts';
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

export interface Inspection {
  words: readonly Taken[];
  answer: Answer;
}

/** How a question that stands alone is read, word by word, with its answer. Pure, like `ask`. */
export function inspect(base: FactBase, question: string): Inspection {
  const said = understand(base, question);
  const words = said.words.map((word) => takenFor(base, said, word));
  return { words, answer: ask(base, question).answer };
}

function takenFor(base: FactBase, said: Said, word: Word): Taken {
  const mention = said.mentions.find(
    (m) => m.start < word.end && m.end > word.start && m.kind !== 'separator',
  );
  const meaning = mention ? meaningOf(base, mention) : '';
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

function meaningOf(base: FactBase, mention: Mention): string {
  switch (mention.kind) {
    case 'metric':
      return `metric: ${metricOf(base, mention.id).label}`;
    case 'segment':
      return `segment: ${segmentOf(base, mention.id).label}`;
    case 'period':
      return 'period';
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
