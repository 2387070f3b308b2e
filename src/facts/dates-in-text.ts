import { isoDate, isoSeason } from './cell.ts';

/** A piece of a note's text: plain words, or a date that was written in braces. */
export type TextPart =
  { kind: 'words'; text: string } | { kind: 'date'; iso: string } | { kind: 'bad'; text: string };

const BRACES = /\{(?<inner>[^{}]*)\}?|\}/g;

/**
 * Splits a note's text at its typed dates: {2012-02}, {2010-09-01}, {2012-summer}. The date is ISO text, a season
 * with the month numbers 21 to 24 of ISO 8601-2, like the value of a date fact. Braces that hold no date are `bad`.
 */
export function datesInText(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(BRACES)) {
    parts.push({ kind: 'words', text: text.slice(from, match.index) });
    const iso = match[0].endsWith('}') ? typedDate(match.groups?.inner ?? '') : null;
    parts.push(iso === null ? { kind: 'bad', text: match[0] } : { kind: 'date', iso });
    from = match.index + match[0].length;
  }
  parts.push({ kind: 'words', text: text.slice(from) });
  return parts.filter((p) => p.kind !== 'words' || p.text !== '');
}

/** "2012-02", "2010-09-01" or "2012-summer" as ISO text; null when it is no date. */
function typedDate(inner: string): string | null {
  const g = /^(?<year>\d{4})-(?:(?<season>[a-z]+)|(?<month>\d{2})(?:-(?<day>\d{2}))?)$/.exec(inner)?.groups;
  if (!g) return null;
  const year = Number(g.year);
  if (g.season !== undefined) return isoSeason(year, g.season);
  return isoDate(year, Number(g.month), g.day === undefined ? null : Number(g.day));
}
