import type { FactBase } from '../facts/base.ts';
import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { MetricId, SegmentId } from '../model/fact.ts';
import { mergePeriods } from './merge.ts';
import type { Mention, Said, Separator } from './said.ts';

/** One thing asked about, as far as it was said. `lent`: the segment was said of a neighbour and may not hold here. */
export interface ItemSaid {
  metric: MetricId | null;
  segment: SegmentId | null;
  lent: boolean;
  period: PeriodSaid | null;
  /** What stands before it. */
  after: Separator | null;
}

interface Piece {
  after: Separator | null;
  metrics: MetricId[];
  segments: SegmentId[];
  periods: PeriodSaid[];
  lent: boolean;
  /** Whether a segment stands behind the metric ("cost of ATM"), so that it may hold for what stands before, too. */
  postfix: boolean;
}

const WEAK: ReadonlySet<Separator | null> = new Set<Separator | null>(['and', 'to', null]);

/** More cells than anyone asks for at once; keeps the work for a heap of names in bounds. */
const MOST_ITEMS = 40;

/** The things asked about, in the order said: "ATM revenue and cost, 3Q11 vs 3Q10" gives four. */
export function itemsOf(base: FactBase, said: Said): ItemSaid[] {
  const pieces = fill(joinPartial(base, cut(base, said)));
  return pieces.flatMap((p) => product(p)).slice(0, MOST_ITEMS);
}

/** Whether two periods joined by "to" or "-" span a run. */
export function rangeOf(said: Said): [PeriodSaid, PeriodSaid] | null {
  const solid = said.mentions.filter(
    (m) =>
      m.kind === 'period' ||
      m.kind === 'separator' ||
      m.kind === 'metric' ||
      m.kind === 'segment' ||
      m.kind === 'base',
  );
  if (solid.filter((m) => m.kind === 'period' && isDated(m.said)).length > 2) return null;
  for (let i = 0; i + 2 < solid.length; i++) {
    const [a, sep, b] = solid.slice(i, i + 3);
    if (a?.kind !== 'period' || b?.kind !== 'period' || sep?.kind !== 'separator') continue;
    const between = said.text.slice(a.end, b.start).trim();
    const start = said.text.slice(Math.max(0, a.start - 24), a.start);
    if (
      sep.separator === 'to' ||
      between === '-' ||
      between === '~' ||
      (sep.separator === 'and' && /\bbetween\b[^,;]*$/i.test(start + said.text.slice(a.start, a.start + 8)))
    )
      return [a.said, b.said];
  }
  const dash = said.mentions.flatMap((m, i, all) => {
    const next = all[i + 1];
    return m.kind === 'period' &&
      next?.kind === 'period' &&
      /^\s*[-~]\s*$/.test(said.text.slice(m.end, next.start))
      ? [[m.said, next.said] as [PeriodSaid, PeriodSaid]]
      : [];
  });
  return dash[0] ?? null;
}

/** Whether a period is pinned to a year, a date or a quarter. */
const isDated = (p: PeriodSaid): boolean =>
  p.type !== 'series' && !(p.type === 'span' && p.span === 'year' && p.year === null);

function emptyPiece(after: Separator | null): Piece {
  return { after, metrics: [], segments: [], periods: [], lent: false, postfix: false };
}

const isEmpty = (p: Piece): boolean => p.metrics.length + p.segments.length + p.periods.length === 0;

function cut(base: FactBase, said: Said): Piece[] {
  const pieces: Piece[] = [emptyPiece(null)];
  const grouped = mergePeriods(said, base.calendar.startMonth);
  for (const [i, m] of grouped.entries()) {
    if (m.kind === 'separator' && (grouped[i + 1]?.kind === 'base' || grouped[i - 1]?.kind === 'base'))
      continue;
    const last = pieces[pieces.length - 1];
    if (!last) break;
    if (m.kind === 'separator') {
      if (isEmpty(last)) last.after = stronger(last.after, m.separator);
      else pieces.push(emptyPiece(m.separator));
    } else addTo(base, last, m);
  }
  return pieces.filter((p) => !isEmpty(p));
}

/** "and then, vs": of separators in a row the one that says more counts. */
function stronger(a: Separator | null, b: Separator): Separator {
  return a === null || WEAK.has(a) ? b : a;
}

function addTo(base: FactBase, piece: Piece, m: Mention): void {
  if (m.kind === 'metric' && !piece.metrics.includes(m.id)) piece.metrics.push(m.id);
  if (m.kind === 'segment') {
    piece.segments = combine(base, piece.segments, m.id);
    if (piece.metrics.length > 0) piece.postfix = true;
  }
  if (m.kind === 'period') piece.periods.push(m.said);
}

/** Adds a segment: two that combine become the combination, a part replaces its whole, "consolidated" gives way to any part. */
function combine(base: FactBase, have: SegmentId[], next: SegmentId): SegmentId[] {
  if (have.includes(next)) return have;
  for (const [i, other] of have.entries()) {
    const both = base.indexes.combinations.get(next)?.find((s) => s.combines?.includes(other) === true);
    const kept = both?.id ?? (isPart(base, next, other) ? next : isPart(base, other, next) ? other : null);
    if (kept !== null) return have.map((s, j) => (j === i ? kept : s));
  }
  return [...have, next];
}

