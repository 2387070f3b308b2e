import type { FactBase } from '../facts/base.ts';
import { foldName, foldWord, splitWords } from '../lexicon/fold.ts';
import { buildSpeller, type Speller } from '../lexicon/spelling.ts';
import { buildCueNet, classesOf, type CueNet } from './cues.ts';
import type { NameHelp } from './names.ts';

/** What reading needs besides the facts, built once for a base. */
export interface Reader {
  base: FactBase;
  speller: Speller;
  /** Single words that are passed over in silence, folded. */
  fillers: ReadonlySet<string>;
  /** Folded words that mean something: of names, classes, notes, periods. */
  known: ReadonlySet<string>;
  /** Folded words of the notes' titles, keywords and terms: topics one can ask about. */
  topics: ReadonlySet<string>;
  /** Folded words of the issuer's short name, which stand before names like an article. */
  issuer: ReadonlySet<string>;
  /** Words of the classes that cues speak of. */
  classWords: ReadonlySet<string>;
  /** Short forms of words and what they stand for. */
  abbreviations: ReadonlyMap<string, string>;
  naming: NameHelp;
  cues: CueNet;
}

const PERIOD_WORDS =
  'january february march april june july august september october november december first second third fourth quarter quarters quarterly half year years yearly annual fiscal month months nine three six twelve cumulative previous prior last same period earlier latest current year-on-year quarter-on-quarter sequential yen million millions billion billions thousand thousands trillion percent percentage points versus compared spring summer autumn winter'.split(
    ' ',
  );

const wordsOf = (texts: readonly string[]): string[] =>
  texts.flatMap((t) => splitWords(t).map((w) => w.text.toLowerCase()));

const readers = new WeakMap<FactBase, Reader>();

/** The reader of a fact base; built at the first question and kept with the base. */
export function readerOf(base: FactBase): Reader {
  const kept = readers.get(base);
  if (kept) return kept;
  const reader = buildReader(base);
  readers.set(base, reader);
  return reader;
}

function buildReader(base: FactBase): Reader {
  const named = base.names.names.flatMap((n) => wordsOf([n.text]));
  const { Filler: filler = [], Abbreviation: short = [], Synonym: alike = [] } = base.words;
  const classes = classesOf(base.words);
  const classWords = wordsOf(Object.values(classes).flat());
  const issuer = wordsOf([base.document.issuer.name, base.document.issuer.short]);
  const topics = wordsOf(base.notes.flatMap((n) => [n.title, ...n.keywords, ...n.terms]));
  const fillers = wordsOf(filler.filter((f) => !f.includes(' ')));
  const others = [...classWords, ...fillers, ...PERIOD_WORDS, ...topics, ...issuer];
  const fold = (words: readonly string[]): string[] => words.map((w) => foldWord(w));
  return {
    base,
    speller: buildSpeller(named, others),
    fillers: new Set([...fillers, ...fold(fillers), ...fold(issuer)]),
    known: new Set([...fold(named), ...base.names.names.flatMap((n) => foldName(n.text)), ...fold(others)]),
    topics: new Set(fold(topics)),
    issuer: new Set(fold(wordsOf([base.document.issuer.short]))),
    classWords: new Set([...classWords, ...fold(classWords)]),
    abbreviations: new Map(
      short.flatMap((s): [string, string][] =>
        /^\S+ \S/.test(s) ? [[s.slice(0, s.indexOf(' ')), s.slice(s.indexOf(' ') + 1)]] : [],
      ),
    ),
    naming: {
      synonyms: synonymsOf(alike),
      verbs: new Set(fold([...(base.words.Rise ?? []), ...(base.words.Fall ?? [])])),
    },
    cues: buildCueNet(base),
  };
}

/** Each word of a set with the others of it, folded. */
function synonymsOf(sets: readonly string[]): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const set of sets) {
    const words = [...new Set(set.split(' ').map((w) => foldWord(w)))];
    for (const word of words)
      found.set(word, [...(found.get(word) ?? []), ...words.filter((w) => w !== word)]);
  }
  return found;
}
