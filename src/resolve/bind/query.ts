import type { FactBase } from '../../facts/base.ts';
import { factsOf, metricOf } from '../../facts/base.ts';
import type { Intent, Item } from '../../model/query.ts';
import { assumed, said } from '../../model/query.ts';
import { fromPeriod } from '../change.ts';
import type { Frame } from '../frame.ts';
import { level } from '../level.ts';
import type { Bound } from '../outcome.ts';
import { quartersOf } from '../../model/period.ts';
import { isStockLike } from '../periods.ts';
import { nameBase } from '../change.ts';
import { atOf, bindBase, formOf } from './base.ts';
import { bindCheck } from './check.ts';
import { type Again, bindAll, failed, hasChange, hasLevel, refused } from './common.ts';
import { bindItem } from './item.ts';
import { bindRank } from './rank.ts';
import { bindRatio, bindShare, dropTerms } from './ratio.ts';
import { seriesItems } from './series.ts';
import { bindTarget } from './target.ts';
import { prepare } from './prepare.ts';
import { bindTopic } from './topic.ts';

/** Fills what a question left unsaid and finds its cells: the typed query, a refusal, or a choice. */
export function bindQuery(base: FactBase, asked: Frame, intent: Intent): Bound {
  const frame = prepare(base, { ...asked, items: dropTerms(base, asked.said.text, asked.items) });
  const again = (next: Frame): Bound => bindQuery(base, next, intent);
  switch (intent) {
    case 'lookup':
      return bindLookup(base, frame, again);
    case 'change':
      return bindChange(base, frame, again);
    case 'compare':
      return bindCompare(base, frame, again);
    case 'trend':
      return bindTrend(base, frame, again);
    case 'rank':
      return bindRank(base, frame, again);
    case 'ratio':
      return frame.items.length < 2 ? bindLookup(base, frame, again) : bindRatio(base, frame, again);
    case 'share':
      return bindShare(base, frame, again);
    case 'aggregate':
      return bindAggregate(base, frame, again);
    case 'target':
      return bindTarget(base, frame, again);
    case 'check':
      return bindCheck(base, frame, again);
    case 'explain':
    case 'define':
    case 'list':
    case 'source':
      return bindTopic(base, frame, intent, () =>
        bindLookup(base, frame, (next) => bindQuery(base, next, 'lookup')),
      );
    case 'help':
      return { kind: 'query', query: { intent: 'help', kind: helpKind(frame), unit: null }, caveats: [] };
  }
}

function helpKind(frame: Frame): 'help' | 'greeting' | 'thanks' {
  if (frame.said.tags.has('Help')) return 'help';
  return frame.said.tags.has('Thanks') ? 'thanks' : 'greeting';
}

function bindLookup(base: FactBase, frame: Frame, again: Again): Bound {
  if (frame.range) return bindTrend(base, frame, again);
  if (frame.items.length > 1) return bindCompare(base, frame, again);
  const [item] = frame.items;
  if (!item) return refused({ code: 'not-understood' });
  if (item.period?.type === 'series') return bindTrend(base, frame, again);
  const bound = bindItem(base, item, frame.scenario, hasLevel(base));
  if (!bound.ok) return failed(base, frame, bound, again);
  if (frame.scenario !== null && frame.scenario !== 'actual' && bound.item.scenario.value !== 'plan') {
    return {
      kind: 'query',
      query: { intent: 'target', ask: 'level', item: bound.item, form: 'both', unit: frame.unit },
      caveats: bound.caveats,
    };
  }
  return {
    kind: 'query',
    query: { intent: 'lookup', item: bound.item, unit: frame.unit },
    caveats: bound.caveats,
  };
}

