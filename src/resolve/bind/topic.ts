import type { FactBase } from '../../facts/base.ts';
import type { Period } from '../../model/period.ts';
import type { Direction, Item } from '../../model/query.ts';
import { mentionsOf } from '../../understand/said.ts';
import { changeOf } from '../change.ts';
import type { Frame } from '../frame.ts';
import { itemsIn } from '../../model/query.ts';
import type { Bound } from '../outcome.ts';
import { findNotes, type NoteHit, type NoteWish } from '../notes.ts';
import { settle } from '../periods.ts';
import { atOf, bindBase } from './base.ts';
import { directionOf } from './check.ts';
import { hasChange, hasLevel, refused } from './common.ts';
import { bindItem } from './item.ts';

/** Questions that are answered in words: why, what it means, lists, where it is printed. */
export function bindTopic(
  base: FactBase,
  frame: Frame,
  intent: 'explain' | 'define' | 'list' | 'source',
  lookup: () => Bound,
): Bound {
  switch (intent) {
    case 'explain':
      return bindExplain(base, frame);
    case 'define':
      return bindDefine(base, frame);
    case 'list':
      return bindList(base, frame, lookup);
    case 'source':
      return bindSource(base, frame);
  }
}

function wishOf(base: FactBase, frame: Frame): NoteWish {
  const { said } = frame;
  const settled = frame.items
    .map((i) => (i.period ? settle(i.period, base.calendar, base.document.date) : null))
    .find((s) => s?.kind === 'period');
  const period: Period | null = settled?.kind === 'period' ? settled.period : null;
  const baseKind =
    frame.base === null ? null : frame.base.kind === 'period' ? relative(base, frame) : frame.base.kind;
  return {
    text: said.text,
    about: frame.items
      .flatMap((i) =>
        (i.metric === null ? [null] : (base.metrics.get(i.metric)?.ambiguous ?? [i.metric])).map(
          (metric) => ({ metric, segment: i.segment }),
        ),
      )
      .filter((a) => a.metric !== null || a.segment !== null),
    period,
    base: baseKind,
    direction: directionOf(said.tags, said.text, false),
  };
}

function relative(base: FactBase, frame: Frame): 'yoy' | 'qoq' | null {
  if (frame.base?.kind !== 'period') return null;
  const settled = settle(frame.base.said, base.calendar, base.document.date);
  if (settled.kind !== 'relative') return null;
  return settled.unit === 'year' ? 'yoy' : 'qoq';
}

/** A cell for a topic if one was named; a failure to bind is no matter here. */
function itemOf(base: FactBase, frame: Frame): Item | null {
  const [first] = frame.items;
  if (!first || (first.metric === null && first.segment === null)) return null;
  const change = bindItem(base, first, null, hasChange(base, frame));
  if (change.ok) return change.item;
  const plain = bindItem(base, first, null, hasLevel(base));
  return plain.ok ? plain.item : null;
}

/** How far below the best note another may stand and still be told. */
const NEAR = 3;

const close = (hits: readonly NoteHit[], most: number): NoteHit[] =>
  hits.filter((h) => h.score >= (hits[0]?.score ?? 0) - NEAR).slice(0, most);

function bindExplain(base: FactBase, frame: Frame): Bound {
  const wish = wishOf(base, frame);
  const item = itemOf(base, frame);
  const from = item ? bindBase(base, frame, item) : null;
  const reasons = findNotes(base, wish, ['reason', 'plan', 'event'])
    .filter((h) => h.note.kind === 'reason' || h.by !== 'about')
    .filter((h) => wish.about.length === 0 || h.by === 'about' || h.score >= 9);
  const ranked = reasons
    .map((h) => ({
      ...h,
      score:
        h.score + (h.note.kind === 'reason' ? 4 : 0) + (item && h.note.period === item.period.value ? 1 : 0),
    }))
    .sort((a, b) => b.score - a.score);
  const fitting = ranked.filter((h) => h.score >= 5);
  const query = {
    intent: 'explain' as const,
    item,
    base: from,
    direction: wish.direction,
    notes: close(fitting, 2).map((h) => h.note.id),
    unit: frame.unit,
  };
  if (query.notes.length > 0) return { kind: 'query', query, caveats: [] };
  if (wish.about.length === 0)
    return refused({ code: frame.followUp ? 'no-context' : 'no-reason', words: frame.said.unknown });
  return refused({
    code: 'no-reason',
    metric: item?.metric.value ?? wish.about[0]?.metric ?? undefined,
    segment: item?.segment.value ?? wish.about[0]?.segment ?? undefined,
  });
}

function bindDefine(base: FactBase, frame: Frame): Bound {
  const wish = wishOf(base, frame);
  const [section] = mentionsOf(frame.said, 'section');
  const hits = findNotes(base, { ...wish, direction: null, section: section?.id }, [
    'definition',
    'remark',
    'list',
  ]).filter((h) => h.note.kind === 'definition' || h.score >= 12);
  const [best] = hits;
  if (!best || best.score < 5) return refused({ code: 'no-definition', words: frame.said.unknown });
  return { kind: 'query', query: { intent: 'define', note: best.note.id, unit: null }, caveats: [] };
}

