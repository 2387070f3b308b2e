import { type FactBase, factsOf, factsOfSegment } from '../../facts/base.ts';
import { CONSOLIDATED, type Fact } from '../../model/fact.ts';
import { itemsIn } from '../../model/query.ts';
import { mentionsOf } from '../../understand/said.ts';
import type { Frame, FrameItem } from '../frame.ts';
import { findNotes } from '../notes.ts';
import type { Bound } from '../outcome.ts';
import { refused } from './common.ts';
import { itemOf, wishOf } from './wish.ts';

/** Where something is printed: a section named, headed so, or holding the figure. */
export function bindSource(base: FactBase, frame: Frame): Bound {
  const { said } = frame;
  const [section] = mentionsOf(said, 'section');
  if (section)
    return {
      kind: 'query',
      query: { intent: 'source', sections: [section.id], item: null, unit: null },
      caveats: [],
    };
  const [cover] = base.sections.keys();
  if (said.sets.has('document') && cover !== undefined && named(frame).length === 0)
    return {
      kind: 'query',
      query: { intent: 'source', sections: [cover], item: null, unit: null },
      caveats: [],
    };
  const headed = sectionsHeaded(base, frame);
  const things = named(frame);
  const item = things.length > 0 ? itemOf(base, frame) : null;
  const printed = item
    ? factsOf(base, item.metric.value, item.segment.value)
        .filter((f) => f.period === item.period.value && f.measure === 'level')
        .flatMap((f) => f.sections)
    : [];
  const has = things.flatMap((i) =>
    [...base.sections.values()].filter((s) => i.metric !== null && s.has.includes(i.metric)).map((s) => s.id),
  );
  const bySegment = things.flatMap((i) => factsNamed(base, i).flatMap((f) => f.sections));
  const sections = [
    ...new Set([
      ...headed,
      ...(things.length > 1 ? [] : printed),
      ...(things.length > 1 ? has : printed.length > 0 ? [] : bySegment),
      ...(printed.length === 0 && bySegment.length === 0 ? has : []),
    ]),
  ];
  if (sections.length > 0) {
    const kept = frame.followUp && said.mentions.length === 0 ? itemsIn(frame.previous) : [];
    return {
      kind: 'query',
      query: {
        intent: 'source',
        sections,
        item: things.length === 1 && item && printed.length > 0 ? item : (kept[0] ?? null),
        unit: null,
      },
      caveats: [],
    };
  }
  const [note] = findNotes(base, wishOf(base, frame), [
    'reason',
    'plan',
    'event',
    'list',
    'definition',
    'remark',
    'contact',
  ]);
  if (note && note.score >= 5)
    return {
      kind: 'query',
      query: { intent: 'source', sections: note.note.sections, item: null, unit: null },
      caveats: [],
    };
  return refused({
    code:
      frame.followUp || (frame.said.mentions.length === 0 && frame.said.unknown.length === 0)
        ? 'no-context'
        : 'no-source',
    words: said.unknown,
  });
}

const named = (frame: Frame): FrameItem[] =>
  frame.items.filter((i) => i.metric !== null || (i.segment !== null && i.segment !== CONSOLIDATED));

/** The facts of a segment that was named, of one metric where one was. */
function factsNamed(base: FactBase, { metric, segment }: FrameItem): readonly Fact[] {
  if (segment === null) return [];
  return metric === null ? factsOfSegment(base, segment) : factsOf(base, metric, segment);
}

const COMMON = new Set([
  'consolidated',
  'financial',
  'result',
  'cumulative',
  'for',
  'of',
  'and',
  'the',
  'reference',
  'data',
  'other',
  'number',
  'information',
]);

/** Sections whose title the question repeats. */
function sectionsHeaded(base: FactBase, frame: Frame): string[] {
  const text = new Set(
    frame.said.text
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .flatMap((w) => [w, w.replace(/s$/, '')]),
  );
  const scored = [...base.sections.values()].map((s) => {
    const words = [
      ...new Set(
        s.title
          .toLowerCase()
          .split(/[^a-z0-9]+/)
          .map((w) => w.replace(/s$/, '')),
      ),
    ].filter((w) => w.length > 2 && !COMMON.has(w) && !/^(?:fy)?\d+$/.test(w));
    const hits = words.filter((w) => text.has(w)).length;
    return { id: s.id, whole: words.length > 0 && hits === words.length };
  });
  return scored.filter((s) => s.whole).map((s) => s.id);
}
