import type { FactBase } from '../facts/base.ts';
import { findNumerals, type Numeral } from '../lexicon/numerals.ts';
import { findPeriods } from '../lexicon/periods/find.ts';
import type { PeriodMatch, PeriodSaid } from '../lexicon/periods/said.ts';
import { foldWord } from '../lexicon/fold.ts';
import { comparesWith, findBaseWords } from '../understand/bases.ts';
import { findNames } from '../understand/names.ts';
import type { BaseSaid, Mention } from '../understand/said.ts';
import { findSections } from '../understand/sections.ts';
import { type Token, tokenize } from '../understand/tokens.ts';
import { respell } from '../understand/respell.ts';
import { type Reader, readerOf } from '../understand/vocabulary.ts';
import { type Movement, movementsIn } from './movements.ts';

interface Span {
  start: number;
  end: number;
}

/** Something in a sentence that a claim can be made of; offsets are those of the sentence. */
export type Mark = Span &
  (
    | { kind: 'metric'; id: string }
    | { kind: 'segment'; id: string }
    | { kind: 'period'; said: PeriodSaid }
    | { kind: 'base'; base: BaseSaid }
    | { kind: 'numeral'; numeral: Numeral }
    | { kind: 'movement'; movement: Movement }
    | { kind: 'scenario'; scenario: ScenarioWord }
    /** Digits that claim nothing: a section, a page, a time, a list's number. */
    | { kind: 'reference' }
  );
export type MarkOf<K extends Mark['kind']> = Extract<Mark, { kind: K }>;

export type ScenarioWord = 'target' | 'initial' | 'revised';

/** A sentence with all that was recognised in it, left to right. `text` is lower case; `typed` has its capitals. */
export interface Marked {
  text: string;
  typed: string;
  marks: readonly Mark[];
  tokens: readonly Token[];
}

export const marksOf = <K extends Mark['kind']>(s: { marks: readonly Mark[] }, kind: K): MarkOf<K>[] =>
  s.marks.filter((m): m is MarkOf<K> => m.kind === kind);

export const overlaps = (a: Span, list: readonly Span[]): boolean =>
  list.some((b) => a.start < b.end && a.end > b.start);

/** The text with these spans as blanks. */
function without(text: string, spans: readonly Span[]): string {
  let out = '';
  let at = 0;
  for (const s of [...spans].sort((a, b) => a.start - b.start)) {
    if (s.start < at) continue;
    out += text.slice(at, s.start) + ' '.repeat(s.end - s.start);
    at = s.end;
  }
  return out + text.slice(at);
}

const REFERENCE =
  /(?<![\p{L}\p{N}])(?:(?:sections?|sec\.|pages?|pp?\.|slides?|notes?|figs?\.|figures? (?=\d{1,2}\b)|foot-?notes?|rules?|tables?|charts?|exhibits?|appendix|items?|steps?|versions?|bullets?|points? (?=\d{1,2}[:.)])|parts?|chapters?|agenda|rooms?|floors?|ticket|issue|nos?\.|tel\.?|fax|phone|ext\.?)[\s:]*#?(?:[ivx]+-)?\d[\d.-]*|#\d+|v\d+(?:\.\d+)*|\d{1,2}:\d{2}(?::\d{2})?(?:\s?[ap]\.?m)?|\d{1,2}\s?[ap]\.?m(?![\p{L}\p{N}])|\+?\d{2,4}-\d{2,4}-\d{3,4}|\d{1,2}(?:st|nd|rd|th)(?= (?:floor|place|time|slide|page|row|column|line|bullet|paragraph|meeting|draft|edition|anniversary|consecutive|straight)))/gu;
const LISTED = /^\s*(?:\(?\d{1,2}[.)]|[-*+]\s+\d{1,2}[.)])(?=\s+\p{L})/u;

