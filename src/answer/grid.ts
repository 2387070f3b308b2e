import { type FactBase, metricOf, segmentOf } from '../facts/base.ts';
import type { Figure } from '../model/answer.ts';
import type { MetricId, SegmentId } from '../model/fact.ts';
import { endOf, type Period } from '../model/period.ts';
import { level } from '../resolve/level.ts';
import { comparisonsToPick, metricsToPick, periodsToPick, questionOf, segmentsToPick } from './catalogue.ts';

/** A cell of the catalogue: its figure, or null where only changes are printed, and the question that asks for it. */
export interface GridCell {
  figure: Figure | null;
  question: string;
}

/** A row: a metric of a segment, with its cells by period. */
export interface GridRow {
  metric: MetricId;
  segment: SegmentId;
  name: string;
  unit: string;
  cells: ReadonlyMap<Period, GridCell>;
}

export interface Grid {
  periods: readonly Period[];
  rows: readonly GridRow[];
}

const grids = new WeakMap<FactBase, Grid>();

/**
 * Every metric by segment and period that has an answer, with the question for each cell. The latest period comes first;
 * those that end after the document's latest quarter, which have little but targets, come last.
 */
export function gridOf(base: FactBase): Grid {
  const kept = grids.get(base);
  if (kept) return kept;
  const rows = metricsToPick(base).flatMap(({ id: metric }) =>
    segmentsToPick(base, metric).map((segment) => rowOf(base, metric, segment)),
  );
  const { latestQuarter, startMonth } = base.calendar;
  const last = (p: Period): string => endOf(p, startMonth) ?? p;
  const ahead = (p: Period): number => Number(last(p) > last(latestQuarter));
  const periods = [...new Set(rows.flatMap((r) => [...r.cells.keys()]))].sort(
    (a, b) =>
      ahead(a) - ahead(b) || last(b).localeCompare(last(a)) || a.length - b.length || a.localeCompare(b),
  );
  const grid = { periods, rows };
  grids.set(base, grid);
  return grid;
}

function rowOf(base: FactBase, metric: MetricId, segment: SegmentId): GridRow {
  const cells = periodsToPick(base, metric, segment).flatMap((period): [Period, GridCell][] => {
    const [comparison] = comparisonsToPick(base, metric, segment, period);
    const question =
      comparison === undefined ? null : questionOf(base, { metric, segment, period, comparison });
    if (question === null) return [];
    return [[period, { figure: level(base, { metric, segment, period, scenario: 'actual' }), question }]];
  });
  const { label, unit } = metricOf(base, metric);
  return {
    metric,
    segment,
    name: `${label} · ${segmentOf(base, segment).label}`,
    unit,
    cells: new Map(cells),
  };
}
