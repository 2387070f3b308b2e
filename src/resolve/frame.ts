import type { FactBase } from '../facts/base.ts';
import { isCovered } from '../facts/base.ts';
import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { Conversation } from '../model/conversation.ts';
import type { MetricId, SegmentId } from '../model/fact.ts';
import type { Period } from '../model/period.ts';
import type { Intent, Item, OutputUnit, Query } from '../model/query.ts';
import { type BaseSaid, mentionsOf, type Said, type Separator } from '../understand/said.ts';
import { type ItemSaid, itemsOf, rangeOf } from '../understand/items.ts';
import { level } from './level.ts';

export type ScenarioSaid = 'target' | 'initial' | 'revised' | 'actual' | null;

/** A thing asked about, with what a conversation lent it. `carried`: which slots came from an earlier turn. */
export interface FrameItem {
  metric: MetricId | null;
  segment: SegmentId | null;
  lent: boolean;
  period: PeriodSaid | null;
  after: Separator | null;
  /** The period of the earlier turn, from which "the prior-year period" counts. */
  reference: Period | null;
  carried: ReadonlySet<'metric' | 'segment' | 'period'>;
}

/** A question as said, completed from the conversation: what binding works on. */
export interface Frame {
  said: Said;
  intent: Intent;
  /** The strength of the intent's best cue; 1 or less is a mere guess. */
  weight: number;
  items: FrameItem[];
  range: [PeriodSaid, PeriodSaid] | null;
  base: BaseSaid | null;
  scenario: ScenarioSaid;
  unit: OutputUnit | null;
  previous: Query | null;
  followUp: boolean;
  sets: ReadonlySet<string>;
}

const NONE: ReadonlySet<'metric' | 'segment' | 'period'> = new Set();
const OPENERS = /^(?:and|what about|how about|same|also|ok|okay|then|so|now|but|vs|versus|compare|or|plus|as an? %|as %|in|for|by|ok then)\b/i;
const ANAPHORA = /\b(?:that|it|this|those|them|they|these|the (?:two|three|four|same|others?)|same)\b/i;

/** Whether a query's items can be carried on. */
export function itemsIn(query: Query | null): Item[] {
  if (query === null) return [];
  switch (query.intent) {
    case 'lookup':
    case 'change':
    case 'target':
    case 'check':
      return [query.item];
    case 'compare':
    case 'trend':
    case 'rank':
    case 'aggregate':
      return query.items;
    case 'ratio':
      return [query.numerator, ...query.denominator];
    case 'share':
      return [query.part, ...query.whole];
    case 'explain':
    case 'source':
      return query.item ? [query.item] : [];
    case 'define':
    case 'list':
    case 'help':
      return [];
  }
}

/** What was said, with what an earlier turn lends to a follow-up. */
export function frameOf(base: FactBase, said: Said, conversation: Conversation): Frame {
  const own = itemsOf(base, said).map((i): FrameItem => ({ ...i, reference: null, carried: NONE }));
  const previous = conversation.query;
  const last = itemsIn(previous);
  const { intent, weight } = bestCue(said);
  const common = {
    said,
    intent,
    weight,
    range: rangeOf(said),
    base: mentionsOf(said, 'base')[0]?.base ?? null,
    scenario: scenarioOf(said),
    unit: mentionsOf(said, 'unit')[0]?.unit ?? null,
    previous,
    sets: said.sets,
  };
  const alone: Frame = { ...common, items: own, followUp: false };
  if (previous === null || last.length === 0 || !isFollowUp(said, own)) return alone;
  return carry(base, { ...alone, followUp: true }, previous, conversation.recent);
}

function bestCue(said: Said): { intent: Intent; weight: number } {
  const [best] = [...said.cues].sort((a, b) => b.weight - a.weight);
  return best ? { intent: best.intent, weight: best.weight } : { intent: 'lookup', weight: 0 };
}

function scenarioOf(said: Said): ScenarioSaid {
  const target = said.tags.has('Target') || /\b(?:the|this|last|february) revision\b/i.test(said.text);
  if (target && /\b(?:initial|original|originally|initially|pre-?revision|before the (?:\w+ )?revision|prior to the (?:\w+ )?revision|old target|first announced|earlier target)\b/i.test(said.text) && !/\b(?:revised|new|current)\b/i.test(said.text)) return 'initial';
  if (target && said.sets.has('scenario:revised') && /\brevised\b/i.test(said.text)) return 'revised';
  if (/\bactuals?\b/i.test(said.text) && !(target && /\b(?:vs|versus|against|compared?|with|to|and|beside|alongside)\b/i.test(said.text))) return 'actual';
  return target ? 'target' : null;
}

/** A turn leans on the one before when it names no metric, opens like a follow-up, or points back. */
function isFollowUp(said: Said, own: readonly FrameItem[]): boolean {
  const named = own.some((i) => i.metric !== null);
  const words = said.words.filter((w) => /\p{L}/u.test(w.text)).length;
  if (!named && own.every((i) => i.segment === null)) return words <= 30;
  if (!named) return words <= 14;
  const bare = own.every((i) => i.period === null);
  return OPENERS.test(said.text) || (bare && words <= 4) || (ANAPHORA.test(said.text) && words <= 9 && !/\bthat (?:was|is) /i.test(said.text)) || own[0]?.after === 'of' || own[0]?.after === 'per';
}

const fixed = (item: Item): PeriodSaid => ({ type: 'fixed', period: item.period.value });
const CARRIED: ReadonlySet<'metric' | 'segment' | 'period'> = new Set(['metric', 'segment', 'period']);

