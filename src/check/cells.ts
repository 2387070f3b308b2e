import { type FactBase, factsOf, isCovered } from '../facts/base.ts';
import { CONSOLIDATED, type Scenario } from '../model/fact.ts';
import { type Period, shiftYears } from '../model/period.ts';
import { changeOf } from '../resolve/change.ts';
import type { At } from '../resolve/figure.ts';
import { level } from '../resolve/level.ts';
import { likelyPeriods, yearOf } from '../resolve/bind/period.ts';
import { fit, settle } from '../resolve/periods.ts';
import type { Draft } from './claim.ts';

/** The cells that a claim can be about, the likeliest first: what it says is kept, what it leaves open is filled. */
export function cellsOf(base: FactBase, draft: Draft): At[] {
  const found = cellsIn(base, draft);
  if (draft.scenario === null || !draft.periodSaid || found.some((at) => isKnown(base, at))) return found;
  const actual = cellsIn(base, { ...draft, scenario: null });
  return actual.some((at) => isKnown(base, at)) ? actual : found;
}

function cellsIn(base: FactBase, draft: Draft): At[] {
  const found: At[] = [];
  for (const metric of metricsOf(base, draft)) {
    for (const segment of segmentsOf(base, metric, draft)) {
      for (const scenario of scenariosOf(draft)) {
        const cells = periodsOf(base, { metric, segment, scenario }, draft).map((period) => ({
          metric,
          segment,
          period,
          scenario,
        }));
        found.push(...cells);
        // A target answers only where nothing actual does, unless it is spoken of.
        if (draft.scenario === null && cells.some((at) => isKnown(base, at))) break;
      }
    }
  }
  return found;
}

/** Whether anything is known of a cell. */
function isKnown(base: FactBase, at: At): boolean {
  return (
    level(base, at) !== null ||
    changeOf(base, at, shiftYears(at.period, -1)) !== null ||
    factsOf(base, at.metric, at.segment).some((f) => f.period === at.period && f.scenario === at.scenario)
  );
}

const unique = <T>(list: readonly T[]): T[] => [...new Set(list)];

/** The ratios of which a metric is the numerator, those over revenue first. */
function ratiosOf(base: FactBase, id: string): string[] {
  return [...base.metrics.values()]
    .filter((m) => m.ratio?.[0] === id && m.unit === 'percent')
    .map((m) => m.id);
}

function metricsOf(base: FactBase, draft: Draft): string[] {
  const named = namedMetrics(base, draft);
  const unit = draft.numeral?.unit;
  const wantsRatio =
    unit === 'points' ||
    (unit === 'percent' && (draft.kind === 'level' || draft.kind === 'share' || draft.kind === 'from'));
  if (!wantsRatio || draft.whole) return named;
  const ratios = named.flatMap((id) =>
    base.metrics.get(id)?.unit === 'percent' ? [id] : ratiosOf(base, id),
  );
  return ratios.length > 0 ? unique(ratios) : named;
}

function namedMetrics(base: FactBase, { subject, context, whole, numeral, kind }: Draft): string[] {
  if (!subject) return [];
  const opened = subject.metrics.flatMap((id) => base.metrics.get(id)?.ambiguous ?? [id]);
  if (opened.length > 0) return unique(opened);
  const { segment } = subject;
  if (segment === null) return [];
  const own = base.segments.get(segment)?.metric;
  if (kind === 'share' && whole && whole.metrics.length > 0) return unique(whole.metrics);
  if (subject.result) return resultsOf(base, segment);
  const counts =
    numeral?.bare === true
      ? [...base.metrics.values()]
          .filter((m) => m.unit === 'count' && isCovered(base, m.id, segment))
          .map((m) => m.id)
      : [];
  const carried = (context?.metrics ?? []).filter((id) => isCovered(base, id, segment));
  return unique([...counts, ...carried, ...(own === undefined ? [] : [own])]);
}

/** The results of a segment, from which "lost" and "earned" choose: those with a name for a loss, the printed ones. */
function resultsOf(base: FactBase, segment: string): string[] {
  return [...base.metrics.values()]
    .filter((m) => m.loss !== undefined && m.nature === 'flow' && isCovered(base, m.id, segment))
    .map((m) => m.id);
}

function segmentsOf(base: FactBase, metric: string, draft: Draft): string[] {
  const { subject, context } = draft;
  if (subject && subject.segment !== null) return opened(base, subject.segment);
  const carried = context?.segment ?? null;
  const lead = draft.contextLeads;
  const fits = (s: string | null): s is string => s !== null && (lead || isCovered(base, metric, s));
  const others = [...base.segments.keys()].filter((s) => s !== CONSOLIDATED && isCovered(base, metric, s));
  const [only] = others;
  const alone = !isCovered(base, metric, CONSOLIDATED) && others.length === 1 && only !== undefined;
  return unique([
    ...(lead && fits(carried) ? [carried] : []),
    ...(alone ? [only] : [CONSOLIDATED]),
    ...(fits(carried) ? [carried] : []),
  ]);
}

const opened = (base: FactBase, id: string): string[] => [...(base.segments.get(id)?.ambiguous ?? [id])];

function scenariosOf(draft: Draft): Scenario[] {
  switch (draft.scenario) {
    case 'target':
      return draft.kind === 'from' ? ['initial-target', 'revised-target'] : ['revised-target', 'plan'];
    case 'initial':
      return ['initial-target'];
    case 'revised':
      return ['revised-target'];
    case null:
      return ['actual', 'plan', 'revised-target'];
  }
}

function periodsOf(
  base: FactBase,
  at: { metric: string; segment: string; scenario: Scenario },
  draft: Draft,
): Period[] {
  const likely = likelyPeriods(base, at.metric, at.segment, at.scenario);
  const { period } = draft;
  if (period === null) return unique(likely);
  const settled = settle(period, base.calendar, base.document.date);
  const targeted = at.scenario !== 'actual';
  switch (settled.kind) {
    case 'period':
    case 'month': {
      const asked = fit(base, at.metric, settled.period) ?? settled.period;
      const year = targeted ? yearOf(base, asked) : asked;
      const covered = (p: Period): boolean => isKnown(base, { ...at, period: p });
      if (covered(asked)) return [asked];
      if (covered(year) && draft.scenario !== null) return [year];
      return draft.periodSaid ? [asked] : [asked, ...likely];
    }
    case 'relative': {
      const [from] = likely;
      return from === undefined || settled.unit === 'quarter' ? likely : [shiftYears(from, settled.by)];
    }
    case 'series':
      return likely;
    case 'unsupported':
      return [];
  }
}