const SCENARIO: readonly (readonly [ScenarioWord, RegExp])[] = [
  [
    'initial',
    /\b(?:(?:initial|original|previous|old|earlier|prior)(?:ly)? (?:full[- ]year |annual |fy\d+ |revenue |profit )?(?:targets?|guidance|forecasts?|plans?|outlook|projections?)|(?:initially|originally)(?= (?:guided|targeted|forecast|planned|expected|jpy|yen|¥|\d|at )))\b/g,
  ],
  [
    'revised',
    /\b(?:(?:revised|new|updated|current|latest) (?:full[- ]year |annual |fy\d+ |revenue |profit )?(?:targets?|guidance|forecasts?|plans?|outlook|projections?))\b/g,
  ],
  [
    'target',
    /\b(?:targets?|targeted|targeting|guidance|guid(?:es|ed|ing) (?:for|to)|forecasts?|forecasting|outlook|projections?|projected|projects? (?=a |an |net |revenue|operating|jpy|¥)|budget(?:ed)?|expects?|expected|expecting|aims?(?= (?:for|to))|aiming|plans? (?=to |for )|planning|planned|full-year estimates?)\b/g,
  ],
];

/** Two numbers joined by a dash, without unit or point, may be years, months or quarters. */
const isStrong = (n: Numeral, text: string): boolean =>
  !n.bare &&
  !/^(?:3|6|9|12)m$/.test(text.slice(n.start, n.end)) &&
  !(n.range && n.unit === null && n.currency === null && !/[.,]/.test(text.slice(n.start, n.end)));

/** "On the quarter" compares; elsewhere "the quarter" is a period. */
const ON_QUARTER = /\bon (?:the|a) (?:previous |prior |preceding )?quarter(?:ly basis)?\b/g;
const MONTH_DAY =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}(?:, ?\d{4})? (?<to>to|through|until|and) (?=(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2}\b)/g;

/** The text in which periods are looked for: amounts blanked, and two dates joined by "to" kept apart. */
function timedText(text: string, spans: readonly Span[]): string {
  return without(text, spans)
    .replace(/:(?=\s)/g, ' ')
    .replace(MONTH_DAY, (all, to: string) =>
      all.replace(new RegExp(` ${to} $`), ` ${';'.repeat(to.length)} `),
    );
}

/** "From A to B": the first is what the change is counted from. */
/** "Up 5 on 2Q11" and "down 5 from 3Q10" count from there; "5 from 3Q11" after no movement does not. */
const countsFrom = (text: string, p: Span): boolean =>
  /\b(?:up|down|higher|lower|more|less|fewer|above|below|rise|rose|fell|fall|increase|decrease|growth|grew|gain|drop|decline|declined|increased|decreased)\b[^;.]{0,40}?\d[^;,]{0,30}?\b(?:from|on)\s+(?:the )?$/.test(
    text.slice(0, p.start),
  );

const startsSpan = (text: string, p: Span, next: Span | undefined): boolean =>
  next !== undefined &&
  /\b(?:from|between|since)\s+(?:the )?(?:end of |end-)?$/.test(text.slice(0, p.start)) &&
  /^\s*(?:to|and|until|through|up to)\s+(?:the )?(?:end of )?$/.test(text.slice(p.end, next.start));

/** "9m" of money and "Q3 11.0%" are no periods: what touches an amount belongs to it. */
function isPeriod(p: PeriodMatch, text: string): boolean {
  if (p.said.type === 'series') return false;
  const inside = text.slice(p.start, p.end);
  return !(/^\d+m$/.test(inside) && /(?:[¥$€£]|jpy|yen)\s?$/.test(text.slice(0, p.start)));
}

/** A word with its spelling mended, folded: names are found in it as in a question. */
function spelled(reader: Reader, word: string, folded: string): string {
  if (!/^\p{L}{5,}$/u.test(word) || /^\p{Lu}/u.test(word)) return folded;
  const read = respell(reader, word);
  return read === null || read.includes(' ') ? folded : foldWord(read);
}

