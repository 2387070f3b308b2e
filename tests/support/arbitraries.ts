import fc from 'fast-check';
import type { FactBase } from '../../src/facts/base.ts';
import { MAX_LENGTH } from '../../src/understand/understand.ts';
import { developmentTurns } from './questions.ts';
import { questionsOf } from './examples.ts';

export const PERIOD_WORDS = [
  '3Q11',
  '3Q10',
  '2Q11',
  '9M FY2011',
  'FY2010',
  'last year',
  'Dec 31, 2011',
  'since March',
  'each quarter',
  'last 3 quarters',
];

const MARKUP = [
  '<@U123>',
  '<!here>',
  '<#C1|x>',
  '&amp;',
  '&lt;',
  '*',
  '_',
  '`',
  '~',
  '```',
  ':tada:',
  '<https://a.b|c>',
  '“',
  '’',
  '\n',
  '\u200b',
  '\u202e',
  '３',
  '△',
  '(',
];

const PLAIN = [
  'and',
  'vs',
  'of',
  'minus',
  'per',
  'why',
  'how much',
  'change',
  'trend',
  'sum',
  'as % of',
  'in billions',
  'not',
  'top 3',
  'did',
  'rise',
  '64.5%',
  '(5,040)',
  ',',
];

type Edit = (text: string, at: number, letter: string) => string;
const EDITS: readonly Edit[] = [
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at),
  (text, at, letter) => text.slice(0, at) + letter + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at + 1] ?? '') + (text[at] ?? '') + text.slice(at + 2),
  (text, at) => text.slice(at) + text.slice(0, at),
];
const EDIT = fc.record({
  how: fc.constantFrom(...EDITS),
  at: fc.nat(),
  letter: fc.constantFrom(...Array.from('aeinrst 0123456789%&()-.,;?')),
});

/** Words and names that mean something in a question of a base. */
export const vocabularyOf = (base: FactBase): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...base.names.names.map((n) => n.text),
    ...PERIOD_WORDS,
    ...PLAIN,
    ...Object.values(base.words).flat(),
  );

/** What somebody may type, by kind: each kind finds other faults. */
export const KINDS = [
  'random characters',
  'Slack markup',
  'vocabulary shuffled',
  'questions mutated',
  'long repetitions',
] as const;
export type Questions = Readonly<Record<(typeof KINDS)[number], fc.Arbitrary<string>>>;

/** Arbitrary questions over a base's vocabulary, its examples, and the development questions where they are at hand. */
export function arbitraryQuestions(base: FactBase): Questions {
  const vocabulary = vocabularyOf(base);
  const asked = developmentTurns()?.flat() ?? questionsOf(base);
  const letters = fc.string({ unit: 'grapheme', maxLength: 6 });
  const piece = fc.oneof(vocabulary, fc.constantFrom(...MARKUP), letters);
  return {
    'random characters': fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.string({ unit: 'grapheme', maxLength: 200 }),
    ),
    'Slack markup': fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join('')),
    'vocabulary shuffled': fc.array(vocabulary, { minLength: 1, maxLength: 14 }).map((w) => w.join(' ')),
    'questions mutated': fc
      .record({
        question: fc.constantFrom(...asked),
        edits: fc.array(EDIT, { minLength: 1, maxLength: 4 }),
      })
      .map(({ question, edits }) =>
        edits.reduce((text, e) => (text === '' ? '' : e.how(text, e.at % text.length, e.letter)), question),
      ),
    'long repetitions': fc
      .record({
        unit: fc.array(piece, { minLength: 1, maxLength: 4 }),
        joint: fc.constantFrom('', ' ', '-', ', '),
      })
      .map(({ unit, joint }) => `${unit.join(joint)}${joint}` || ' ')
      .map((unit) => unit.repeat(Math.ceil(MAX_LENGTH / unit.length)).slice(0, MAX_LENGTH)),
  };
}
