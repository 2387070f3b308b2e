import type { FactBase } from '../facts/base.ts';
import type { Line, Switch } from '../model/answer.ts';
import { CONSOLIDATED } from '../model/fact.ts';
import type { Item, Query } from '../model/query.ts';
import { itemsIn } from '../model/query.ts';
import { joined, label, line, longPeriod, metricLabel } from './parts.ts';
import { baseWords } from './movement.ts';
import { fromPeriod } from '../resolve/change.ts';
import { metricOf, segmentOf } from '../facts/base.ts';

const SCENARIOS = {
  actual: '',
  'initial-target': 'initial target',
  'revised-target': 'revised target',
  plan: 'plan',
} as const;

function itemLine(base: FactBase, item: Item): Line {
  const segment = item.segment.value;
  const scenario = SCENARIOS[item.scenario.value];
  const event = metricOf(base, item.metric.value).nature === 'event';
  return line(
    label(metricLabel(base, item.metric.value, segment)),
    segment === CONSOLIDATED ? ' · consolidated' : line(' · ', label(segmentOf(base, segment).label)),
    event ? '' : line(' · ', longPeriod(item.period.value)),
    scenario === '' || event ? '' : ` · ${scenario}`,
  );
}

/** How a question was read: the cells and, for a change, what it is counted from. */
export function readingOf(base: FactBase, query: Query): Line {
  const items = itemsIn(query);
  if (items.length === 0) return [];
  const [first] = items;
  const last = items[items.length - 1];
  const subjects = new Set(items.map((i) => `${i.metric.value} ${i.segment.value}`));
  const run = items.length > 3 && subjects.size === 1 && first && last;
  const few = run
    ? [line(itemLine(base, first), ' to ', longPeriod(last.period.value))]
    : items.slice(0, 3).map((i) => itemLine(base, i));
  const more =
    !run && items.length > 3 ? line(' and ', { t: 'ordinal', n: items.length - 3 }, ' more') : null;
  const from =
    'base' in query && query.base && query.intent !== 'rank' && items[0]
      ? fromPeriod(items[0].period.value, query.base.value)
      : null;
  const also =
    query.intent === 'change' && query.also ? fromPeriod(query.item.period.value, query.also.value) : null;
  return line(
    joined(few, '; '),
    more,
    from && items[0] ? line(' · ', baseWords(items[0].period.value, from)) : null,
    also && items[0] ? line(' · ', baseWords(items[0].period.value, also)) : null,
  );
}

/** The slots that were not said: what a click may change. */
export function assumedIn(query: Query): Switch['slot'][] {
  const items = itemsIn(query);
  const slots: Switch['slot'][] = items.flatMap((i) =>
    (['metric', 'segment', 'period', 'scenario'] as const).filter(
      (s) =>
        i[s].from === 'assumed' &&
        !(s === 'scenario' && i.scenario.value === 'actual') &&
        !(s === 'segment' && i.segment.value === CONSOLIDATED),
    ),
  );
  const compares = query.intent !== 'rank' || query.by === 'change';
  const base = compares && 'base' in query && query.base?.from === 'assumed' ? (['comparison'] as const) : [];
  return [...new Set([...slots, ...base])];
}
