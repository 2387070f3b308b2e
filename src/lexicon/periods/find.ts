import { DATES } from './dates.ts';
import { SPANS } from './quarters.ts';
import { RELATIVE } from './relative.ts';
import type { PeriodMatch } from './said.ts';

const ALL = [...SPANS, ...DATES, ...RELATIVE];

/** Every period named in the text, from left to right; of overlapping readings the longest, then the one that starts first. */
export function findPeriods(text: string): PeriodMatch[] {
  const lower = text.toLowerCase();
  const found: PeriodMatch[] = [];
  for (const { pattern, read } of ALL) {
    for (const match of lower.matchAll(pattern)) {
      const said = read(match.groups ?? {}, match[0]);
      if (said) found.push(trimmed(match[0], match.index, said));
    }
  }
  found.sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: PeriodMatch[] = [];
  for (const m of found) {
    if (!kept.some((k) => m.start < k.end && m.end > k.start)) kept.push(m);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function trimmed(text: string, at: number, said: PeriodMatch['said']): PeriodMatch {
  const body = text.trimEnd();
  return { start: at, end: at + body.length, said };
}
