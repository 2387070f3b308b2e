import type { FactBase } from '../../facts/base.ts';
import { foldName } from '../../lexicon/fold.ts';
import { longestName } from '../../lexicon/names.ts';
import { searchNames } from '../../lexicon/search.ts';
import type { SectionId } from '../../model/fact.ts';
import { parsePeriod, type Period, spell } from '../../model/period.ts';
import { UsageError } from './status.ts';

type Kind = 'metric' | 'segment';

/** The id of the metric or segment that an option names by its id or one of its names. Throws UsageError with the nearest ones. */
export function namedTarget(base: FactBase, kind: Kind, name: string): string {
  const known = kind === 'metric' ? base.metrics : base.segments;
  const id = name.trim().toLowerCase();
  if (known.has(id)) return id;
  const words = foldName(name);
  const exact = longestName(base.names, words, 0);
  if (exact?.to === words.length && exact.name.target.kind === kind) return exact.name.target.id;
  const near = searchNames(base.names, name, 20)
    .filter((hit) => hit.target.kind === kind)
    .slice(0, 3)
    .map((hit) => `"${known.get(hit.target.id)?.label ?? hit.target.id}"`);
  const hint = near.length === 0 ? '' : `; near: ${near.join(', ')}`;
  throw new UsageError(`no ${kind} is called "${name}"${hint}`);
}

/** The section with this id in any case. Throws UsageError with the ids there are. */
export function namedSection(base: FactBase, name: string): SectionId {
  const ids = [...base.sections.keys()];
  const id = ids.find((s) => s.toLowerCase() === name.trim().toLowerCase());
  if (id === undefined) throw new UsageError(`no section is called "${name}"; there are ${ids.join(', ')}`);
  return id;
}

/** The period of a spelling in any case. Throws UsageError with the spellings there are. */
export function namedPeriod(text: string): Period {
  const parts = parsePeriod(text.trim().toUpperCase()) ?? parsePeriod(text.trim().toLowerCase());
  if (!parts) {
    const spellings = '3Q11, 1H FY2011, 9M FY2011, FY2011, 2011-12-31 or 2012-02';
    throw new UsageError(`"${text}" is not a period; write it like ${spellings}`);
  }
  return spell(parts);
}