const asFrame = (item: Item): FrameItem => ({
  metric: item.metric.value,
  segment: item.segment.value,
  lent: false,
  period: fixed(item),
  after: null,
  reference: item.period.value,
  carried: CARRIED,
});

/** Lays what was said over what was asked before. */
function carry(base: FactBase, frame: Frame, previous: Query, recent: readonly Item[]): Frame {
  const before = itemsIn(previous);
  const scenario = frame.scenario ?? scenarioIn(before[0]);
  const strong = frame.weight > 1 && !(frame.intent === 'compare' && frame.items.length === 0 && frame.base === null);
  const intent = strong ? frame.intent : previous.intent;
  const kept: Frame = { ...frame, intent, scenario, weight: strong ? frame.weight : 1, unit: frame.unit ?? (strong ? null : previous.unit) };
  const [first] = frame.items;
  if (intent === 'aggregate' && frame.items.every((i) => i.metric === null && i.segment === null)) {
    const group = lastGroup(frame.said.text, recent, before);
    return { ...kept, items: group.map(asFrame) };
  }
  if (!first) return { ...kept, items: before.map(asFrame), sets: strong ? frame.sets : new Set([...frame.sets, ...setsOf(previous)]) };
  if (first.after === 'of' || first.after === 'per') return { ...kept, items: [...before.slice(0, 1).map(asFrame), ...frame.items.map((i) => lay(base, i, before[0], false))] };
  const compares = strong && frame.intent === 'compare' && (first.after === 'versus' || /^(?:vs|versus|compare|against|and vs|how does (?:that|it|this) compare)/i.test(frame.said.text));
  const laid = onto(base, frame.items, before, intent);
  if (compares && !laid.every((i) => i.metric !== before[0]?.metric.value && i.carried.size === 0)) return { ...kept, items: [...before.slice(0, 1).map(asFrame), ...laid] };
  return { ...kept, items: laid, sets: strong ? frame.sets : new Set([...frame.sets, ...setsOf(previous)]) };
}

function scenarioIn(item: Item | undefined): ScenarioSaid {
  switch (item?.scenario.value) {
    case 'initial-target':
      return 'initial';
    case 'revised-target':
    case 'plan':
      return 'target';
    case 'actual':
    case undefined:
      return null;
  }
}

/** New items over old ones: only a period said moves every old item; a name said stands for itself. */
function onto(base: FactBase, own: readonly FrameItem[], before: readonly Item[], intent: Intent): FrameItem[] {
  const onlyPeriods = own.every((i) => i.metric === null && i.segment === null);
  const pairs = intent === 'ratio' || intent === 'share';
  if (onlyPeriods && before.length > 1 && (pairs || own.length === 1)) {
    return before.flatMap((old) => own.slice(0, 1).map((i) => ({ ...asFrame(old), period: i.period, carried: new Set(['metric', 'segment'] as const) })));
  }
  if (pairs && own.length === 1 && before.length === 2) {
    const [a, b] = before;
    const [i] = own;
    if (a && b && i) return [lay(base, i, a, true), { ...asFrame(b), period: i.period ?? fixed(b) }];
  }
  return own.map((i) => lay(base, i, before[0], true));
}

/** One item with its gaps filled from an old one; a segment is lent only where the document covers it. */
function lay(base: FactBase, item: FrameItem, old: Item | undefined, segmentToo: boolean): FrameItem {
  if (!old) return item;
  const carried = new Set<'metric' | 'segment' | 'period'>();
  const specific = item.metric === null ? null : narrowed(base, item.metric, old.metric.value);
  const metric = specific ?? (item.segment === null || fits(base, old.metric.value, item.segment) ? old.metric.value : null);
  if (item.metric === null && metric !== null) carried.add('metric');
  let { segment } = item;
  if (segment === null && segmentToo && metric !== null && (item.metric === null || fits(base, metric, old.segment.value))) {
    segment = old.segment.value;
    carried.add('segment');
  }
  let { period } = item;
  if (period === null) {
    period = fixed(old);
    carried.add('period');
  }
  return { ...item, metric, segment, period, reference: old.period.value, carried };
}

/** A word for several metrics means the one that the earlier turn's metric is the stem of: "per share" after net income. */
function narrowed(base: FactBase, id: MetricId, old: MetricId): MetricId {
  const options = base.metrics.get(id)?.ambiguous ?? [];
  const label = base.metrics.get(old)?.label ?? '';
  return options.find((m) => base.metrics.get(m)?.label.startsWith(label) === true) ?? id;
}

const fits = (base: FactBase, metric: MetricId, segment: SegmentId): boolean => isCovered(base, metric, segment) || level(base, { metric, segment, period: base.calendar.latestQuarter, scenario: 'actual' }) !== null;

const COUNTS: Readonly<Record<string, number>> = { two: 2, both: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 };

/** The cells that "the three" or "those" points at: so many of the latest, else those of the last answer. */
function lastGroup(text: string, recent: readonly Item[], before: readonly Item[]): readonly Item[] {
  const word = /\b(two|both|three|four|five|six|seven|[2-7])\b/i.exec(text)?.[1]?.toLowerCase();
  const n = word === undefined ? null : (COUNTS[word] ?? Number(word));
  if (n !== null && recent.length >= n) return recent.slice(-n);
  return before.length > 1 ? before : recent;
}

function setsOf(query: Query): string[] {
  switch (query.intent) {
    case 'change':
      return [`form:${query.form.value}`];
    case 'target':
      return [`ask:${query.ask}`];
    case 'aggregate':
      return [`op:${query.op}`];
    case 'rank':
      return [`order:${query.order}`];
    default:
      return [];
  }
}

export type { ItemSaid };
