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

/** How many cells are told one by one. */
const MOST = 3;

/** Cells that follow each other with one metric and segment. */
function runsOf(items: readonly Item[]): Item[][] {
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    const goesOn = before?.metric.value === item.metric.value && before.segment.value === item.segment.value;
    if (run && goesOn) run.push(item);
    else runs.push([item]);
  }
  return runs;
}

function runLine(base: FactBase, run: readonly Item[]): Line {
  const [first] = run;
  const last = run.at(-1);
  if (!first) return [];
  return first === last || !last
    ? itemLine(base, first)
    : line(itemLine(base, first), ' to ', longPeriod(last.period.value));
}

/** How a question was read: the cells and, for a change, what it is counted from. */
export function readingOf(base: FactBase, query: Query): Line {
  const items = itemsIn(query);
  if (items.length === 0) return [];
  const read = items.length > MOST ? runsOf(items).map((run) => runLine(base, run)) : items.map((i) => itemLine(base, i)); // prettier-ignore
  const few = read.slice(0, MOST);
  const more = read.length > MOST ? line(' and ', { t: 'ordinal', n: read.length - MOST }, ' more') : null;
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
