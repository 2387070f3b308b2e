import type { FactBase } from '../facts/base.ts';
import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { MetricId, SegmentId } from '../model/fact.ts';
import type { Period } from '../model/period.ts';
import { type Intent, type Item, itemsIn, type Query } from '../model/query.ts';
import type { Said } from '../understand/said.ts';
import { pastActual, withOneBefore } from './earlier.ts';
import { type Frame, type FrameItem, namesInitial, type ScenarioSaid } from './frame.ts';
import { distinct, lastGroup, partOf, setOff } from './group.ts';
import { covers } from './bind/item.ts';
import { level } from './level.ts';
import { winnerOf } from './winner.ts';

export const OPENERS =
  /^(?:and|what about|how about|same|also|ok|okay|then|so|now|but|vs|versus|compare|or|plus|as an? %|as %|in|for|by|ok then)\b/i;
export const ANAPHORA =
  /\b(?:that|it|this|those|them|they|these|the (?:two|three|four|same|others?)|same)\b/i;

/** A turn leans on the one before when it names no metric, opens like a follow-up, or points back. */
export function isFollowUp(said: Said, own: readonly FrameItem[]): boolean {
  if (own.length === 0 && said.cues.length > 0 && said.cues.every((c) => c.intent === 'help')) return false;
  const named = own.some((i) => i.metric !== null);
  if (/\bthat (?:very |same )?(?:quarter|period|year)\b/i.test(said.text)) return true;
  const words = said.words.filter((w) => /\p{L}/u.test(w.text)).length;
  if (!named && own.every((i) => i.segment === null)) return words <= 30;
  if (!named) return words <= 14;
  if (/^compare\b/i.test(said.text) && own.length > 1 && own[0]?.metric !== null) return false;
  const bare = own.every((i) => i.period === null);
  return (
    OPENERS.test(said.text) ||
    (bare && words <= 6 && own.every((i) => i.segment === null || words <= 4)) ||
    (ANAPHORA.test(said.text) && words <= 9 && !/\bthat (?:was|is) /i.test(said.text)) ||
    own[0]?.after === 'of' ||
    own[0]?.after === 'per'
  );
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
export function carry(base: FactBase, said: Frame, previous: Query, recent: readonly Item[]): Frame {
  const frame = pastActual(base, withOneBefore(said, itemsIn(previous)[0]), itemsIn(previous)[0]);
  const winner = winnerOf(base, frame.said.text, previous);
  const before = winner ? [winner] : itemsIn(previous);
  const bare = frame.items.every((i) => i.metric === null && i.segment === null);
  const strong =
    frame.weight > 1 && !(frame.intent === 'compare' && frame.items.length === 0 && frame.base === null);
  const [named] = frame.items;
  const fresh =
    named?.metric !== null &&
    named?.segment !== null &&
    named !== undefined &&
    !OPENERS.test(frame.said.text);
  const intent = strong ? frame.intent : fresh || winner ? 'lookup' : lasting(previous.intent);
  const sets = strong || winner ? frame.sets : new Set([...frame.sets, ...setsOf(previous)]);
  const kept: Frame = {
    ...frame,
    intent,
    sets,
    scenario: frame.scenario ?? namedScenario(frame.said.text, scenarioIn(before[0])),
    weight: strong ? frame.weight : 1,
    unit: frame.unit ?? (strong ? null : previous.unit),
  };
  const [first] = frame.items;
  const [lead] = before;
  const off = bare && !first && frame.base === null ? setOff(frame.said.text, previous, recent) : null;
  if (off)
    return {
      ...kept,
      intent: 'aggregate',
      weight: 1,
      sets: new Set(['op:difference']),
      items: off.map(asFrame),
    };
  const part = bare && !first && frame.base === null ? partOf(frame.said.text, previous, recent) : null;
  if (part) return { ...kept, intent: 'share', weight: 1, items: [asFrame(part)] };
  const ofRun = bare && !strong && first?.period && frame.items.length === 1 && lead && isRun(previous);
  if (ofRun) return { ...kept, intent: 'lookup', sets: frame.sets, items: [movedTo(lead, first.period)] };
  if (
    bare &&
    (intent === 'aggregate' ||
      /\b(?:both|(?:the|those|these) (?:two|three|four)|all (?:of )?(?:them|those|these|three|four)|each of|between them)\b/i.test(
        frame.said.text,
      ))
  ) {
    const group = lastGroup(frame.said.text, distinct(recent), distinct(before), sets.has('op:difference'));
    return {
      ...kept,
      items: once(
        group.flatMap((old) => (first ? frame.items.map((i) => movedTo(old, i.period)) : [asFrame(old)])),
      ),
    };
  }
  const pair = intent === 'change' && !first && frame.base === null ? lastTwo(recent) : null;
  if (pair) return { ...kept, items: pair.map(asFrame) };
  if (!first) return { ...kept, items: before.map(asFrame) };
  const isPair =
    (intent === 'share' || intent === 'ratio') && strong && frame.items.length === 1 && first.metric !== null;
  if (first.after === 'of' || first.after === 'per' || isPair) {
    return {
      ...kept,
      items: [
        ...before.slice(0, 1).map(asFrame),
        ...frame.items.map((i) => ({ ...lay(base, i, lead, false), after: i.after ?? 'of' })),
      ],
    };
  }
  const owned = /\b(?:its|their|that business's|there)\b/i.test(frame.said.text);
  const laid = onto(base, frame.items, before, previous.intent, owned);
  const points =
    first.after === 'versus' ||
    /^(?:vs|versus|compare|against|and vs|how does (?:that|it|this) compare)/i.test(frame.said.text);
  const sameAgain = laid.every((i) => i.metric !== lead?.metric.value && i.carried.size === 0);
  return {
    ...kept,
    items:
      strong && frame.intent === 'compare' && points && !sameAgain
        ? [...before.slice(0, 1).map(asFrame), ...laid]
        : laid,
  };
}

/** Each cell once: a run of quarters that is moved to one year is that year, not seven of it. */
const once = (items: FrameItem[]): FrameItem[] => [
  ...new Map(items.map((i) => [JSON.stringify([i.metric, i.segment, i.period]), i])).values(),
];

/** Whether a query ran over several periods of one thing, of which one may be asked for next. */
function isRun(query: Query): boolean {
  const items = itemsIn(query);
  const subjects = new Set(items.map((i) => `${i.metric.value} ${i.segment.value}`));
  return ['trend', 'rank', 'aggregate'].includes(query.intent) && items.length > 1 && subjects.size === 1;
}

/** A question in words or a check does not make the next figure one. */
const lasting = (intent: Intent): Intent =>
  ['explain', 'define', 'list', 'source', 'check', 'help'].includes(intent) ? 'lookup' : intent;

/** The last two cells given, when they are one thing at two times: what "the change" is between. */
function lastTwo(recent: readonly Item[]): Item[] | null {
  const [a, b] = recent.slice(-2);
  if (!a || !b || a.period.value === b.period.value) return null;
  return a.metric.value === b.metric.value && a.segment.value === b.segment.value ? [a, b] : null;
}

/** An old cell at a newly said period; its own where none is said. */
function movedTo(old: Item, period: PeriodSaid | null): FrameItem {
  return {
    ...asFrame(old),
    period: period ?? fixed(old),
    carried: new Set(period === null ? ['metric', 'segment', 'period'] : ['metric', 'segment']),
  };
}

/** "And the initial one?" after a target. */
function namedScenario(text: string, before: ScenarioSaid): ScenarioSaid {
  if (before === null) return null;
  if (namesInitial(text) || /\b(?:old|first|earlier|previously|before)\b/i.test(text)) return 'initial';
  return /\b(?:revised|new|current)\b/i.test(text) ? 'revised' : before;
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

/** New items over old ones: only a period said moves every old item; a name said takes the old periods, all of a series. */
function onto(
  base: FactBase,
  own: readonly FrameItem[],
  before: readonly Item[],
  was: Query['intent'],
  owned: boolean,
): FrameItem[] {
  const [first] = own;
  const [lead] = before;
  if (!first || !lead) return [...own];
  const bare = own.every((i) => i.metric === null && i.segment === null);
  const pair = (was === 'ratio' || was === 'share') && before.length > 1;
  if (bare && before.length > 1 && (pair || own.length === 1))
    return before.map((old) => movedTo(old, first.period));
  if (pair && own.length === 1)
    return [lay(base, first, lead, true), ...before.slice(1).map((old) => movedTo(old, first.period))];
  const series =
    before.length > 1 &&
    before.every((i) => i.metric.value === lead.metric.value && i.segment.value === lead.segment.value);
  if (
    series &&
    own.length === 1 &&
    first.period === null &&
    (was === 'trend' || was === 'aggregate' || was === 'rank')
  ) {
    return before.map((old) => lay(base, first, old, true));
  }
  return own.map((i) => lay(base, i, lead, true, owned));
}

/** One item with its gaps filled from an old one; a segment is lent only where the document covers it, or where it is said to own the figure ("its profit"). */
function lay(
  base: FactBase,
  item: FrameItem,
  old: Item | undefined,
  segmentToo: boolean,
  owned = false,
): FrameItem {
  if (!old) return item;
  const carried = new Set<'metric' | 'segment' | 'period'>();
  const specific = item.metric === null ? null : narrowed(base, item.metric, old.metric.value);
  const metric =
    specific ??
    (item.segment === null || fits(base, old.metric.value, item.segment) ? old.metric.value : null);
  if (item.metric === null && metric !== null) carried.add('metric');
  let { segment } = item;
  if (
    segment === null &&
    segmentToo &&
    metric !== null &&
    (item.metric === null || owned || fits(base, metric, old.segment.value, old.period.value))
  ) {
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
  return (
    options.find(
      (m) => base.metrics.get(m)?.label.startsWith(label) === true || base.metrics.get(m)?.ratio?.[0] === old,
    ) ?? id
  );
}

function fits(base: FactBase, metric: MetricId, segment: SegmentId, period?: Period): boolean {
  const options = base.metrics.get(metric)?.ambiguous ?? [metric];
  return options.some(
    (m) =>
      covers(base, m, segment) ||
      (period !== undefined && level(base, { metric: m, segment, period, scenario: 'actual' }) !== null),
  );
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
