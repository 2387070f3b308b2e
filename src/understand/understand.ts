import type { FactBase } from '../facts/base.ts';
import { foldWord } from '../lexicon/fold.ts';
import { isEnglish, lightWords } from '../lexicon/english.ts';
import { findNumbers } from '../lexicon/numbers.ts';
import { findPeriods } from '../lexicon/periods/find.ts';
import { longestName } from '../lexicon/names.ts';
import { comparesWith, findBaseWords, listedBySlash } from './bases.ts';
import { clean, isJapanese } from './clean.ts';
import { PLACEHOLDERS } from './cues.ts';
import { findCounted, findNames, findShuffled } from './names.ts';
import type { Mention, Said, Word } from './said.ts';
import { dropContext, isEpithet } from './context.ts';
import { foreignNames, matters } from './leftovers.ts';
import { withoutConcession } from './concession.ts';
import { withoutPreamble } from './preamble.ts';
import { correctSpelling } from './respell.ts';
import { restrictionsIn } from './restrictions.ts';
import { findSections } from './sections.ts';
import { findSeparators } from './separators.ts';
import { type Token, tokenize } from './tokens.ts';
import { findUnits } from './units.ts';
import { type Reader, readerOf } from './vocabulary.ts';

/** How much of a question is read; longer ones are refused before this stage. */
export const MAX_LENGTH = 2000;

/** The question read last: a surface asks it again, to learn what it means without its conversation. */
const lastRead = new WeakMap<FactBase, { question: string; said: Said }>();

/** What a question says. Pure: the same text and base give the same result. */
export function understand(base: FactBase, question: string): Said {
  const last = lastRead.get(base);
  if (last?.question === question) return last.said;
  const said = read(base, question);
  lastRead.set(base, { question, said });
  return said;
}

function read(base: FactBase, question: string): Said {
  const reader = readerOf(base);
  const plain = withoutPreamble(
    clean(question.slice(0, MAX_LENGTH * 2)),
    (rest, dropped) => namesMetric(reader, rest) && !lacks(reader, rest, dropped),
  );
  const asked = withoutConcession(plain, (rest, clause) => standsAlone(reader, rest, clause));
  const { text, corrections } = correctSpelling(reader, asked);
  const tokens = tokenize(text);
  const mentions = recognise(reader, text, tokens);
  const skeleton = skeletonOf(tokens, mentions);
  const { cues, tags } = reader.cues.read(skeleton.words.join(' '));
  const plainWords = lighten(
    text,
    tokens.map((t) => wordOf(reader, t, mentions, corrections)),
  );
  const foreign = foreignNames(text, plainWords, reader.issuer);
  const words = plainWords.map((w, i): Word => {
    if (foreign.has(w) || namesPart(reader, text, w)) return { ...w, taken: 'unknown' };
    return w.taken === 'unknown' && !matters(text, plainWords, i, reader.issuer)
      ? { ...w, taken: 'filler' }
      : w;
  });
  const restrictions = restrictionsIn(base, skeleton.words);
  return {
    text,
    words: words.map((w) =>
      restrictions.includes(w.text.toLowerCase()) ? { ...w, taken: 'restriction' as const } : w,
    ),
    mentions,
    cues,
    tags,
    sets: new Set(cues.flatMap((c) => c.sets)),
    unknown: words.filter((w) => w.taken === 'unknown').map((w) => w.text),
    restrictions,
    corrections,
    japanese: isJapanese(question),
  };
}

/** Whether a text names a figure that the document has. */
function namesMetric(reader: Reader, text: string): boolean {
  const { text: fixed } = correctSpelling(reader, text);
  return findNames(reader.base.names, tokenize(fixed), () => false, reader.naming).some(
    (m) => m.kind === 'metric' && reader.base.metrics.get(m.id)?.printed !== 'none',
  );
}

