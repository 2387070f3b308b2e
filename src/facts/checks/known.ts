import type { Origin } from '../../model/fact.ts';
import type { Problem } from '../problem.ts';

/** One mention of an id, and where it stands. */
export interface Mention {
  id: string;
  place: Origin;
}

/** A problem for each mentioned id that is not among the known ones, with the nearest known ids. */
export function unknownIds(
  kind: string,
  mentions: readonly Mention[],
  known: ReadonlySet<string>,
  home: string,
): Problem[] {
  return mentions
    .filter((m) => !known.has(m.id))
    .map((m) => ({
      ...m.place,
      what: `no ${kind} has the id "${m.id}"`,
      expected: nearIds(m.id, known),
      remedy: `Mend the id, or add the ${kind} to ${home}`,
    }));
}

function nearIds(id: string, known: ReadonlySet<string>): string {
  const words = id.split('-');
  const near = [...known].filter((k) => k.split('-').some((word) => words.includes(word))).slice(0, 3);
  return near.length === 0 ? '' : `an id such as ${near.join(', ')}`;
}
