import type { FactBase } from '../facts/base.ts';
import { isCovered } from '../facts/base.ts';
import type { Metric, MetricId } from '../model/fact.ts';
import { foldName } from '../lexicon/fold.ts';
import type { Mention, MentionOf } from './said.ts';

type Named = Extract<Mention, { kind: 'metric' | 'segment' }>;

/** Words that leave the next thing out: "the expenses, excluding cost". */
const LEFT_OUT =
  /\b(?:not|excluding|excl|except|without|apart from|other than|leaving aside|leaving out|ignoring)\s+(?:the |its |any |other |for )*$/;

const isMetric = (m: Mention): m is Extract<Mention, { kind: 'metric' }> => m.kind === 'metric';

/**
 * Marks names that only set the scene for another one: people ("an auditor asked me for the gross margin"), a general
 * word beside a specific one ("unlisted shareholdings: the nonmarketable securities"), a statement that a line stands in
 * ("inventories in operating cash flow"), a whole that a part is looked for in ("within other investments").
 */
export function dropContext(base: FactBase, text: string, all: readonly Mention[]): Mention[] {
  const names = linesIn(base, text, narrowed(base, text, all)).map((m) =>
    isSpeaker(base, text, m) ? { kind: 'context' as const, start: m.start, end: m.end } : m,
  );
  const metrics = names.filter(isMetric);
  const printed = metrics.filter((m) => isPrinted(base, m.id));
  if (printed.length === 0 || metrics.length < 2) return [...names];
  return names.map((m) =>
    isMetric(m) &&
    isContext(
      base,
      text,
      m,
      printed.filter((p) => p !== m),
    )
      ? { kind: 'context', start: m.start, end: m.end }
      : m,
  );
}

/** "Receivables in the cash flow statement": of a statement that is only named as the place, its own line is meant. */
function linesIn(base: FactBase, text: string, names: readonly Mention[]): readonly Mention[] {
  const place = names.find(
    (m) =>
      isMetric(m) &&
      statementLines(base, m.id).length > 0 &&
      !/(?:\b(?:and|or|plus|vs|versus|than|of)(?: the| its)?|[,&+])\s*$/i.test(text.slice(0, m.start)) &&
      !/^\s*(?:[,&+]|(?:and|or|plus|vs|versus|than|with)\b)/i.test(text.slice(m.end)),
  );
  if (place?.kind !== 'metric') return names;
  const lines = statementLines(base, place.id).map((id) => ({
    id,
    label: ` ${foldName(base.metrics.get(id)?.label ?? '').join(' ')} `,
  }));
  return names.map((m) => {
    if (!isMetric(m) || m === place) return m;
    const own = ` ${foldName(base.metrics.get(m.id)?.label ?? '').join(' ')} `;
    const line = lines.find((l) => l.id !== m.id && l.label.includes(own));
    return line ? { ...m, id: line.id } : m;
  });
}

/** The lines that the document names of a statement whose total is lost, or of every statement a word may mean. */
function statementLines(base: FactBase, id: MetricId): MetricId[] {
  const meant = base.metrics.get(id)?.ambiguous ?? [id];
  return base.document.lost
    .filter((l) => meant.includes(l.metric) && l.statement === 'true' && l.segment === undefined)
    .flatMap((l) => l.instead.flatMap((i) => i.split(' ')[0] ?? []));
}

/** "Net income per share": a word for several figures right behind another means the one that the other is the stem of. */
function narrowed(base: FactBase, text: string, names: readonly Mention[]): Mention[] {
  return names.flatMap((m, i): Mention[] => {
    const [before, next] = [names[i - 1], names[i + 1]];
    if (before && stemmed(base, text, before, m) !== null) return [];
    const one = next ? stemmed(base, text, m, next) : null;
    return one !== null && next ? [{ kind: 'metric', id: one, start: m.start, end: next.end }] : [m];
  });
}

/** "The net loss attributable to minorities": what is attributable to somebody is the figure that is named after both. */
const ATTRIBUTED =
  /^(?:es)? (?:(?:that is |which is )?(?:attributable|attributed|allocated|belonging|due) to|borne by|of) (?:the |its |all )*$/i;

function isAttributed(base: FactBase, text: string, a: MentionOf<'metric'>, b: MentionOf<'metric'>): boolean {
  const between = text.slice(a.end, b.start);
  if (a.id === b.id || !ATTRIBUTED.test(between)) return false;
  const named = foldName(text.slice(a.start, a.end)).join(' ');
  const label = foldName(base.metrics.get(b.id)?.label ?? '').join(' ');
  return label.startsWith(`${named} attributable to `);
}

