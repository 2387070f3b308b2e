import type { FactBase } from '../facts/base.ts';
import { metricOf, segmentOf } from '../facts/base.ts';
import { CONSOLIDATED, type Scenario } from '../model/fact.ts';
import { type Period, partsOf } from '../model/period.ts';
import type { Base, Item, OutputUnit, Query } from '../model/query.ts';

const SCENARIO_WORDS: Readonly<Record<Scenario, string>> = {
  actual: '',
  'initial-target': 'initial target',
  'revised-target': 'revised target',
  plan: 'plan',
};

/** A period in words that read back as the same period. */
export function periodWords(p: Period): string {
  const parts = partsOf(p);
  const date = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
  switch (parts.kind) {
    case 'instant':
      return `${parts.day} ${date[parts.month - 1] ?? ''} ${parts.year}`;
    case 'half':
      return `${parts.half}H FY${parts.fy}`;
    case 'quarter':
    case 'nine-months':
    case 'year':
    case 'month':
    case 'undated':
      return p;
  }
}

/** One cell in words: "gross margin of network services, 3Q11". */
export function itemWords(base: FactBase, item: Item): string {
  const metric = metricOf(base, item.metric.value).label;
  const segment =
    item.segment.value === CONSOLIDATED ? 'consolidated' : segmentOf(base, item.segment.value).label;
  const period =
    item.period.value.startsWith('undated') || metricOf(base, item.metric.value).nature === 'event'
      ? ''
      : ` ${periodWords(item.period.value)}`;
  const scenario =
    metricOf(base, item.metric.value).nature === 'event' ? '' : SCENARIO_WORDS[item.scenario.value];
  return `${metric} ${segment}${period}${scenario === '' ? '' : ` ${scenario}`}`.trim();
}

function baseWords(base: Base): string {
  return base.kind === 'period' ? `since ${periodWords(base.period)}` : base.kind;
}

const UNIT_WORDS: Readonly<Record<OutputUnit, string>> = {
  yen: 'in plain yen',
  thousand: 'in thousands',
  million: 'in millions',
  oku: 'in oku yen',
  billion: 'in billions',
  trillion: 'in trillions',
};

/**
 * The question that a query answers, every slot said: understand(restate(q)) binds to the same slot values,
 * so a button carries a question and no encoding of its own.
 */
export function restate(base: FactBase, query: Query): string {
  const unit = query.unit === null ? '' : ` ${UNIT_WORDS[query.unit]}`;
  const items = (list: readonly Item[]): string => list.map((i) => itemWords(base, i)).join('; ');
  switch (query.intent) {
    case 'lookup':
      return `${itemWords(base, query.item)}${unit}`;
    case 'change': {
      const form =
        query.form.value === 'percent' ? ' percent' : query.form.value === 'amount' ? ' amount' : '';
      return `change of ${itemWords(base, query.item)} ${baseWords(query.base.value)}${form}${unit}`;
    }
    case 'compare':
      return `compare ${items(query.items)}${unit}`;
    case 'trend':
      return `trend of ${items(query.items)}${unit}`;
    case 'rank':
      return `${query.order}${query.by === 'change' ? ' change' : ''} of ${items(query.items)}${query.by === 'change' ? ` ${baseWords(query.base.value)}` : ''}${unit}`;
    case 'ratio':
      return `${itemWords(base, query.numerator)} ${query.as === 'per' ? 'per' : query.as === 'times' ? 'as a multiple of' : 'as % of'} ${query.denominator.map((i) => itemWords(base, i)).join(' + ')}${unit}`;
    case 'share':
      return `share of ${itemWords(base, query.part)}; ${items(query.whole)}${unit}`;
    case 'aggregate':
      return `${query.op} of ${items(query.items)}${unit}`;
    case 'target': {
      const ask = {
        level: '',
        progress: 'progress towards ',
        remaining: 'remaining to ',
        revision: 'revision of ',
        growth: 'growth of ',
      }[query.ask];
      const form = query.form === 'both' ? '' : query.form === 'percent' ? ' percent' : ' amount';
      return `${ask}${itemWords(base, query.item)}${form}${unit}`;
    }
    case 'explain':
      return `why${query.direction ? { up: ' the rise of', down: ' the fall of', flat: ' the flat' }[query.direction] : ''} ${query.item ? itemWords(base, query.item) : noteTitle(base, query.notes[0])}${query.item && query.base ? ` ${baseWords(query.base.value)}` : ''}`;
    case 'define':
      return `what does ${base.notes.find((n) => n.id === query.note)?.terms[0] ?? noteTitle(base, query.note)} mean`;
    case 'list':
      return query.notes.length > 0 ? `list ${noteTitle(base, query.notes[0])}` : 'list the metrics';
    case 'source':
      return query.item
        ? `which section prints ${itemWords(base, query.item)}`
        : `source section ${query.sections.join(', ')}`;
    case 'check': {
      const { claim } = query;
      const number =
        claim.value === null
          ? ''
          : ` ${claim.value}${claim.valueUnit === 'percent' ? '%' : claim.valueUnit === 'points' ? ' points' : ''}`;
      return `is it true that ${itemWords(base, query.item)} ${claim.negated ? 'not ' : ''}${claim.direction === 'up' ? 'rose' : claim.direction === 'down' ? 'fell' : claim.direction === 'flat' ? 'unchanged' : 'was'}${claim.bound === 'exact' ? '' : ` ${claim.bound}`}${number}${query.base ? ` ${baseWords(query.base.value)}` : ''}`;
    }
    case 'help':
      return query.kind === 'help' ? 'help' : query.kind === 'thanks' ? 'thanks' : 'hello';
  }
}

function noteTitle(base: FactBase, id: string | undefined): string {
  return base.notes.find((n) => n.id === id)?.title ?? '';
}
