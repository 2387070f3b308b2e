import type { FactBase } from '../facts/base.ts';
import type { PeriodSaid } from '../lexicon/periods/said.ts';
import type { Conversation } from '../model/conversation.ts';
import type { MetricId, SegmentId } from '../model/fact.ts';
import type { Period } from '../model/period.ts';
import { type Intent, itemsIn, type OutputUnit, type Query } from '../model/query.ts';
import { type BaseSaid, mentionsOf, type Said, type Separator } from '../understand/said.ts';
import { itemsOf, rangeOf } from '../understand/items.ts';
import { mergePeriods } from '../understand/merge.ts';
import { carry, isFollowUp } from './follow.ts';
import { saidAgain } from './said-again.ts';

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
/** What was said, with what an earlier turn lends to a follow-up. */
export function frameOf(base: FactBase, said: Said, conversation: Conversation): Frame {
  const own = itemsOf(base, said).map((i): FrameItem => ({ ...i, reference: null, carried: NONE }));
  const previous = chosen(own, conversation) ?? conversation.query;
  const last = itemsIn(previous);
  const { intent, weight } = bestCue(said);
  const common = {
    said,
    intent,
    weight,
    range: rangeOf(said),
    base: mergePeriods(said, base.calendar.startMonth).find((m) => m.kind === 'base')?.base ?? null,
    scenario: scenarioOf(said),
    unit: mentionsOf(said, 'unit')[0]?.unit ?? null,
    previous,
    sets: said.sets,
  };
  const alone: Frame = { ...common, items: own, followUp: false };
  if (previous === null || last.length === 0 || !isFollowUp(said, own) || saidAgain(said, own, previous))
    return alone;
  return carry(base, { ...alone, followUp: true }, previous, conversation.recent);
}

/** Of the readings that were offered, the one that is now named: "construction", after a choice of segments. */
function chosen(own: readonly FrameItem[], conversation: Conversation): Query | null {
  const [item, more] = own;
  if (!item || more || (item.metric === null && item.segment === null)) return null;
  return (
    conversation.open?.find((q) =>
      itemsIn(q).some(
        (i) =>
          (item.metric === null || item.metric === i.metric.value) &&
          (item.segment === null || item.segment === i.segment.value),
      ),
    ) ?? null
  );
}

function bestCue(said: Said): { intent: Intent; weight: number } {
  const [best] = [...said.cues].sort((a, b) => b.weight - a.weight);
  return best ? { intent: best.intent, weight: best.weight } : { intent: 'lookup', weight: 0 };
}

const BEFORE_REVISION =
  /\b(?:before|prior to|ahead of|until) (?:(?:the|its|this|that) )?(?:(?:it|they|this|that|february|latest|downward|upward) )?(?:(?:was|were|had been|got|being|has been) )?(?:revis(?:ion|ed)|cut|lowered|raised|changed?|reduced|reduction|trimmed|adjust(?:ed|ment))\b/i;
const OLD_TARGET =
  /\b(?:old|earlier|former|prior|previous|first)(?: (?!year|fy|fiscal|quarter|half)[\w&-]+){0,4}? (?:targets?|guidance|forecasts?|plans?|outlook|projections?|estimates?|goals?|budget)\b/i;
const INITIAL =
  /\b(?:initial|original|originally|initially|pre-?(?:revision|cut)|first announced|announced first|at first|at the outset|to begin with)\b/i;

/** Whether the target before its revision is meant. */
export function namesInitial(text: string): boolean {
  const before = BEFORE_REVISION.test(text);
  if (before) return true;
  return (INITIAL.test(text) || OLD_TARGET.test(text)) && !/\b(?:revised|new|current)\b/i.test(text);
}

function scenarioOf(said: Said): ScenarioSaid {
  const target = said.tags.has('Target') || /\b(?:the|this|last|february) revision\b/i.test(said.text);
  if (target && namesInitial(said.text)) return 'initial';
  if (target && said.sets.has('scenario:revised') && /\brevised\b/i.test(said.text)) return 'revised';
  if (
    /\bactuals?\b/i.test(said.text) &&
    !(
      target &&
      /\b(?:vs|versus|against|compared?|with|to|and|beside|alongside|over|than|from)\b/i.test(said.text)
    )
  )
    return 'actual';
  return target ? 'target' : null;
}