function bindChange(base: FactBase, frame: Frame, again: Again): Bound {
  const items = frame.items;
  if (
    items.length === 2 &&
    frame.base === null &&
    items[0]?.metric === items[1]?.metric &&
    items[0]?.segment === items[1]?.segment
  ) {
    return bindBetween(base, frame, again);
  }
  if (items.length > 1) return bindMovers(base, frame, again);
  const [item] = items;
  if (!item) return refused({ code: 'no-context' });
  if (item.metric === null && item.segment === null) return refused({ code: 'no-context' });
  if (item.period?.type === 'series' && frame.base === null) {
    return item.metric !== null && isStockLike(base, item.metric)
      ? again({ ...frame, items: [{ ...item, period: null }] })
      : bindTrend(base, frame, again);
  }
  const bound = bindItem(base, item, frame.scenario, hasChange(base, frame));
  if (!bound.ok) {
    const level = bindItem(base, item, frame.scenario, hasLevel(base));
    if (
      'refusal' in bound &&
      bound.refusal.code === 'period-not-covered' &&
      level.ok &&
      level.caveats.length === 0
    )
      return bindLookup(base, frame, again);
    if (
      'refusal' in bound &&
      ['not-printed', 'changes-only', 'period-not-covered'].includes(bound.refusal.code) &&
      frame.base !== null
    ) {
      const plain = bindItem(
        base,
        item,
        frame.scenario,
        (at) =>
          hasLevel(base)(at) || factsOf(base, at.metric, at.segment).some((f) => f.period === at.period),
      );
      if (plain.ok) return refused({ ...bound.refusal, code: 'no-base' });
    }
    return failed(base, frame, bound, again);
  }
  const from = bindBase(base, frame, bound.item);
  if (!from)
    return refused({ code: 'no-base', metric: bound.item.metric.value, segment: bound.item.segment.value });
  return {
    kind: 'query',
    query: { intent: 'change', item: bound.item, base: from, form: formOf(frame), unit: frame.unit },
    caveats: bound.caveats,
  };
}

