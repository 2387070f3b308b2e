import type { FactBase } from '../../facts/base.ts';
import { foldName } from '../../lexicon/fold.ts';
import type { Period } from '../../model/period.ts';
import type { Direction, Item } from '../../model/query.ts';
import { mentionsOf } from '../../understand/said.ts';
import { changeOf } from '../change.ts';
import type { Frame } from '../frame.ts';
import { findNotes, type NoteHit, type NoteWish } from '../notes.ts';
import type { Bound } from '../outcome.ts';
import { atOf, bindBase } from './base.ts';
import { mainClause } from './clause.ts';
import { refused } from './common.ts';
import { figuresOf, partsOf } from './parts.ts';
import { bindSource } from './source.ts';
import { itemOf, wishOf } from './wish.ts';

/** Questions that are answered in words: why, what it means, lists, where it is printed. */
export function bindTopic(
  base: FactBase,
  frame: Frame,
  intent: 'explain' | 'define' | 'list' | 'source',
  lookup: () => Bound,
): Bound {
  switch (intent) {
    case 'explain':
      if (frame.sets.has('even')) return bindBreakEven(base, frame);
      return frame.sets.has('comment')
        ? bindComment(base, frame, lookup)
        : bindExplain(base, mainClause(base, frame));
    case 'define':
      return bindDefine(base, frame);
    case 'list':
      return bindList(base, frame, lookup);
    case 'source':
      return bindSource(base, frame);
  }
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
    return refused({
      code: frame.followUp || frame.said.unknown.length === 0 ? 'no-context' : 'no-reason',
      words: frame.said.unknown,
    });
  return refused({
    code: 'no-reason',
    metric: item?.metric.value ?? wish.about[0]?.metric ?? undefined,
    segment: item?.segment.value ?? wish.about[0]?.segment ?? undefined,
  });
}

/** "What do they say about X": the reasons, else any remark on it, else its figure. */
function bindComment(base: FactBase, frame: Frame, lookup: () => Bound): Bound {
  const reasons = bindExplain(base, frame);
  if (reasons.kind === 'query') return reasons;
  const hits = findNotes(base, wishOf(base, frame), ['remark', 'plan', 'event']).filter((h) => h.score >= 7);
  if (hits.length === 0) return lookup();
  const notes = close(hits, 1).map((h) => h.note.id);
  return { kind: 'query', query: { intent: 'list', notes, metrics: [], unit: null }, caveats: [] };
}

/** "How close is X to break-even": only what the document says of just that. */
function bindBreakEven(base: FactBase, frame: Frame): Bound {
  const [best] = findNotes(base, wishOf(base, frame), ['reason', 'remark']).filter(
    (h) => h.by === 'about' && h.words.has('break'),
  );
  if (!best) return refused({ code: 'not-understood', words: ['break-even'] });
  return {
    kind: 'query',
    query: { intent: 'list', notes: [best.note.id], metrics: [], unit: null },
    caveats: [],
  };
}

/** "Are the profit targets unchanged?": of which, nobody said; the list of those that were left as they were. */
export function targetsKept(base: FactBase, frame: Frame): Bound | null {
  if (!frame.said.tags.has('Target') || !frame.said.tags.has('Flat')) return null;
  if (frame.items.some((i) => i.metric !== null && base.metrics.get(i.metric)?.ambiguous === undefined))
    return null;
  const wish = { text: 'unchanged targets', about: [], period: null, base: null, direction: null };
  const [best] = findNotes(base, wish, ['list']).filter((h) => h.by === 'term');
  if (!best) return null;
  return {
    kind: 'query',
    query: { intent: 'list', notes: [best.note.id], metrics: [], unit: null },
    caveats: [],
  };
}

/** Where a revenue is recognised is told of the business, not of revenue. */
const BOOKED = /\b(?:booked|recorded|recogni[sz]ed|recognition)\b/i;

const ofSegment = (base: FactBase, wish: NoteWish, segment: string): NoteWish => ({
  ...wish,
  text: base.segments.get(segment)?.label ?? '',
  about: [{ metric: null, segment }],
});

