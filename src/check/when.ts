import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { Attached } from './attach.ts';
import type { Draft } from './claim.ts';
import { type Marked, type MarkOf, marksOf } from './marks.ts';
import { hedgeOf, roleOf } from './roles.ts';
import { squeezed } from './subjects.ts';
import { isRelative, periodIn, type Times } from './times.ts';

/** The period a sentence begins with, before any number. */
export function leadPeriod(sentence: Marked, numerals: readonly MarkOf<'numeral'>[]): PeriodSaid | null {
  const first = numerals[0]?.start ?? sentence.text.length;
  const lead = marksOf(sentence, 'period').filter((p) => p.end <= first);
  return periodIn(lead, 'last');
}

export const lastPeriod = (sentence: Marked): PeriodSaid | null =>
  periodIn(
    marksOf(sentence, 'period').filter((p) => !isBracketed(sentence.text, p.start)),
    'last',
  );

/** The period of a numeral: before it, behind it, or behind a later number of the same subject. */
export function ownPeriod(
  sentence: Marked,
  numerals: readonly MarkOf<'numeral'>[],
  times: readonly Times[],
  i: number,
  attached: readonly Attached[],
): PeriodSaid | null {
  const own = times[i];
  if (!own) return null;
  const said =
    (comesFrom(sentence, numerals, i) ? null : periodIn(own.before, 'last')) ?? periodIn(own.after, 'first');
  if (said !== null) return said;
  for (let j = i + 1; j < times.length; j++) {
    if (
      /[,;]/.test(
        sentence.text
          .slice(numerals[i]?.end ?? 0, numerals[j]?.start ?? 0)
          .replace(/,(?= (?:or|i\.e\.) )/g, ''),
      )
    )
      return null;
    if (comesFrom(sentence, numerals, i) || comesFrom(sentence, numerals, j)) return null;
    if (attached[j]?.subject !== attached[i]?.subject || periodIn(times[j]?.before ?? [], 'last') !== null)
      return null;
    const later = periodIn(times[j]?.after ?? [], 'first');
    if (later !== null) return later;
  }
  return null;
}

/** Whether a number is what something is compared with: "from 5", "against 5". */
export function comesFrom(sentence: Marked, numerals: readonly MarkOf<'numeral'>[], i: number): boolean {
  const n = numerals[i];
  if (!n) return false;
  return roleOf(hedgeOf(sentence.text.slice(numerals[i - 1]?.end ?? 0, n.start), '').before) === 'from';
}

/** "The 125 million of 3Q10" points back: its period holds for it alone. */
export const isDefinite = (sentence: Marked, mark: MarkOf<'numeral'>): boolean =>
  /\bthe\s*$/.test(sentence.text.slice(0, mark.start));

/** Whether a place stands inside brackets: what is said there in passing does not hold on. */
export const isBracketed = (text: string, at: number): boolean =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at) && text.includes('(');

/** "The FY10 figure of 15,761": a period right before a number, even one that another number is compared with. */
export function namedBefore(sentence: Marked, mark: MarkOf<'numeral'>): PeriodSaid | null {
  const last = marksOf(sentence, 'base')
    .filter((b) => b.end <= mark.start)
    .pop();
  if (last?.base.kind !== 'period' || isRelative(last.base.said)) return null;
  return /^(?:(?:figure|level|result|actual|total|amount)s?)?(?: ?of)?$/.test(
    squeezed(sentence.text.slice(last.end, mark.start)),
  )
    ? last.base.said
    : null;
}

/** A level beside a period that is compared with is that period's: "the 15,761 of FY10". */
export const fixedBase = (base: Draft['base']): PeriodSaid | null =>
  base?.kind === 'period' && !isRelative(base.said) ? base.said : null;

/** A comparison that a sentence begins with holds for all its numbers: "Year on year, revenue rose ...". */
export function leadBase(
  sentence: Marked,
  from: number,
  numerals: readonly MarkOf<'numeral'>[],
): Draft['base'] {
  const first = numerals[0]?.start ?? 0;
  if (from === 0) return null;
  const lead = marksOf(sentence, 'base').find((b) => b.end <= first && b.start < 24);
  return lead?.base ?? null;
}
