import { type FactBase, metricOf, segmentOf } from '../../src/facts/base.ts';
import type { Fact } from '../../src/model/fact.ts';
import { describePeriod, partsOf, type Period, shortPeriod } from '../../src/model/period.ts';
import type { Reply } from '../score.ts';

/** What users would type into otherwise: a search box over the same figures, with the same names. */
export type SearchBox = (question: string) => Reply;

/** A fact as a search box indexes it: one entry each, its place in the base as id. */
export interface Entry {
  id: number;
  metric: string;
  segment: string;
  period: string;
  kind: string;
  section: string;
}

export const FIELDS = ['metric', 'segment', 'period', 'kind', 'section'] as const;

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

/** The facts of a base as entries, with every name that the vocabulary has for them. */
export function entriesOf(base: FactBase): Entry[] {
  return base.facts.map((fact, id) => {
    const metric = metricOf(base, fact.metric);
    const segment = segmentOf(base, fact.segment);
    return {
      id,
      metric: [metric.label, ...metric.aliases].join(' '),
      segment: [segment.label, ...segment.aliases].join(' '),
      period: periodWords(fact.period, base.calendar.startMonth),
      kind: kindWords(fact),
      section: fact.sections.map((s) => `${s} ${base.sections.get(s)?.title ?? ''}`).join(' '),
    };
  });
}

/** The entry found as an answer: its figure as printed; a decline where nothing was found. */
export function replyOf(base: FactBase, id: number | undefined): Reply {
  const fact = id === undefined ? undefined : base.facts[id];
  if (!fact) return { status: 'declined', figures: [], sections: [], text: 'Nothing found.' };
  const { value, unit, sections, printed, period } = fact;
  const names = `${metricOf(base, fact.metric).label}, ${segmentOf(base, fact.segment).label}`;
  return {
    status: 'answered',
    figures: [{ value: typeof value === 'string' ? value : value.toNumber(), unit, sections }],
    sections,
    text: `${names}: ${printed} ${unit}, ${describePeriod(period, base.calendar.startMonth)}`,
  };
}