/** "from 2Q11 to 3Q11": the later period, counted from the earlier. */
function bindBetween(base: FactBase, frame: Frame, again: Again): Bound {
  const bound = bindAll(base, frame, frame.items, hasLevel(base));
  if (!bound.ok) {
    const one = {
      ...frame,
      items: frame.items.slice(-1),
      base: frame.items[0]?.period ? ({ kind: 'period', said: frame.items[0].period } as const) : null,
    };
    return 'refusal' in bound && one.base ? again(one) : failed(base, frame, bound, again);
  }
  const [a, b] = bound.items;
  if (!a || !b) return refused({ code: 'not-understood' });
  const [from, to] = a.period.value < b.period.value === earlierIsFirst(a, b) ? [a, b] : [b, a];
  return {
    kind: 'query',
    query: {
      intent: 'change',
      item: to,
      base: said(nameBase(to.period.value, from.period.value)),
      form: formOf(frame),
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}

/** Period spellings of one kind sort by year, then quarter. */
function earlierIsFirst(a: Item, b: Item): boolean {
  const key = (i: Item): string => i.period.value.replace(/^(\d)Q(\d\d)$/, '$2$1');
  return key(a) < key(b) === a.period.value < b.period.value;
}

/** Changes of several things side by side: the biggest mover first is a ranking; here in the order asked. */
function bindMovers(base: FactBase, frame: Frame, again: Again): Bound {
  const bound = bindAll(base, frame, frame.items, hasChange(base, frame));
  if (!bound.ok) return failed(base, frame, bound, again);
  const [first] = bound.items;
  const from = first && bindBase(base, frame, first);
  if (!first || !from) return refused({ code: 'no-base' });
  return {
    kind: 'query',
    query: {
      intent: 'rank',
      items: bound.items,
      by: 'change',
      base: from,
      form: formOf(frame).value,
      order: 'highest',
      top: bound.items.length,
      unit: frame.unit,
    },
    caveats: bound.caveats,
  };
}

function bindCompare(base: FactBase, frame: Frame, again: Again): Bound {
  const [only] = frame.items;
  if (frame.items.length === 1 && only && frame.base) {
    const bound = bindItem(
      base,
      only,
      frame.scenario,
      (at) => hasLevel(base)(at) || hasChange(base, frame)(at),
    );
    if (!bound.ok) return failed(base, frame, bound, again);
    const from = bindBase(base, frame, bound.item);
    const period = from && fromPeriod(bound.item.period.value, from.value);
    const other = period && { ...atOf(bound.item), period };
    if (from && (!other || !level(base, other)))
      return {
        kind: 'query',
        query: { intent: 'change', item: bound.item, base: from, form: assumed('both'), unit: frame.unit },
        caveats: bound.caveats,
      };
    if (period)
      return {
        kind: 'query',
        query: {
          intent: 'compare',
          items: [bound.item, { ...bound.item, period: said(period) }],
          unit: frame.unit,
        },
        caveats: bound.caveats,
      };
  }
  if (frame.range && frame.base === null) return bindTrend(base, frame, again);
  const bound = bindAll(base, frame, frame.items, hasLevel(base));
  if (!bound.ok) {
    const moves =
      'refusal' in bound &&
      ['changes-only', 'not-printed', 'lost', 'period-not-covered'].includes(bound.refusal.code)
        ? bindMovers(base, frame, again)
        : null;
    return moves?.kind === 'query' ? moves : failed(base, frame, bound, again);
  }
  if (bound.items.length < 2) return bindLookup(base, { ...frame, items: frame.items.slice(0, 1) }, again);
  return {
    kind: 'query',
    query: { intent: 'compare', items: alignScenarios(bound.items), unit: frame.unit },
    caveats: bound.caveats,
  };
}

const alignScenarios = (items: Item[]): Item[] => items;

function bindTrend(base: FactBase, frame: Frame, again: Again): Bound {
  const found = seriesItems(base, frame);
  if ('failed' in found) return failed(base, frame, found.failed, again);
  if (found.items.length < 2) {
    const [item] = frame.items;
    const single =
      item &&
      bindItem(
        base,
        { ...item, period: item.period?.type === 'series' ? null : item.period },
        frame.scenario,
        hasLevel(base),
      );
    if (!single?.ok) return single ? failed(base, frame, single, again) : refused({ code: 'not-understood' });
    return {
      kind: 'query',
      query: { intent: 'lookup', item: single.item, unit: frame.unit },
      caveats: single.caveats,
    };
  }
  return {
    kind: 'query',
    query: { intent: 'trend', items: found.items, of: 'level', unit: frame.unit },
    caveats: [],
  };
}

/** A cumulative period named beside its own quarters is their sum, not one more term. */
function withoutContainers(items: readonly Item[]): Item[] {
  const same = (a: Item, b: Item): boolean =>
    a.metric.value === b.metric.value && a.segment.value === b.segment.value;
  return items.filter((i) => {
    const quarters = quartersOf(i.period.value);
    return (
      quarters.length < 2 || !quarters.every((q) => items.some((o) => same(i, o) && o.period.value === q))
    );
  });
}

function bindAggregate(base: FactBase, frame: Frame, again: Again): Bound {
  const op = frame.sets.has('op:average')
    ? 'average'
    : frame.sets.has('op:difference')
      ? 'difference'
      : 'sum';
  if (op === 'difference' && frame.base !== null && frame.items.length > 1) {
    const moves = bindMovers(base, frame, again);
    if (moves.kind === 'query') return moves;
  }
  const series = frame.items.some((i) => i.period?.type === 'series') || frame.range !== null;
  const found = series ? seriesItems(base, frame) : bindAll(base, frame, frame.items, hasLevel(base));
  if ('failed' in found) return failed(base, frame, found.failed, again);
  if (!('items' in found)) {
    const moves = frame.base !== null && frame.items.length > 1 ? bindMovers(base, frame, again) : null;
    return moves?.kind === 'query' ? moves : failed(base, frame, found, again);
  }
  const items =
    op === 'difference' && /^\W*net of\b/i.test(frame.said.text) ? [...found.items].reverse() : found.items;
  if (
    op === 'sum' &&
    items.length > 1 &&
    items.some((i) => metricOf(base, i.metric.value).nature === 'stock') &&
    new Set(items.map((i) => i.period.value)).size > 1
  ) {
    return refused({ code: 'incomparable', metric: items[0]?.metric.value });
  }
  if (items.length < 2) return bindLookup(base, { ...frame, items: frame.items.slice(0, 1) }, again);
  return { kind: 'query', query: { intent: 'aggregate', op, items, unit: frame.unit }, caveats: [] };
}
