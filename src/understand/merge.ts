import type { PeriodSaid, SpanKind } from '../lexicon/periods/said.ts';
import type { Mention, MentionOf, Said } from './said.ts';

/**
 * The mentions with the pieces of one period joined: "Q3 ... FY11", "nine months ... last year",
 * "3Q11 (Oct-Dec)", "3Q11, cumulative". Separators between such pieces go with them.
 */
export function mergePeriods(said: Said, startMonth: number): Mention[] {
  const out: Mention[] = [];
  for (const m of said.mentions) {
    if (m.kind === 'period' && m.said.type !== 'series') {
      const last = lastPeriod(out, said.text, m);
      const joined =
        last &&
        (countedBack(said.text, last.mention, m) ??
          joinSaid(last.mention.said, m.said, startMonth) ??
          (/^[(:]$/.test(said.text.slice(last.mention.end, m.start).trim())
            ? inOtherWords(last.mention.said, m.said)
            : null));
      if (last && joined) {
        out.splice(
          last.index,
          out.length - last.index,
          ...out.slice(last.index).filter((x) => x.kind !== 'separator'),
        );
        out[out.indexOf(last.mention)] = { ...last.mention, said: joined, end: m.end };
        continue;
      }
      if (joinsBase(out, said.text, m, startMonth)) continue;
    }
    out.push(ofSameSpan(out, said, m));
  }
  return out;
}

/** "Third quarters of FY2010 and FY2011", "9M FY10 v FY11": a bare year beside a span of another year is that span again. */
function ofSameSpan(out: readonly Mention[], said: Said, next: Mention): Mention {
  const year = next.kind === 'period' ? next.said : baseSaid(next);
  const last = out.findLast((m) => m.kind === 'period' || m.kind === 'metric' || m.kind === 'segment');
  if (year?.type !== 'span' || year.span !== 'year' || year.year === null || last?.kind !== 'period')
    return next;
  const span = last.said;
  if (span.type !== 'span' || span.span === 'year' || span.year === null || span.year === year.year)
    return next;
  const apart = next.kind === 'period' && span.span === '9m' && year.year < span.year;
  if (apart) return next;
  const whole = /\b(?:full|whole|entire|annual|year)\b/i.test(said.text.slice(next.start, next.end + 5));
  if (whole || said.tags.has('Target')) return next;
  const same = { ...span, year: year.year };
  if (next.kind === 'period') return { ...next, said: same };
  return next.kind === 'base' ? { ...next, base: { kind: 'period', said: same } } : next;
}

/**
 * "Exceed those of the third quarter of the previous fiscal year", "vs a year ago (3Q10)": what stands right behind a
 * period compared with is of that period.
 */
function joinsBase(out: Mention[], text: string, next: MentionOf<'period'>, startMonth: number): boolean {
  const index = out.findLastIndex((m) => m.kind !== 'separator');
  const last = out[index];
  const base = last ? baseSaid(last) : null;
  if (last?.kind !== 'base' || base === null) return false;
  const between = text.slice(last.end, next.start).trim();
  const joined = /^,?\s*(?:of|in)?\s*(?:the)?$/i.test(between) ? joinSaid(base, next.said, startMonth) : null;
  const said = joined ?? (/^[(:]$/.test(between) ? inOtherWords(base, next.said) : null);
  if (said === null) return false;
  out.splice(index, out.length - index, { ...last, base: { kind: 'period', said }, end: next.end });
  return true;
}

/** "A year ago (Dec 2010)": the date in brackets is the one that was counted back to. */
function inOtherWords(a: PeriodSaid, b: PeriodSaid): PeriodSaid | null {
  const back = (a.type === 'same' || a.type === 'shift') && a.by < 0;
  const dated = (b.type === 'month' || b.type === 'span' || b.type === 'ended') && b.year !== null;
  return back && dated ? b : null;
}

const baseSaid = (m: Mention): PeriodSaid | null =>
  m.kind === 'base' && m.base.kind === 'period' ? m.base.said : null;

/** The period just before, when nothing but small words, punctuation or names part them. */
function lastPeriod(
  out: readonly Mention[],
  text: string,
  next: MentionOf<'period'>,
): { mention: MentionOf<'period'>; index: number } | null {
  for (let i = out.length - 1; i >= 0; i--) {
    const m = out[i];
    if (m?.kind === 'period') {
      const between = text.slice(m.end, next.start);
      return between.length <= 120 &&
        !/\b(?:and|vs|versus|to|than|or|from|minus|plus|against)\b|;/i.test(between)
        ? { mention: m, index: i }
        : null;
    }
    if (m?.kind === 'separator' && m.separator !== 'and') return null;
  }
  return null;
}

/** "A year before 3Q11": the period that is so far from the one named. */
function countedBack(text: string, first: MentionOf<'period'>, next: MentionOf<'period'>): PeriodSaid | null {
  const { said } = next;
  if (
    first.said.type !== 'same' ||
    first.said.unit !== 'year' ||
    text.slice(first.end, next.start).trim() !== ''
  )
    return null;
  if (!/\b(?:before|after|prior to|later than|earlier than)$/i.test(text.slice(first.start, first.end)))
    return null;
  return (said.type === 'span' || said.type === 'month') && said.year !== null
    ? { ...said, year: said.year + first.said.by }
    : null;
}

/** Two words for one period as one, or null when they are two periods. */
function joinSaid(a: PeriodSaid, b: PeriodSaid, startMonth: number): PeriodSaid | null {
  return joinOrdered(a, b, startMonth) ?? joinOrdered(b, a, startMonth);
}

function joinOrdered(a: PeriodSaid, b: PeriodSaid, startMonth: number): PeriodSaid | null {
  if (a.type === 'span' && b.type === 'span') {
    if (a.span === b.span && (a.year === b.year || b.year === null)) return a;
    if (b.span === 'year' && b.year !== null && a.year === null && a.span !== 'year')
      return { ...a, year: b.year };
    if (b.span === 'year' && b.year === null && b.by !== null && a.year === null) return { ...a, by: b.by };
    if (b.span === 'year' && b.year === a.year && a.span !== 'year') return a;
    if (b.span === '9m' && b.year === null && a.span === 'q3') return { ...a, span: '9m' };
    if (b.span === 'ytd' && (b.year === null || b.year === a.year)) return { ...a, span: UP_TO[a.span] };
  }
  if (a.type === 'span' && a.year === null && a.by === null && b.type === 'same' && b.unit === 'year')
    return { ...a, by: b.by };
  if (a.type === 'span' && b.type === 'shift' && b.unit === 'year' && a.span !== 'year' && a.year === null)
    return { ...a, by: b.by };
  if (a.type === 'span' && b.type === 'shift' && b.unit === 'quarter' && b.by === 0 && /^q\d$/.test(a.span))
    return a;
  if (a.type === 'span' && b.type === 'months') return spans(a, b, startMonth) ? a : null;
  if (a.type === 'span' && a.span !== 'year' && a.year === null && b.type === 'ended' && b.months === 12) {
    const year = yearEnding(b, startMonth);
    if (year !== null) return { ...a, year };
  }
  if (a.type === 'span' && b.type === 'ended') return spanMonths(a.span) === b.months ? b : null;
  if (a.type === 'shift' && a.unit === 'quarter' && a.by === 0 && b.type === 'months') return b;
  if (a.type === 'months' && a.year === null && b.type === 'span' && b.span === 'year' && b.by !== null)
    return spanOf(a, b.by, startMonth);
  if (
    a.type === 'span' &&
    a.span !== 'year' &&
    b.type === 'month' &&
    b.lead === 'end' &&
    b.month === monthsOf(a.span, startMonth).to
  )
    return a;
  if (a.type === 'end' && b.type === 'month' && b.lead !== 'in') return b;
  if (
    a.type === 'end' &&
    a.of === 'year' &&
    b.type === 'month' &&
    b.month === monthsOf('year', startMonth).to
  )
    return a.year === null ? { ...b, lead: 'end' } : null;
  if (a.type === 'month' && b.type === 'span' && b.span === 'year' && a.year === null && b.year !== null)
    return { ...a, year: b.year };
  if (a.type === 'shift' && a.unit === 'quarter' && b.type === 'same')
    return { type: 'same', unit: 'year', by: b.by };
  return null;
}

/** The fiscal year that ends with a month, or null where none does. */
function yearEnding(ended: Extract<PeriodSaid, { type: 'ended' }>, startMonth: number): number | null {
  if (ended.year === null) return null;
  const year = ended.year + (ended.month - startMonth - 11) / 12;
  return Number.isInteger(year) ? year : null;
}

/** How many months after the start of its fiscal year a span begins, and how many it has. */
const SPANS: Readonly<Record<SpanKind, readonly [number, number]>> = {
  q1: [0, 3],
  q2: [3, 3],
  q3: [6, 3],
  q4: [9, 3],
  quarter: [0, 3],
  h1: [0, 6],
  h2: [6, 6],
  '9m': [0, 9],
  ytd: [0, 0],
  year: [0, 12],
};

/** The span from the start of the year to the end of a span: what it is when called cumulative. */
const UP_TO: Readonly<Record<SpanKind, SpanKind>> = {
  q1: 'q1',
  q2: 'h1',
  q3: '9m',
  q4: 'year',
  quarter: 'ytd',
  h1: 'h1',
  h2: 'year',
  '9m': '9m',
  ytd: 'ytd',
  year: 'ytd',
};

/** The calendar months, 1 to 12, in which a span begins and ends. */
function monthsOf(span: SpanKind, startMonth: number): { from: number; to: number } {
  const [after, count] = SPANS[span];
  const month = (index: number): number => ((((startMonth - 1 + index) % 12) + 12) % 12) + 1;
  return { from: month(after), to: month(after + count - 1) };
}

/** Whether months named beside a span are the span's own. */
function spans(
  a: Extract<PeriodSaid, { type: 'span' }>,
  b: Extract<PeriodSaid, { type: 'months' }>,
  startMonth: number,
): boolean {
  const own = monthsOf(a.span, startMonth);
  return SPANS[a.span][1] > 0 && a.span !== 'quarter' && own.from === b.from && own.to === b.to;
}

/** "April to December of the previous fiscal year": months that are a span of the year, counted back; null where they are none. */
function spanOf(
  months: Extract<PeriodSaid, { type: 'months' }>,
  by: number,
  startMonth: number,
): PeriodSaid | null {
  const kinds = ['q1', 'q2', 'q3', 'q4', 'h1', 'h2', '9m'] as const;
  const span = kinds.find((kind) =>
    spans({ type: 'span', span: kind, year: null, by: null }, months, startMonth),
  );
  return span === undefined ? null : { type: 'span', span, year: null, by };
}

const spanMonths = (span: SpanKind): number => SPANS[span][1];