/** The name of the business that a question for a reason takes from what it concedes; null where it is no such question. */
function standsAlone(reader: Reader, rest: string, clause: string): string | null {
  const padded = ` ${tokenize(rest)
    .map((t) => t.text.toLowerCase())
    .join(' ')} `;
  const why = (reader.base.words.Why ?? []).some((w) => padded.includes(` ${w} `));
  if (!why || !namesMetric(reader, rest)) return null;
  const segments = (part: string): string[] =>
    findNames(reader.base.names, tokenize(part), () => false, reader.naming).flatMap((m) =>
      m.kind === 'segment' ? [part.slice(m.start, m.end)] : [],
    );
  return segments(rest).length > 0 ? '' : (segments(clause)[0] ?? '');
}

/** Whether a part of a text names a business, a period or a unit, and the rest none of its kind. */
function lacks(reader: Reader, rest: string, dropped: string): boolean {
  if (dropped === '') return false;
  const kinds = (part: string): boolean[] => [
    findNames(reader.base.names, tokenize(part), () => false, reader.naming).some(
      (m) => m.kind === 'segment',
    ),
    findPeriods(part).length > 0,
    findUnits(part).length > 0,
  ];
  const has = kinds(rest);
  return kinds(dropped).some((named, i) => named && has[i] === false);
}

function recognise(reader: Reader, text: string, tokens: readonly Token[]): Mention[] {
  const { base } = reader;
  const overlaps = (
    a: { start: number; end: number },
    list: readonly { start: number; end: number }[],
  ): boolean => list.some((b) => a.start < b.end && a.end > b.start);
  const firstNames = findNames(base.names, tokens, () => false, reader.naming);
  const sections = findSections(base, text);
  const units = findUnits(text).filter((u) => !overlaps(u, sections));
  const inName = (p: { start: number; end: number }): boolean =>
    firstNames.some((n) => n.start <= p.start && n.end >= p.end && n.end - n.start > p.end - p.start);
  const bases = findBaseWords(text);
  const periods = findPeriods(text).filter(
    (p) =>
      !isAmount(base, text, p) &&
      !inName(p) &&
      !overlaps(p, sections) &&
      !overlaps(p, bases) &&
      !overlaps(p, units),
  );
  const listed = listedBySlash(text, periods);
  const timed = periods.map((p): Mention => {
    const at = { start: p.start, end: p.end };
    if (isEpithet(text, p)) return { kind: 'context', ...at };
    return !listed.has(p) && comparesWith(text, p)
      ? { kind: 'base', base: { kind: 'period', said: p.said }, ...at }
      : { kind: 'period', said: p.said, ...at };
  });
  const claimed: Mention[] = [...sections, ...units, ...bases, ...timed];
  const names = findNames(base.names, tokens, (t) => overlaps(t, claimed), reader.naming);
  const loose = (t: Token): boolean =>
    !overlaps(t, claimed) &&
    !overlaps(t, names) &&
    reader.known.has(t.folded) &&
    /^\p{L}/u.test(t.text) &&
    reader.speller.named.has(t.text.toLowerCase());
  const printed = (id: string): boolean => base.metrics.get(id)?.printed !== 'none';
  const shuffled = findShuffled(base.names, tokens, names, loose).filter(
    (m) => m.kind !== 'metric' || printed(m.id),
  );
  const whole = names.filter(
    (n) => !overlaps(n, shuffled) && !(n.kind === 'segment' && insideCompound(text, n)),
  );
  const allNames = dropContext(base, text, [...whole, ...shuffled]);
  const taken = [...claimed, ...allNames];
  const numbers = findNumbers(blank(text, taken)).map((n) => ({
    kind: 'number' as const,
    number: n,
    start: n.start,
    end: n.end,
  }));
  taken.push(...findCounted(base.names, text, tokens, numbers, taken));
  const separators = findSeparators(text)
    .filter((s) => !overlaps(s, taken) && !overlaps(s, numbers))
    .map((s) =>
      s.separator === 'of' && comparesPeriod(s, bases, timed) ? { ...s, separator: 'versus' as const } : s,
    );
  return [...taken, ...numbers, ...separators].sort((a, b) => a.start - b.start);
}

/** "Take-home profit", "home-grown": an everyday word of a compound is no business of that name. */
function insideCompound(text: string, m: { start: number; end: number }): boolean {
  const word = text.slice(m.start, m.end);
  return (
    /^\p{Ll}+$/u.test(word) &&
    isEnglish(word) &&
    (/\p{L}-$/u.test(text.slice(0, m.start)) || /^-\p{L}/u.test(text.slice(m.end)))
  );
}