/** The figure that a metric and a word for several behind it name together, or null. */
function stemmed(base: FactBase, text: string, a: Mention, b: Mention): MetricId | null {
  if (a.kind !== 'metric' || b.kind !== 'metric') return null;
  if (isAttributed(base, text, a, b)) return b.id;
  if (!/^\s+$/.test(text.slice(a.end, b.start))) return null;
  const label = base.metrics.get(a.id)?.label ?? '';
  const options = base.metrics.get(b.id)?.ambiguous ?? [];
  return options.find((o) => o !== a.id && base.metrics.get(o)?.label.startsWith(label) === true) ?? null;
}

/** "What does management say about X": whoever speaks is not what is asked about. */
function isSpeaker(base: FactBase, text: string, m: Mention): boolean {
  if (m.kind !== 'metric') return false;
  const metric = base.metrics.get(m.id);
  if (metric?.printed !== 'none') return false;
  if (
    /^(?:'s?)? (?:just )?(?:say|says|said|claims?|claimed|thinks?|believes?|asks?|asked|wants?|told|tells|heard|reckons?|wonders?|needs? (?:to|the|a))\b/i.test(
      text.slice(m.end),
    )
  )
    return true;
  if (metric.unit !== 'text') return false;
  return (
    /^(?:'s?)? (?:also |currently |itself )?(?:say|says|said|saying|comments?|commented|mentions?|mentioned|states?|stated|notes?|noted|describes?|described|gives?|gave|expects?|expected|plans?|planned|forecasts?|targets?|aims?|attributes?|attributed|blames?|blamed|explains?|explained|reports?|reported|thinks?|believes?|sees?|put|puts|characteri[sz]es?|kept|keeps?|stuck|sticks?|stood by|stands? by)\b/i.test(
      text.slice(m.end),
    ) ||
    /\b(?:according to|as per|per|in the (?:words|view|opinion) of) (?:the |its |iij's )?$/i.test(
      text.slice(0, m.start),
    )
  );
}

const isPrinted = (base: FactBase, id: MetricId): boolean => {
  const metric = base.metrics.get(id);
  return metric !== undefined && metric.printed !== 'none' && metric.ambiguous === undefined;
};

function isContext(base: FactBase, text: string, m: Named, others: readonly Named[]): boolean {
  const metric = base.metrics.get(m.id);
  if (!metric || others.length === 0) return false;
  const before = text.slice(0, m.start).toLowerCase();
  if (isHeadCounted(base, text, m, others) || isReckoned(base, text, m, others)) return true;
  if (/\b(?:per|divided by|than|vs|versus|and|number of|how many)\s*$/.test(before)) return false;
  if (metric.unit === 'text' && metric.printed === 'none') return !isOwner(text, m, others);
  if (/\bcontribut\w+ (?:\w+ ){0,2}to (?:the |its )*$/.test(before)) return true;
  if (isMoneyMoved(text, m)) return true;
  if (/\b(?:on|in|from) (?:the |its )?$/.test(before) && PLACE.test(text.slice(m.end))) return true;
  if (LEFT_OUT.test(before) && others.every((o) => areSiblings(base, m.id, o.id))) return true;
  if (isSetAside(text, m, others)) return true;
  if (metric.unit === 'date' && /\bresults\b/i.test(text.slice(m.start, m.end)))
    return !/\b(?:when|dates?|day)\b/i.test(text);
  if (metric.ambiguous)
    return (
      !/^per\b/i.test(text.slice(m.start, m.end)) ||
      !others.some((o) => text.slice(o.end, m.start).trim() === '')
    );
  if (isStatement(base, metric, others) || isWhole(text, m, others)) return true;
  const amount = /\bhow much of (?:the |its |total )*$/.test(before) && !/%|\bper ?cent|\bpct\b/i.test(text);
  return (
    (amount ||
      /\b(?:within|among|amongst|inside|under|included in|contained in|(?:part|amount) of|out of)\s+(?:the\s+|its\s+|total\s+)*(?:item\s+|line\s+)*$/.test(
        before,
      )) &&
    others.some((o) => metric.is?.includes(o.id) === true)
  );
}

/** "Out of pretax income, how much went to tax": the whole that an amount is taken from is not what is asked for. */
function isWhole(text: string, m: Named, others: readonly Named[]): boolean {
  if (
    !/^\W*(?:so |and |ok )?(?:out of|of|from) (?:the |its |their |all |that )*$/i.test(text.slice(0, m.start))
  )
    return false;
  return (
    !/%|\b(?:percent\w*|pct|share|proportion|ratio|fraction|minus|less)\b/i.test(text) &&
    others.some((o) => o.start > m.end && /\bhow much\b/i.test(text.slice(m.end, o.start)))
  );
}