/** Recognises everything in a sentence. Pure; time linear in its length for sentences of bounded length. */
export function markSentence(base: FactBase, text: string, typed: string): Marked {
  const references: Span[] = [
    ...Array.from(text.matchAll(REFERENCE), (m) => ({ start: m.index, end: m.index + m[0].length })),
    ...findSections(base, typed).filter((s) => /\d|section|part/i.test(typed.slice(s.start, s.end))),
  ];
  const listed = LISTED.exec(text)?.[0];
  if (listed !== undefined) references.push({ start: 0, end: listed.length });
  const numerals = findNumerals(without(text, references));
  const strong = numerals.filter((n) => isStrong(n, text));
  const timed = timedText(text, [...references, ...strong]);
  const reader = readerOf(base);
  const tokens = tokenize(text).map((t) => {
    const word = typed.slice(t.start, t.end);
    return { ...t, text: word, folded: spelled(reader, word, t.folded) };
  });
  const claimed = (spans: readonly Span[]) => (t: Token) => overlaps(t, spans);
  const firstNames = findNames(base.names, tokens, claimed([...references, ...strong]), reader.naming);
  const bases = [
    ...findBaseWords(timed),
    ...Array.from(timed.matchAll(ON_QUARTER), (m) => ({
      base: { kind: 'qoq' as const },
      start: m.index,
      end: m.index + m[0].length,
    })),
  ];
  const periods = findPeriods(timed)
    .map((p) => tighten(p, timed))
    .filter(
      (p) =>
        isPeriod(p, text) &&
        !overlaps(p, bases) &&
        !firstNames.some((n) => n.start <= p.start && n.end >= p.end && n.end - n.start > p.end - p.start),
    );
  const names = findNames(
    base.names,
    tokens,
    claimed([...references, ...strong, ...bases, ...periods]),
    reader.naming,
  );
  const fixed: Span[] = [...references, ...names, ...bases, ...periods];
  const marks: Mark[] = [
    ...references.map((r): Mark => ({ kind: 'reference', start: r.start, end: r.end })),
    ...names.flatMap((n) => (isName(n) && !isPerShare(text, n) ? [n] : [])),
    ...bases.map((b): Mark => ({ kind: 'base', base: b.base, start: b.start, end: b.end })),
    ...periods.map((p, i): Mark => timedMark(text, p, periods[i + 1])),
    ...numerals
      .filter((n) => !overlaps(n, fixed))
      .map((numeral): Mark => ({ kind: 'numeral', numeral, start: numeral.start, end: numeral.end })),
  ];
  const scenarios = scenarioMarks(text, marks);
  const movements = movementsIn(text).filter((m) => !overlaps(m, marks) && !overlaps(m, scenarios));
  return {
    text,
    typed,
    tokens,
    marks: [
      ...marks,
      ...scenarios,
      ...movements.map((m): Mark => ({ kind: 'movement', movement: m.movement, start: m.start, end: m.end })),
    ].sort((a, b) => a.start - b.start),
  };
}

/** "3,000 yen per share" tells a unit, not another metric. */
const isPerShare = (text: string, n: Span): boolean =>
  /^per[ -]?share/.test(text.slice(n.start, n.end)) &&
  /\d(?:\s*(?:yen|jpy))?\s*$/.test(text.slice(0, n.start));

const isName = (m: Mention): m is Extract<Mention, { kind: 'metric' | 'segment' }> =>
  m.kind === 'metric' || m.kind === 'segment';

/** A match of a period often starts with the preposition before it; the mark begins with the period itself. */
function tighten(p: PeriodMatch, text: string): PeriodMatch {
  const lead =
    /^(?:(?:in|for|during|over|at|as of|as at|by|on|of|the|from|between|until|through|to)\s+)+/.exec(
      text.slice(p.start, p.end),
    );
  return lead ? { ...p, start: p.start + lead[0].length } : p;
}

function timedMark(text: string, p: PeriodMatch, next: PeriodMatch | undefined): Mark {
  const at = { start: p.start, end: p.end };
  return comparesWith(text, p) || startsSpan(text, p, next) || countsFrom(text, p)
    ? { kind: 'base', base: { kind: 'period', said: p.said }, ...at }
    : { kind: 'period', said: p.said, ...at };
}

function scenarioMarks(text: string, marks: readonly Mark[]): MarkOf<'scenario'>[] {
  const found: MarkOf<'scenario'>[] = [];
  for (const [scenario, pattern] of SCENARIO) {
    for (const m of text.matchAll(pattern)) {
      const span = { start: m.index, end: m.index + m[0].length };
      const inName = marks.some((k) => k.kind === 'metric' && k.start <= span.start && k.end >= span.end);
      if (!inName && !overlaps(span, found)) found.push({ kind: 'scenario', scenario, ...span });
    }
  }
  return found;
}
