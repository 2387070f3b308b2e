import type { FactBase } from '../../facts/base.ts';
import { mentionsOf } from '../../understand/said.ts';
import type { Frame } from '../frame.ts';
import { findNotes } from '../notes.ts';
import type { Bound } from '../outcome.ts';
import { type Again, refused } from './common.ts';
import { wishOf } from './wish.ts';

const WHICH = /\b(?:which|what)(?: of)?(?: the| its| their| iij's)?\s*$/i;
const MANY = /(?:services|svcs|businesses|lines|products|categories)$/i;

/** "Which outsourcing services grew": the members of a segment, not the segment; null where no members are asked for. */
export function membersMoved(base: FactBase, frame: Frame, again: Again): Bound | null {
  const [item, more] = frame.items;
  const [segment] = mentionsOf(frame.said, 'segment');
  if (!item?.segment || more || !segment) return null;
  const { text } = frame.said;
  if (!WHICH.test(text.slice(0, segment.start)) || !MANY.test(text.slice(segment.start, segment.end)))
    return null;
  const parts = base.segments.get(item.segment)?.splits?.[0]?.parts ?? [];
  if (parts.length > 1) return again({ ...frame, sets: new Set([...frame.sets, 'by:change']) }, 'rank');
  const wish = wishOf(base, frame);
  const metric = item.metric ?? base.segments.get(item.segment)?.metric;
  const [best] = findNotes(base, wish, ['list', 'reason']).filter(
    (h) =>
      h.score >= 7 &&
      h.note.about.some((a) => a.segment === item.segment && a.metric === metric) &&
      (h.note.direction ?? wish.direction) === wish.direction,
  );
  return best
    ? {
        kind: 'query',
        query: { intent: 'list', notes: [best.note.id], metrics: [], unit: null },
        caveats: [],
      }
    : refused({ code: 'no-list' });
}
