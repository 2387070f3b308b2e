import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { BaseSaid } from '../understand/said.ts';
import { type Mark, type Marked, type MarkOf, marksOf } from './marks.ts';

type TimeMark = MarkOf<'period'> | MarkOf<'base'>;

/** The periods and comparisons that belong to a numeral: those before it, and those behind it. */
export interface Times {
  before: readonly TimeMark[];
  after: readonly TimeMark[];
}

export const isTime = (m: Mark): m is TimeMark => m.kind === 'period' || m.kind === 'base';

const BARRIER = /[;,]|\.\s|\b(?:and|but|while|whereas|although|though|versus|vs|against|compared|after)\b/;

/** Whether a time stands with the number before it: nothing parts the two, nor opens a bracket that holds the next number. */
function standsBehind(sentence: Marked, from: number, t: TimeMark, next: number): boolean {
  const between = sentence.text.slice(from, t.start);
  const told =
    t.kind === 'base' ? between.replace(/\b(?:versus|vs|against|compared|and so)\b|^\s*,/g, ' ') : between;
  if (BARRIER.test(told)) return false;
  const opened = between.lastIndexOf('(') > between.lastIndexOf(')');
  return !opened || sentence.text.slice(t.end, next).includes(')');
}

/** "45.3bn (79.7%) a year earlier": the time behind the bracket is that of the number before it. */
const isAside = (sentence: Marked, n: MarkOf<'numeral'>): boolean =>
  /\(\s*$/.test(sentence.text.slice(0, n.start)) && /^\s*\)/.test(sentence.text.slice(n.end));

/** For each numeral of a sentence, in order, its times; each time belongs to one numeral. */
export function timesOf(sentence: Marked): Times[] {
  const numerals = marksOf(sentence, 'numeral');
  const times = numerals.map(() => ({ before: [] as TimeMark[], after: [] as TimeMark[] }));
  const listed = listedTimes(sentence, numerals);
  for (const t of sentence.marks.filter(isTime)) {
    const zipped = listed.get(t);
    if (zipped !== undefined) {
      times[zipped]?.after.push(t);
      continue;
    }
    const i = numerals.findLastIndex((n) => n.end <= t.start);
    const [previous, next] = [numerals[i], numerals[i + 1]];
    if (
      previous &&
      isAside(sentence, previous) &&
      i > 0 &&
      /^\s*\)/.test(sentence.text.slice(previous.end))
    ) {
      times[i - 1]?.after.push(t);
      continue;
    }
    const behind =
      previous !== undefined && standsBehind(sentence, previous.end, t, next?.start ?? sentence.text.length);
    if (previous && (behind || !next)) times[i]?.after.push(t);
    else times[i + 1]?.before.push(t);
  }
  return times;
}

const LIST = /^\s*(?:yen\s*)?(?:,|and|,\s*and|,?\s*in|and in)\s*$/;

/** "425, 631 and 548 million in 1Q11, 2Q11 and 3Q11": as many times as numbers, in the same order. */
function listedTimes(sentence: Marked, numerals: readonly MarkOf<'numeral'>[]): Map<TimeMark, number> {
  const found = new Map<TimeMark, number>();
  const times = sentence.marks.filter(isTime);
  const joined = (a: { end: number }, b: { start: number }): boolean =>
    LIST.test(sentence.text.slice(a.end, b.start));
  for (let i = 0; i < numerals.length; i++) {
    let j = i;
    for (
      let next = numerals[j + 1], n = numerals[j];
      n && next && joined(n, next);
      next = numerals[j + 1], n = numerals[j]
    )
      j++;
    const last = numerals[j];
    const run = j - i + 1;
    const behind = last ? times.filter((t) => t.start >= last.end).slice(0, run) : [];
    const listed = behind.every((t, k) => k === 0 || joined(behind[k - 1] ?? t, t));
    if (
      run >= 2 &&
      behind.length === run &&
      listed &&
      behind[0] &&
      last &&
      !/[,;.]/.test(sentence.text.slice(last.end, behind[0].start))
    )
      for (const [k, t] of behind.entries()) found.set(t, i + k);
    i = j;
  }
  return found;
}

/** A period that is only a step back from the one talked about. */
export const isRelative = (said: PeriodSaid): boolean =>
  said.type === 'same' ||
  (said.type === 'shift' && said.by < 0) ||
  (said.type === 'span' && said.by !== null && said.by < 0);

/** The comparison among times: one that is called so, or a period a step back. */
export function baseIn(times: readonly TimeMark[]): BaseSaid | null {
  for (const t of times) {
    if (t.kind === 'base') return t.base;
    if (isRelative(t.said)) return { kind: 'period', said: t.said };
  }
  return null;
}

/** The period among times: the last before a numeral, the first behind it. */
export function periodIn(times: readonly TimeMark[], pick: 'first' | 'last'): PeriodSaid | null {
  const found = times.flatMap((t) => (t.kind === 'period' && !isRelative(t.said) ? [t.said] : []));
  return (pick === 'first' ? found[0] : found[found.length - 1]) ?? null;
}