/** "The difference between A and B" of two businesses: what each of them is. */
function segmentsApart(frame: Frame): string[] {
  if (!/\bdifference\b/i.test(frame.said.text) || frame.items.some((i) => i.metric !== null)) return [];
  return [...new Set(frame.items.flatMap((i) => i.segment ?? []))];
}

function bindBoth(base: FactBase, wish: NoteWish, segments: readonly string[]): Bound {
  const notes = segments.flatMap(
    (s) =>
      findNotes(base, ofSegment(base, { ...wish, direction: null }, s), ['definition'])[0]?.note.id ?? [],
  );
  if (notes.length < segments.length) return refused({ code: 'no-definition' });
  return { kind: 'query', query: { intent: 'list', notes, metrics: [], unit: null }, caveats: [] };
}

function bindDefine(base: FactBase, frame: Frame): Bound {
  const asked = wishOf(base, frame);
  const [compared] = mentionsOf(frame.said, 'base');
  const apart = segmentsApart(frame);
  if (apart.length > 1) return bindBoth(base, asked, apart);
  const wish =
    compared?.base.kind === 'yoy' || compared?.base.kind === 'qoq'
      ? { ...asked, text: compared.base.kind, about: [] }
      : asked;
  const comparison = wish !== asked;
  const [section] = comparison ? [] : mentionsOf(frame.said, 'section');
  const found = (by: NoteWish): NoteHit[] =>
    findNotes(base, { ...by, direction: null, section: section?.id }, [
      'definition',
      'remark',
      'list',
    ]).filter((h) => h.note.kind === 'definition' || h.score >= 12);
  const booked = BOOKED.test(frame.said.text) ? (frame.items[0]?.segment ?? null) : null;
  const plain = found(wish);
  const hits =
    booked === null || plain[0]?.note.about.some((x) => x.segment === booked) === true
      ? plain
      : found(ofSegment(base, asked, booked));
  const [best] = hits;
  if (!best || best.score < 5) return refused({ code: 'no-definition', words: frame.said.unknown });
  return { kind: 'query', query: { intent: 'define', note: best.note.id, unit: null }, caveats: [] };
}

function bindList(base: FactBase, frame: Frame, lookup: () => Bound): Bound {
  if (mentionsOf(frame.said, 'number').length > 0 && /\bquarters\b/i.test(frame.said.text))
    return refused({ code: 'not-understood', words: ['quarters'] });
  const text = ` ${foldName(frame.said.text).join(' ')} `;
  const titled = base.notes.find(
    (n) => (n.kind === 'remark' || n.kind === 'list') && text.endsWith(` ${foldName(n.title).join(' ')} `),
  );
  if (titled)
    return {
      kind: 'query',
      query: { intent: 'list', notes: [titled.id], metrics: [], unit: null },
      caveats: [],
    };
  const wish = wishOf(base, frame);
  const parts = frame.sets.has('parts') ? partsOf(base, frame) : [];
  if (parts.length > 1)
    return { kind: 'query', query: { intent: 'compare', items: parts, unit: frame.unit }, caveats: [] };
  // The whole alone would answer another question.
  if (frame.sets.has('split')) return refused({ code: 'restriction', words: ['by segment'] });
  if (frame.sets.has('made-of') && frame.items.some((i) => i.metric !== null))
    return refused({ code: 'restriction', words: ['split'] });
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
        metrics: [...base.indexes.byMetric.keys()],
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
  if (wish.about.length > 0) return bindDefine(base, frame);
  return refused({ code: 'no-list', words: frame.said.unknown });
}

/** The movement that really happened, for putting a false premise right. */
export function actualDirection(base: FactBase, item: Item, from: Period): Direction | null {
  const change = changeOf(base, atOf(item), from);
  const value = change?.amount?.value ?? change?.percent?.value;
  if (value === undefined || typeof value === 'string') return null;
  return value.gt(0) ? 'up' : value.lt(0) ? 'down' : 'flat';
}