function bindList(base: FactBase, frame: Frame, lookup: () => Bound): Bound {
  const wish = wishOf(base, frame);
  const parts = frame.sets.has('parts') ? partsOf(base, frame) : [];
  if (parts.length > 1)
    return { kind: 'query', query: { intent: 'compare', items: parts, unit: frame.unit }, caveats: [] };
  if (frame.sets.has('parts') && !frame.said.cues.some((c) => c.intent === 'list' && c.weight > 50))
    return lookup();
  const figures = frame.sets.has('figures') ? figuresOf(base, frame) : [];
  if (figures.length > 1)
    return { kind: 'query', query: { intent: 'compare', items: figures, unit: frame.unit }, caveats: [] };
  const [section] = mentionsOf(frame.said, 'section');
  if (section)
    return {
      kind: 'query',
      query: { intent: 'list', notes: [], metrics: base.sections.get(section.id)?.has ?? [], unit: null },
      caveats: [],
    };
  if (
    /\b(?:metrics|figures|data|kpis?|numbers)\b.*\b(?:have|there|available|know|cover|list)|\blist\b.*\b(?:metrics|figures|kpis?)\b/i.test(
      frame.said.text,
    ) &&
    wish.about.length === 0
  ) {
    return {
      kind: 'query',
      query: {
        intent: 'list',
        notes: [],
        metrics: [...new Set(base.facts.map((f) => f.metric))],
        unit: null,
      },
      caveats: [],
    };
  }
  const hits = findNotes(base, wish, ['list', 'plan', 'event', 'contact']);
  const [best] = hits;
  if (best && best.score >= 7)
    return {
      kind: 'query',
      query: {
        intent: 'list',
        notes: close(
          hits.filter((h) => h.note.kind === best.note.kind),
          1,
        ).map((h) => h.note.id),
        metrics: [],
        unit: null,
      },
      caveats: [],
    };
  if (wish.about.some((a) => a.metric !== null)) return lookup();
  return refused({ code: 'no-list', words: frame.said.unknown });
}

/** All that is printed of a segment for the period asked, or the cumulative one. */
function figuresOf(base: FactBase, frame: Frame): Item[] {
  const item = frame.items.find((i) => i.segment !== null && i.metric === null);
  if (!item) return [];
  const metrics = [
    ...new Set(
      base.facts.filter((f) => f.segment === item.segment && f.measure === 'level').map((f) => f.metric),
    ),
  ];
  const period = item.period ?? { type: 'fixed' as const, period: base.calendar.cumulative };
  return metrics.flatMap((metric) => {
    const bound = bindItem(base, { ...item, metric, period }, null, hasLevel(base));
    return bound.ok ? [bound.item] : [];
  });
}

/** What a named figure is made of: the terms of its identity, the parts of its segment, the lines of its statement. */
function partsOf(base: FactBase, frame: Frame): Item[] {
  return frame.items.slice(0, 1).flatMap((item): Item[] => {
    if (item.metric === null) return [];
    const statement = base.document.lost.find((l) => l.metric === item.metric && l.statement === 'true');
    const terms =
      statement?.instead ?? base.metrics.get(item.metric)?.is?.filter((t) => !t.startsWith('-')) ?? [];
    const splits =
      item.segment === null
        ? []
        : (base.segments.get(item.segment)?.splits?.find((s) => s.for.includes(item.metric ?? ''))?.parts ??
          []);
    const wanted =
      terms.length > 1
        ? terms.map((t) => ({ ...item, metric: t.split(' ')[0] ?? t }))
        : splits.map((segment) => ({ ...item, segment }));
    return wanted.flatMap((w) => {
      const bound = bindItem(base, w, null, hasLevel(base));
      return bound.ok ? [bound.item] : [];
    });
  });
}

function bindSource(base: FactBase, frame: Frame): Bound {
  const { said } = frame;
  const [section] = mentionsOf(said, 'section');
  if (section)
    return {
      kind: 'query',
      query: { intent: 'source', sections: [section.id], item: null, unit: null },
      caveats: [],
    };
  const headed = sectionsHeaded(base, frame);
  const named = frame.items.filter((i) => i.metric !== null || i.segment !== null);
  const item = itemOf(base, frame);
  const printed = item
    ? base.facts
        .filter(
          (f) =>
            f.metric === item.metric.value &&
            f.segment === item.segment.value &&
            f.period === item.period.value &&
            f.measure === 'level',
        )
        .flatMap((f) => f.sections)
    : [];
  const has = named.flatMap((i) =>
    [...base.sections.values()].filter((s) => i.metric !== null && s.has.includes(i.metric)).map((s) => s.id),
  );
  const bySegment = named.flatMap((i) =>
    base.facts
      .filter(
        (f) => (i.metric === null || f.metric === i.metric) && i.segment !== null && f.segment === i.segment,
      )
      .flatMap((f) => f.sections),
  );
  const sections = [
    ...new Set([
      ...headed,
      ...(named.length > 1 ? [] : printed),
      ...(named.length > 1 ? has : bySegment),
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
        item: named.length === 1 && item && printed.length > 0 ? item : (kept[0] ?? null),
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
  return refused({ code: frame.followUp ? 'no-context' : 'no-source', words: said.unknown });
}

const COMMON = new Set([
  'consolidated',
  'financial',
  'result',
  'fy2011',
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
    ].filter((w) => w.length > 2 && !COMMON.has(w));
    const hits = words.filter((w) => text.has(w)).length;
    return { id: s.id, whole: words.length > 0 && hits === words.length };
  });
  return scored.filter((s) => s.whole).map((s) => s.id);
}

/** The movement that really happened, for putting a false premise right. */
export function actualDirection(base: FactBase, item: Item, from: Period): Direction | null {
  const change = changeOf(base, atOf(item), from);
  const value = change?.amount?.value ?? change?.percent?.value;
  if (value === undefined || typeof value === 'string') return null;
  return value.gt(0) ? 'up' : value.lt(0) ? 'down' : 'flat';
}
