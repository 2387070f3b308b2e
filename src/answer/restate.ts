import type { FactBase } from '../facts/base.ts';
import { metricOf, segmentOf } from '../facts/base.ts';
import { CONSOLIDATED, type Scenario } from '../model/fact.ts';
import { type Period, partsOf } from '../model/period.ts';
import { decimal, pow10 } from '../model/decimal.ts';
import type { Base, ChangeForm, ClaimedNumber, Item, OutputUnit, Query } from '../model/query.ts';

const SCENARIO_WORDS: Readonly<Record<Scenario, string>> = {
  actual: '',
  'initial-target': 'initial target',
  'revised-target': 'revised target',
  plan: 'plan',
};

/** A period in words that read back as the same period. */
export function periodWords(p: Period): string {
  const parts = partsOf(p);
  switch (parts.kind) {
    case 'instant':
      return dateWords(parts);
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

function dateWords(at: { year: number | null; month: number; day: number | null }): string {
  const month = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')[at.month - 1] ?? '';
  return [at.day, month, at.year].filter((part) => part !== null).join(' ');
}

/** What a cell is about, without its period: "gross margin of Network services". */
export function subjectWords(base: FactBase, item: Item): string {
  const segment =
    item.segment.value === CONSOLIDATED ? 'the group' : segmentOf(base, item.segment.value).label;
  return `${lowerFirst(metricOf(base, item.metric.value).label)} of ${segment}`;
}

/** One cell in words: "gross margin of Network services in 3Q11". */
export function itemWords(base: FactBase, item: Item): string {
  const metric = metricOf(base, item.metric.value);
  const name = subjectWords(base, item);
  if (metric.nature === 'event') return name;
  const scenario = SCENARIO_WORDS[item.scenario.value];
  return `${name}${when(item.period.value)}${scenario === '' ? '' : ` ${scenario}`}`;
}

function when(p: Period): string {
  const { kind } = partsOf(p);
  if (kind === 'undated') return '';
  return `${kind === 'instant' ? ' at' : ' in'} ${periodWords(p)}`;
}

/** A label inside a sentence: "Operating income" loses its capital, "SG&A expenses" does not. */
const lowerFirst = (label: string): string =>
  /^[A-Z][a-z]/.test(label) ? label.slice(0, 1).toLowerCase() + label.slice(1) : label;

function baseWords(base: Base): string {
  return base.kind === 'period' ? `since ${periodWords(base.period)}` : base.kind;
}

/** A claimed number as precisely as it was claimed: "6.3 billion", "64.5%". */
function claimWords(claim: ClaimedNumber): string {
  const value = decimal(claim.value);
  const scale =
    [9, 6, 3].find((n) => claim.decimals < 0 && value.abs().gte(pow10(n)) && claim.decimals + n >= 0) ?? 0;
  const digits = value.div(pow10(scale)).toFixed(Math.max(0, claim.decimals + scale));
  const word = { 9: ' billion', 6: ' million', 3: ' thousand', 0: '' }[scale] ?? '';
  const unit =
    claim.valueUnit === 'percent'
      ? '%'
      : claim.valueUnit === 'points'
        ? ' points'
        : claim.valueUnit === 'JPY'
          ? ' yen'
          : '';
  return `${digits}${word}${unit}`;
}

const formWords = (form: ChangeForm): string => (form === 'both' ? '' : ` ${form}`);

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
      const also = query.also ? ` and ${baseWords(query.also.value)}` : '';
      return `change of ${itemWords(base, query.item)} ${baseWords(query.base.value)}${also}${form}${unit}`;
    }
    case 'compare':
      return `compare ${items(query.items)}${unit}`;
    case 'trend':
      return `trend of ${items(query.items)}${unit}`;
    case 'rank': {
      const top = query.top > 1 ? `top ${query.top} ` : '';
      const by = query.by === 'change' ? ` change${formWords(query.form)}` : '';
      const also = query.also ? ` and ${baseWords(query.also.value)}` : '';
      const from = query.by === 'change' ? ` ${baseWords(query.base.value)}${also}` : '';
      const signed = query.order === 'highest' || query.order === 'lowest';
      const first = query.by === 'change' && signed ? `, ${query.order} first` : '';
      return `${top}${query.order}${by} of ${items(query.items)}${from}${first}${unit}`;
    }
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
      if (query.notes.length > 1)
        return `what is the difference between ${query.notes.map((id) => noteName(base, id)).join(' and ')}`;
      return query.notes.length > 0
        ? `list ${noteName(base, query.notes[0])}`
        : metricsOf(base, query.metrics);
    case 'source':
      if (query.item === null && query.sections.join() === [...base.sections.keys()][0])
        return 'which document is this';
      return query.item
        ? `which section prints ${itemWords(base, query.item)}`
        : `source section ${query.sections.join(', ')}`;
    case 'check': {
      const { claim } = query;
      const numbers = claim.numbers
        .map((n) => ` ${n.bound === 'exact' ? '' : `${n.bound} `}${claimWords(n)}`)
        .join(' and');
      const verb = { up: 'rose', down: 'fell', flat: 'unchanged' };
      const moved = claim.direction === null ? (claim.unsigned ? 'was minus' : 'was') : verb[claim.direction];
      const from = query.base ? ` ${baseWords(query.base.value)}` : '';
      const turned = claim.numbers.some((n) => n.bound === 'under') ? 'negative' : 'positive';
      if (claim.turned)
        return `is it true that ${itemWords(base, query.item)} ${claim.negated ? 'not ' : ''}turned ${turned}${from}`;
      const on = claim.date ? ` ${dateWords(claim.date)}` : '';
      return `is it true that ${itemWords(base, query.item)} ${claim.negated ? 'not ' : ''}${moved}${numbers}${from}${on}`;
    }
    case 'help':
      return query.kind === 'help' ? 'help' : query.kind === 'thanks' ? 'thanks' : 'hello';
  }
}

/** The metrics of a section, or all. */
function metricsOf(base: FactBase, metrics: readonly string[]): string {
  const section = [...base.sections.values()].find((s) => s.has.join() === metrics.join());
  return section ? `figures of section ${section.id}` : 'list the metrics';
}

/** What a note is asked for by: its first term, else its title. */
function noteName(base: FactBase, id: string | undefined): string {
  return base.notes.find((n) => n.id === id)?.terms[0] ?? noteTitle(base, id);
}

function noteTitle(base: FactBase, id: string | undefined): string {
  return base.notes.find((n) => n.id === id)?.title ?? '';
}
