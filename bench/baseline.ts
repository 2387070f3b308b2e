import MiniSearch from 'minisearch';
import { type FactBase, metricOf, segmentOf } from '../src/facts/base.ts';
import type { Fact } from '../src/model/fact.ts';
import { describePeriod, partsOf, type Period, shortPeriod } from '../src/model/period.ts';
import type { Reply } from './score.ts';

/** What users would type into otherwise: a search box over the same figures, with the same names. */
export type SearchBox = (question: string) => Reply;

/** Words for what a change or a target is, as people ask for them. */
const KINDS: Readonly<Record<string, string>> = {
  yoy: 'yoy year on year over year change growth increase decrease grow vs last year',
  qoq: 'qoq quarter on quarter over quarter change growth increase decrease vs last quarter',
  change: 'change increase decrease since difference',
  share: 'share of percentage of proportion percent',
  percent: 'percent percentage %',
  'initial-target': 'initial target guidance forecast original',
  'revised-target': 'revised target guidance forecast outlook',
  plan: 'plan planned expected',
};

const STOP_WORDS = new Set(
  'a an and are as at be by did do does for from give had has have how in is it its me much of on or the to total was were what when which who with you'.split(
    ' ',
  ),
);

function kindWords(fact: Fact): string {
  const keys = [fact.measure, fact.base ?? '', fact.scenario, fact.unit];
  return keys.map((key) => KINDS[key] ?? '').join(' ');
}

function periodWords(period: Period, startMonth: number): string {
  const spelled = [period, shortPeriod(period), describePeriod(period, startMonth)];
  const parts = partsOf(period);
  if (parts.kind === 'quarter') {
    const ordinal = ['first', 'second', 'third', 'fourth'][parts.quarter - 1] ?? '';
    spelled.push(`Q${parts.quarter} FY${parts.fy % 100} ${ordinal} quarter fiscal ${parts.fy}`);
  }
  if (parts.kind === 'nine-months') spelled.push('9M nine months YTD cumulative 1Q-3Q');
  if (parts.kind === 'year') spelled.push(`FY${parts.fy % 100} fiscal ${parts.fy} full year annual`);
  return spelled.join(' ');
}

/** Indexes one entry a fact with minisearch (BM25); the best hit is the answer, as printed. */
export function buildSearchBox(base: FactBase): SearchBox {
  const { startMonth } = base.calendar;
  const index = new MiniSearch({
    fields: ['metric', 'segment', 'period', 'kind', 'section'],
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: { prefix: true, fuzzy: 0.2 },
  });
  index.addAll(
    base.facts.map((fact, id) => {
      const metric = metricOf(base, fact.metric);
      const segment = segmentOf(base, fact.segment);
      return {
        id,
        metric: [metric.label, ...metric.aliases].join(' '),
        segment: [segment.label, ...segment.aliases].join(' '),
        period: periodWords(fact.period, startMonth),
        kind: kindWords(fact),
        section: fact.sections.map((s) => `${s} ${base.sections.get(s)?.title ?? ''}`).join(' '),
      };
    }),
  );
  return (question) => {
    const [best] = index.search(question);
    const fact = best && base.facts[Number(best.id)];
    if (!fact) return { status: 'declined', figures: [], sections: [], text: 'Nothing found.' };
    const { value, unit, sections, printed, period } = fact;
    const names = `${metricOf(base, fact.metric).label}, ${segmentOf(base, fact.segment).label}`;
    return {
      status: 'answered',
      figures: [{ value: typeof value === 'string' ? value : value.toNumber(), unit, sections }],
      sections,
      text: `${names}: ${printed} ${unit}, ${describePeriod(period, startMonth)}`,
    };
  };
}
