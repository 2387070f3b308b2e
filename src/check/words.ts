import { isEnglish, lightWords } from '../lexicon/english.ts';
import { foldWord } from '../lexicon/fold.ts';
import type { Token } from '../understand/tokens.ts';
import { type Reader } from '../understand/vocabulary.ts';
import { type Marked, overlaps } from './marks.ts';

/** Words that carry a statement along and name nothing of which a figure could be. */
const CARRIERS = new Set(
  (
    'it its they their them this that these those he she we our us i my you your who which what there here the a an of in on at for to by from with ' +
    'as is was were are be been being am do does did done has have had having will would can could should shall may might must and or but so then than ' +
    'if into onto about around out off over under between within during through across per via up down while whereas although though however still ' +
    'already also too only just even now later before after since until because both each all total totals overall group company figure figures number ' +
    'numbers result results level levels amount value same similar respectively year quarter month months period end start half basis terms stood came ' +
    'come comes reached hit grew rose fell was posted reported recorded booked made makes earned generated delivered achieved saw seen showed shows ' +
    'ended closed remained remains stayed kept counts counted employs employed holds held compared compares comparing versus vs against behind ahead ' +
    'nearly almost roughly approximately some more less most least least further strong strongly solid solidly sharp sharply steady steadily slight ' +
    'slightly significant significantly modest modestly robust healthy weak soft remarkable marked markedly well good great new recent recently mainly ' +
    'mostly partly largely driven thanks helped supported backed due led reflecting despite amid following including excl incl plus minus net gross ' +
    'consolidated reported printed combined million billion thousand trillion yen jpy percent points point people persons personnel heads approx circa ' +
    'ago earlier previous prior last first second third fourth next current latest whole full single alone rest other others another one two three four ' +
    'five six seven eight nine ten yes no not right correct true ok okay hi all team thanks please note fyi re update recap summary highlights key main ' +
    'headline results numbers business segment division unit side part share ratio percentage margin rate growth rise increase decrease decline fall ' +
    'drop gain jump change improvement step record high low today yesterday tomorrow very quite much far long way yoy qoq fy again back where when how'
  ).split(' '),
);

/** Another currency is something else than the document's figures; the yen is a carrier. */
const isCurrency = (reader: Reader, word: string): boolean =>
  reader.base.words.Currency?.includes(word) === true;

/** Whether a word could name something that figures are about, as far as spelling tells. */
export function isContent(reader: Reader, token: Token): boolean {
  const lower = token.text.toLowerCase().replace(/['’]s?$/, '');
  if (!/\p{L}/u.test(lower) || CARRIERS.has(lower)) return false;
  if (isCurrency(reader, lower)) return true;
  return !reader.fillers.has(token.folded) && !reader.fillers.has(lower) && !reader.classWords.has(lower);
}

const tagged = new WeakMap<Marked, ReadonlySet<string>>();

/** The verbs and adverbs of a sentence, tagged once. */
function lightIn(sentence: Marked): ReadonlySet<string> {
  let light = tagged.get(sentence);
  if (!light) tagged.set(sentence, (light = lightWords(sentence.typed)));
  return light;
}

/** The words of a stretch that are neither marks nor carriers nor, in this sentence, verbs and adverbs. */
export function contentIn(reader: Reader, sentence: Marked, from: number, to: number): Token[] {
  const found = sentence.tokens.filter(
    (t) => t.start >= from && t.end <= to && !overlaps(t, sentence.marks) && isContent(reader, t),
  );
  if (found.length === 0) return found;
  const light = lightIn(sentence);
  return found.filter((t) => isProper(sentence, t) || !light.has(t.text.toLowerCase()));
}

/** Capitals inside a sentence, or letters of no language, mark a name. */
export function isProper(sentence: Marked, token: Token): boolean {
  if (!/^\p{Lu}/u.test(token.text) || sentence.typed === sentence.typed.toUpperCase()) return false;
  const before = sentence.typed.slice(0, token.start).trimEnd();
  if (before !== '' && !/[.!?:;"(|-]$/.test(before)) return true;
  return !isEnglish(foldWord(token.text)) && !isEnglish(token.text.toLowerCase());
}
