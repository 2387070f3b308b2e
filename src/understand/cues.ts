import type { FactBase, WordClasses } from '../facts/base.ts';
import { INTENTS, type Intent } from '../model/query.ts';
import { compromiseOne } from '../lexicon/compromise.ts';
import type { Cue } from './said.ts';

/** Placeholders that stand for what was recognised before the cues are matched; each has its tag. */
export const PLACEHOLDERS = {
  metric: 'metricx',
  segment: 'segmentx',
  period: 'periodx',
  series: 'seriesx',
  base: 'basex',
  number: 'numberx',
  section: 'sectionx',
  unit: 'unitx',
  of: 'ratioofx',
  context: 'contextx',
} as const;

const PLACEHOLDER_TAGS: Readonly<Record<string, readonly string[]>> = {
  metricx: ['Metric'],
  segmentx: ['Segment'],
  periodx: ['Period'],
  seriesx: ['Period', 'Series'],
  basex: ['Base'],
  numberx: ['Number'],
  sectionx: ['SectionId'],
  unitx: ['OutputUnit'],
  ratioofx: ['RatioOf'],
};

/** The cues of all intents as one net over the words' classes. */
export interface CueNet {
  read: (skeleton: string) => { cues: Cue[]; tags: Set<string> };
}

interface Found {
  reason?: string;
}

const isIntent = (id: string): id is Intent => (INTENTS as readonly string[]).includes(id);

/**
 * Builds compromise's net once: tags from the word classes, patterns from the intents.
 * Cues are found by position in `cues` through the match's reason, the one field that a net hands back.
 */
export function buildCueNet(base: FactBase): CueNet {
  const nlp = compromiseOne();
  const classes = withListWords(base, classesOf(base.words));
  const lexicon = lexiconOf(classes);
  const tags = new Set([...Object.keys(classes), ...Object.values(PLACEHOLDER_TAGS).flat()]);
  nlp.addTags(Object.fromEntries([...tags].map((t) => [t, {}])));
  nlp.addWords(lexicon as unknown as Record<string, string>);
  const cues: Cue[] = [];
  const matches = base.intents.flatMap((spec) =>
    spec.cues.flatMap((cue) => {
      if (!isIntent(spec.id)) return [];
      const index = cues.push({ intent: spec.id, weight: cue.weight, sets: cue.sets }) - 1;
      return [cue.match].flat().map((match) => ({ match, reason: String(index) }));
    }),
  );
  const net = nlp.buildNet(matches);
  return {
    read: (skeleton) => {
      const doc = nlp.tokenize(skeleton).compute('lexicon');
      const found = (doc.sweep(net, { tagger: false }) as { found: Found[] }).found;
      const hit = new Set(found.map((f) => Number(f.reason)));
      const terms = (doc.docs as { tags?: Iterable<string> }[][]).flatMap((sentence) =>
        sentence.flatMap((term) => [...(term.tags ?? [])].filter((tag) => tags.has(tag))),
      );
      return { cues: cues.filter((_, i) => hit.has(i)), tags: new Set(terms) };
    },
  };
}

const NO_CLASS: ReadonlySet<string> = new Set(['Filler', 'Abbreviation', 'Synonym']);

/** The word classes that cues may name; fillers, abbreviations and words of one meaning are not classes. */
export function classesOf(words: WordClasses): WordClasses {
  return Object.fromEntries(Object.entries(words).filter(([tag]) => !NO_CLASS.has(tag)));
}

/** "Which cities" asks for a list where the data has one of cities. */
function withListWords(base: FactBase, classes: WordClasses): WordClasses {
  const listed = base.notes.filter((n) => n.kind === 'list').flatMap((n) => n.keywords);
  const asked = listed.flatMap((word) => [`which ${word}`, `what ${word}`]);
  return { ...classes, ListWord: [...new Set([...(classes.ListWord ?? []), ...asked])] };
}

function lexiconOf(classes: WordClasses): Record<string, string[]> {
  const lexicon = new Map<string, string[]>(Object.entries(PLACEHOLDER_TAGS).map(([w, t]) => [w, [...t]]));
  for (const [tag, words] of Object.entries(classes)) {
    for (const word of words) {
      const key = word.toLowerCase();
      const tags = lexicon.get(key);
      if (tags) tags.push(tag);
      else lexicon.set(key, [tag]);
    }
  }
  return Object.fromEntries(lexicon);
}
