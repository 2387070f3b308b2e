import { type FactBase, figureCounts, metricOf, segmentOf } from '../../facts/base.ts';
import { CONSOLIDATED, type Fact, type Metric, type Section } from '../../model/fact.ts';
import { alignRows } from './table.ts';

const UNIT_NAMES: Readonly<Record<number, string>> = { 6: 'JPY million', 9: 'JPY billion' };

const unitName = (fact: Fact): string =>
  fact.unit === 'JPY' ? (UNIT_NAMES[fact.scale] ?? 'JPY') : fact.unit;

/** What a fact is beside a plain actual level: "change yoy, revised-target". */
function kindOf(base: FactBase, fact: Fact): string {
  const against =
    fact.measure === 'share' && fact.base !== null
      ? ` of ${(base.metrics.get(fact.base)?.label ?? fact.base).toLowerCase()}`
      : ` ${fact.base ?? ''}`;
  const measure = fact.measure === 'level' ? '' : `${fact.measure}${against}`;
  return [measure, fact.scenario === 'actual' ? '' : fact.scenario].filter((s) => s !== '').join(', ');
}

/** Facts as a table for reading, with a heading. */
export function factTable(base: FactBase, facts: readonly Fact[]): string {
  const rows = facts.map((f) => [
    f.sections.join(', '),
    metricOf(base, f.metric).label,
    f.segment === CONSOLIDATED ? '' : segmentOf(base, f.segment).label,
    f.period,
    kindOf(base, f),
    `${f.bound === 'over' ? 'over ' : ''}${f.printed}`,
    unitName(f),
  ]);
  return alignRows(
    [['section', 'metric', 'segment', 'period', 'kind', 'printed', 'unit'], ...rows],
    new Set([5]),
  );
}

/** Metrics as a table: label, unit, how many names it goes by, how many figures are printed. */
export function metricTable(base: FactBase, metrics: readonly Metric[]): string {
  const counts = figureCounts(base);
  const rows = metrics.map((m) => [
    m.label,
    m.unit,
    String(m.aliases.length),
    counts.has(m.id) ? String(counts.get(m.id)) : 'none',
    m.id,
  ]);
  return alignRows([['metric', 'unit', 'names', 'printed', 'id'], ...rows], new Set([2, 3]));
}

/** Sections as a table of ids and titles. */
export function sectionTable(sections: Iterable<Section>): string {
  return alignRows([...sections].map((s) => [s.id, s.title]));
}

/** One section: its title, what it covers, and its metrics with the segments and how many figures they print. */
export function sectionPage(base: FactBase, section: Section): string {
  const printed = base.facts.filter((f) => f.sections.includes(section.id));
  const metrics = new Set([...printed.map((f) => f.metric), ...section.has]);
  const rows = [...metrics].map((id) => {
    const facts = printed.filter((f) => f.metric === id);
    const segments = new Set(facts.map((f) => segmentOf(base, f.segment).label));
    const count = facts.length === 0 ? 'none' : String(facts.length);
    return [metricOf(base, id).label, count, [...segments].join(', ')];
  });
  const table = alignRows([['metric', 'printed', 'of'], ...rows], new Set([1]));
  return `${section.id}  ${section.title}\n${section.covers}\n\n${table}`;
}