/** "If one adds cost and gross margin, what is revenue": how a figure is reckoned, before it is asked for, says nothing new. */
function isReckoned(base: FactBase, text: string, m: Named, others: readonly Named[]): boolean {
  const clause = RECKONING.exec(text)?.[0].length ?? 0;
  if (m.start >= clause) return false;
  const [asked, more] = [...new Set(others.filter((o) => o.start >= clause).map((o) => o.id))];
  if (asked === undefined || more !== undefined) return false;
  const named = new Set([m.id, ...others.map((o) => o.id)]);
  return [...base.metrics.values()].some((sum) => {
    const cells = new Set([sum.id, ...(sum.is ?? []).map((t) => t.replace(/^-/, ''))]);
    return cells.size > 2 && cells.size === named.size && [...named].every((id) => cells.has(id));
  });
}

/** A clause that tells how to reckon, up to its comma. */
const RECKONING =
  /^(?:(?:if|when|once|by|after)\b[^,?]{0,40}\b)?(?:add\w*|sum\w*|combin\w*|subtract\w*|deduct\w*|tak\w+|put\w*)\b[^,?]*,(?=[^,?]*\b(?:what|how|which)\b)/i;

/** "Excluding the trademark and the customer relationships, goodwill alone": what goes without saying of one figure alone. */
function isSetAside(text: string, m: Named, others: readonly Named[]): boolean {
  const clause = SET_ASIDE.exec(text)?.[0].length ?? 0;
  return (
    m.end < clause &&
    others.some(
      (o) => o.start >= clause && /^(?:'s)? (?:alone|only|by itself|on its own)\b/i.test(text.slice(o.end)),
    )
  );
}

/** A clause that leaves figures out, up to its last comma. */
const SET_ASIDE = /^(?:excluding|without|ignoring|apart from|not counting|leaving aside) [^.;?]{3,120},/i;

/** "By how many heads did the outsourced workforce grow": people counted are those of the other figure. */
const isHeadCounted = (base: FactBase, text: string, m: Named, others: readonly Named[]): boolean =>
  others.some((o) => base.metrics.get(o.id)?.unit === 'count') &&
  (/^(?:how many|number of) people/i.test(text.slice(m.start, m.end)) ||
    (/^(?:heads|people|persons)$/i.test(text.slice(m.start, m.end)) &&
      /\bhow many (?:more |fewer |additional )?$/i.test(text.slice(0, m.start))));

/** What a figure stands on: "personnel costs on the employee slide". */
const PLACE = /^s?(?:'s?)?\s+(?:slide|page|sheet|tab|section|chart|table|graph)\b/i;

/** "Cash spent on PP&E", "PP&E purchases (cash)": money that flows for something is no balance. */
const isMoneyMoved = (text: string, m: Named): boolean =>
  /^cash$/i.test(text.slice(m.start, m.end)) &&
  (/^ (?:(?:was|were|is|that was) )?(?:spent|paid|used|laid out|out(?:lay|flow|go)?s?)\b/i.test(
    text.slice(m.end),
  ) ||
    (text[m.start - 1] === '(' && text[m.end] === ')'));

/** "Competitors' revenue" and "the revenue of competitors" are somebody else's figure, which nobody but that name tells. */
function isOwner(text: string, m: Named, others: readonly Named[]): boolean {
  return others.some(
    (o) =>
      (o.start >= m.end && /^(?:'s?)?\s*$/.test(text.slice(m.end, o.start))) ||
      (m.start >= o.end && /^\s+of\s+(?:(?:the|its|our|their)\s+)?$/.test(text.slice(o.end, m.start))),
  );
}

/** "The business acquired in September 2010": a period that only tells which business is meant. */
export const isEpithet = (text: string, period: { start: number }): boolean =>
  EPITHET.test(text.slice(0, period.start));

const EPITHET =
  /\b(?:business|company|subsidiary|unit|firm|entity|division|operations?)(?: (?:that|which))?(?: (?:was|were|has been|had been))? (?:newly )?(?:acquired|bought|taken over|founded|established|set up|launched|integrated|consolidated) (?:back )?(?:(?:in|on|during|since|as of|at the (?:start|end|beginning) of) (?:the )?)?$/i;

/** Whether two metrics are different terms of one sum, so that leaving one out says nothing new of the other. */
function areSiblings(base: FactBase, a: MetricId, b: MetricId): boolean {
  const terms = (m: Metric): string[] => m.is?.map((t) => t.replace(/^-/, '')) ?? [];
  return (base.indexes.sums.get(a) ?? []).some((m) => terms(m).includes(a) && terms(m).includes(b));
}

/** Whether a metric whose values are lost stands for the statement that the other metrics are lines of. */
function isStatement(base: FactBase, metric: Metric, others: readonly Named[]): boolean {
  const lost = base.document.lost.find((l) => l.metric === metric.id && l.segment === undefined);
  if (lost?.statement !== 'true' || isCovered(base, metric.id, 'consolidated')) return false;
  return others.some((o) => lost.instead.some((i) => i.split(' ')[0] === o.id));
}
