import { metricsToPick } from '../../answer/catalogue.ts';
import type { FactBase } from '../../facts/base.ts';
import { searchNames } from '../../lexicon/search.ts';
import type { Metric } from '../../model/fact.ts';

/** How many metrics a typeahead offers. */
const MOST = 20;

/**
 * The metrics that some typed letters may mean: first those with a name that begins so, then with a word that does, then
 * what fuse.js finds near them, misspelt or not, labels before other names. All metrics for no letters.
 */
export function metricsNear(base: FactBase, typed: string, most = MOST): Metric[] {
  const metrics = metricsToPick(base);
  const wanted = typed.trim().toLowerCase();
  if (wanted === '') return metrics.slice(0, most);
  const names = (m: Metric): string[] => [m.label, ...m.aliases].map((n) => n.toLowerCase());
  const begin = metrics.filter((m) => m.label.toLowerCase().startsWith(wanted));
  const named = metrics.filter((m) => names(m).some((n) => n.startsWith(wanted)));
  const within = metrics.filter((m) => names(m).some((n) => n.includes(` ${wanted}`)));
  const near = searchNames(base.names, wanted, MOST * 2).flatMap(({ target, text }) =>
    metrics.filter((m) => target.kind === 'metric' && m.id === target.id).map((metric) => ({ metric, text })),
  );
  const byLabel = near.filter(({ metric, text }) => metric.label === text);
  return [...new Set([...begin, ...named, ...within, ...[...byLabel, ...near].map((n) => n.metric)])].slice(
    0,
    most,
  );
}