/** The word of such a compound that would have been the name: it stays unread and matters. */
function namesPart(reader: Reader, text: string, w: Word): boolean {
  if (w.taken === 'segment' || w.taken === 'metric' || !insideCompound(text, w)) return false;
  return longestName(reader.base.names, [foldWord(w.text)], 0)?.name.target.kind === 'segment';
}

/** "Headcount > 2000": four digits behind a sign, or far from the document's own year, are a number. */
function isAmount(base: FactBase, text: string, p: { start: number; end: number }): boolean {
  const digits = text.slice(p.start, p.end);
  if (!/^20\d\d$/.test(digits)) return false;
  const [year = ''] = base.document.date.split('-');
  return Math.abs(Number(digits) - Number(year)) > 6 || /[<>≥≤]\s*=?\s*$/.test(text.slice(0, p.start));
}

/** "Relative to a year before" sets two periods beside each other and divides nothing. */
const comparesPeriod = (s: { end: number }, bases: readonly Mention[], timed: readonly Mention[]): boolean =>
  [...bases, ...timed].some((m) => m.kind === 'base' && m.start >= s.end && m.start <= s.end + 5);

function blank(text: string, mentions: readonly Mention[]): string {
  let out = text;
  for (const m of mentions) out = out.slice(0, m.start) + ' '.repeat(m.end - m.start) + out.slice(m.end);
  return out;
}

/** The question with every recognised thing replaced by its placeholder: what the cues are matched on. */
function skeletonOf(tokens: readonly Token[], mentions: readonly Mention[]): { words: string[] } {
  const words: string[] = [];
  const solid = mentions.filter((m) => m.kind !== 'separator' || m.separator === 'of');
  let i = 0;
  for (const m of solid) {
    while (i < tokens.length && (tokens[i]?.start ?? 0) < m.start) words.push(...plainWord(tokens[i++]));
    words.push(placeholder(m));
    while (i < tokens.length && (tokens[i]?.start ?? 0) < m.end) i++;
  }
  while (i < tokens.length) words.push(...plainWord(tokens[i++]));
  return { words };
}

function plainWord(token: Token | undefined): string[] {
  const word = token?.text.toLowerCase().replace(/['’]s?$/, '') ?? '';
  return /^[\p{L}\p{N}]/u.test(word) || word === '%' || word === '$' || word === '€' || word === '£'
    ? [word.replace(/[^\p{L}\p{N}%$€£]/gu, '')]
    : [];
}

function placeholder(m: Mention): string {
  if (m.kind === 'separator') return PLACEHOLDERS.of;
  if (m.kind === 'period') return m.said.type === 'series' ? PLACEHOLDERS.series : PLACEHOLDERS.period;
  return PLACEHOLDERS[m.kind];
}

function wordOf(
  reader: Reader,
  token: Token,
  mentions: readonly Mention[],
  corrections: readonly { typed: string; read: string }[],
): Word {
  const at = {
    text: token.text,
    start: token.start,
    end: token.end,
    typed: corrections.find((c) => c.read === token.text)?.typed ?? null,
  };
  const mention = mentions.find((m) => token.start >= m.start && token.end <= m.end);
  if (mention) return { ...at, taken: mention.kind };
  return { ...at, taken: plainTaken(reader, token) };
}

function plainTaken(reader: Reader, token: Token): Word['taken'] {
  const lower = token.text.toLowerCase();
  if (reader.fillers.has(token.folded) || reader.fillers.has(lower)) return 'filler';
  if (reader.classWords.has(lower) || reader.classWords.has(token.folded)) return 'cue';
  if (!/\p{L}/u.test(token.text)) return 'filler';
  return 'unknown';
}

/** Unknown words that only carry the sentence along are fillers after all; a sentence without unknown words costs nothing here. */
function lighten(text: string, words: Word[]): Word[] {
  if (!words.some((w) => w.taken === 'unknown')) return words;
  const light = lightWords(text);
  return words.map((w) =>
    w.taken === 'unknown' && light.has(w.text.toLowerCase()) ? { ...w, taken: 'filler' } : w,
  );
}