function isPart(base: FactBase, part: SegmentId, whole: SegmentId): boolean {
  if (whole === 'consolidated') return true;
  const parts = base.segments.get(whole)?.splits?.flatMap((s) => s.parts) ?? [];
  return parts.includes(part) || parts.some((p) => isPart(base, part, p));
}

/** Neighbours that name different things ("ATM, 3Q11, revenue") are one piece. */
function joinPartial(base: FactBase, pieces: Piece[]): Piece[] {
  const out: Piece[] = [];
  for (const piece of pieces) {
    const last = out[out.length - 1];
    if (last && WEAK.has(piece.after) && combined(base, last, piece)) continue;
    if (last && WEAK.has(piece.after) && sameSegmentAgain(last, piece)) {
      out[out.length - 1] = { ...piece, after: last.after };
      continue;
    }
    if (last && WEAK.has(piece.after) && sameNameAgain(last, piece)) {
      last.periods.push(...piece.periods);
      last.segments.push(...piece.segments.filter((s) => !last.segments.includes(s)));
      continue;
    }
    const disjoint =
      last !== undefined &&
      WEAK.has(piece.after) &&
      !(last.metrics.length > 0 && piece.metrics.length > 0) &&
      !(last.segments.length > 0 && piece.segments.length > 0) &&
      !(last.periods.length > 0 && piece.periods.length > 0);
    if (last && disjoint) {
      last.postfix ||= last.metrics.length > 0 && piece.segments.length > 0;
      last.metrics.push(...piece.metrics);
      last.segments.push(...piece.segments);
      last.periods.push(...piece.periods);
    } else out.push(piece);
  }
  return out;
}

/** "GIO ... to China": two segments that combine are one, if the second piece names nothing else. */
function combined(base: FactBase, last: Piece, piece: Piece): boolean {
  const [a, b] = [last.segments[0], piece.segments[0]];
  if (a === undefined || b === undefined || piece.metrics.length > 0) return false;
  const both = base.indexes.combinations.get(a)?.find((s) => s.combines?.includes(b) === true && a !== b);
  if (!both) return false;
  last.segments = [both.id];
  last.periods.push(...piece.periods);
  return true;
}

/** "Grads: FY11 hires": a metric that was only announced and then named again with its period. */
function sameNameAgain(last: Piece, piece: Piece): boolean {
  return (
    last.metrics.length === 1 &&
    last.periods.length === 0 &&
    last.segments.length === 0 &&
    piece.metrics.length === 1 &&
    piece.metrics[0] === last.metrics[0]
  );
}

/** "Of the acquired business, IIJ-Global, the SG&A": a business that was only announced and then named again with its figure. */
function sameSegmentAgain(last: Piece, piece: Piece): boolean {
  const [segment, more] = last.segments;
  return (
    last.metrics.length === 0 &&
    last.periods.length === 0 &&
    segment !== undefined &&
    more === undefined &&
    piece.segments.length === 1 &&
    piece.segments[0] === segment
  );
}

/** What a piece leaves unsaid it takes from its neighbours: what stands before first, a period from behind first. */
function fill(pieces: Piece[]): Piece[] {
  const ownMetric = pieces.map((p) => p.metrics.length > 0);
  const ownSegment = pieces.map((p) => p.segments.length > 0);
  pieces.forEach((p, i) => {
    if (p.metrics.length === 0) p.metrics = [...(pieces[i - 1]?.metrics ?? [])];
    if (p.segments.length > 0) return;
    const before = pieces[i - 1];
    const other = p.metrics.every((m) => !(before?.metrics.includes(m) ?? false));
    if (
      before &&
      before.segments.length > 0 &&
      (!ownMetric[i] || WEAK.has(p.after) || (p.after === 'versus' && other))
    ) {
      p.segments = [...before.segments];
      p.lent = ownMetric[i] === true;
    }
  });
  for (let i = pieces.length - 2; i >= 0; i--) {
    const [p, next] = [pieces[i], pieces[i + 1]];
    if (!p || !next) continue;
    if (p.metrics.length === 0) p.metrics = [...next.metrics];
    if (
      p.segments.length === 0 &&
      ownSegment[i + 1] === true &&
      (ownMetric[i] !== true || (next.postfix && (WEAK.has(next.after) || areSetBeside(p, next))))
    ) {
      p.segments = [...next.segments];
      p.lent = ownMetric[i] === true;
    }
    if (p.periods.length === 0) p.periods = [...next.periods];
  }
  pieces.forEach((p, i) => {
    if (p.periods.length === 0) p.periods = [...(pieces[i - 1]?.periods ?? [])];
  });
  return pieces;
}

/** "Orders versus backlog of systems construction": two figures of one business, not the group's and the business's. */
const areSetBeside = (p: Piece, next: Piece): boolean =>
  next.after === 'versus' && p.metrics.every((m) => !next.metrics.includes(m));

function product(p: Piece): ItemSaid[] {
  const or = <T>(list: T[]): (T | null)[] => (list.length === 0 ? [null] : list);
  const items = or(p.metrics).flatMap((metric) =>
    or(p.segments).flatMap((segment) =>
      or(p.periods).map((period) => ({ metric, segment, lent: p.lent, period })),
    ),
  );
  return items.map((item, i) => ({
    ...item,
    after: i === 0 ? p.after : item.metric === items[0]?.metric ? 'and' : null,
  }));
}
