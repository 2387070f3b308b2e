import { CONSOLIDATED } from '../model/fact.ts';
import { type Item, itemsIn, type Query } from '../model/query.ts';

const COUNTS: Readonly<Record<string, number>> = {
  two: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
};

/** The cells that "the three" or "those" points at: so many of the latest, else those of the last answer; a difference is between two. */
export function lastGroup(
  text: string,
  recent: readonly Item[],
  before: readonly Item[],
  pair: boolean,
): readonly Item[] {
  const word = /\b(two|both|three|four|five|six|seven|[2-7])\b/i.exec(text)?.[1]?.toLowerCase();
  const n = word === undefined ? null : (COUNTS[word] ?? Number(word));
  if (n !== null && recent.length >= n) return recent.slice(-n);
  const group = before.length > 1 ? before : recent;
  return pair && n === null ? group.slice(-2) : group;
}

/** Each cell once, where it was shown last: a figure that came up twice is still one figure. */
export function distinct(items: readonly Item[]): Item[] {
  const cells = new Map<string, Item>();
  for (const i of items) {
    const key = [i.metric, i.segment, i.period, i.scenario].map((s) => s.value).join(' ');
    cells.delete(key);
    cells.set(key, i);
  }
  return [...cells.values()];
}

/** The two cells that "by how much?" after a comparison, or a bare "net?", sets off against each other. */
export function setOff(text: string, previous: Query, recent: readonly Item[]): Item[] | null {
  const compared = previous.intent === 'compare' ? itemsIn(previous) : [];
  if (
    compared.length === 2 &&
    /^\W*(?:and |so )?(?:by )?(?:how (?:much|big|large|wide)|what)(?: (?:is|was))?(?: the)?(?: (?:gap|difference|margin|much|more|less|bigger|larger|higher|lower|smaller))*\W*$/i.test(
      text,
    )
  )
    return compared;
  const pair = distinct(recent).slice(-2);
  return pair.length === 2 &&
    /^\W*(?:and |so )?(?:the )?net(?: (?:figure|amount|position|of the two|of both))?\W*$/i.test(text)
    ? pair
    : null;
}

const AS_PART =
  /^(?:and |so |ok |what about )?(?:as|in|into) (?:an? )?(?:%|percent|percentage|pct|share)(?: terms)?\W*$/i;

/** "As %" of a part, after the whole it is a part of: "goodwill", "of that IIJ-Global", "as %". */
export function partOf(text: string, previous: Query, recent: readonly Item[]): Item | null {
  if (previous.intent !== 'lookup' || !AS_PART.test(text)) return null;
  const { item } = previous;
  const whole = recent.some(
    (i) =>
      i.metric.value === item.metric.value &&
      i.period.value === item.period.value &&
      i.segment.value === CONSOLIDATED,
  );
  return whole && item.segment.value !== CONSOLIDATED ? item : null;
}
