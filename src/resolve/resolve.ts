import type { FactBase } from '../facts/base.ts';
import type { Refusal } from '../model/answer.ts';
import type { Conversation } from '../model/conversation.ts';
import { assumed, type Intent, said } from '../model/query.ts';
import type { Said } from '../understand/said.ts';
import { signClaimed } from './bind/claim.ts';
import { withLoss } from './bind/loss.ts';
import { bindQuery } from './bind/query.ts';
import { CONSOLIDATED, type MetricId } from '../model/fact.ts';
import { withVerdict } from './beside.ts';
import { quarterAlone } from './alone.ts';
import { decide } from './decide.ts';
import { type Frame, frameOf } from './frame.ts';
import { operate } from './operate.ts';
import { type Caveat, type Outcome, readings, type Resolved } from './outcome.ts';
import { refuse } from './refuse.ts';
import { topicInstead } from './topic-instead.ts';

/**
 * From what was said to figures: the intent, the bound query and what it yields, or why not. `alone` is true where the
 * conversation had no part in it.
 */
export function resolve(
  base: FactBase,
  said: Said,
  conversation: Conversation,
): { intent: Intent; result: Resolved; alone: boolean } {
  const frame = withLoss(base, frameOf(base, said, conversation));
  const intent = decide(base, frame);
  return { ...resolveFrame(base, frame, intent), alone: !leansOn(frame, intent) };
}

/** Whether an earlier turn may have had a part: it lent a cell, or made a comparison or a target of what alone is none. */
const leansOn = (frame: Frame, intent: Intent): boolean =>
  frame.previous !== null && (frame.followUp || intent === 'compare' || intent === 'target');

function resolveFrame(base: FactBase, frame: Frame, intent: Intent): { intent: Intent; result: Resolved } {
  const { said } = frame;
  const refusal = refuse(base, frame, intent);
  if (refusal) {
    const topic = topicInstead(base, frame, refusal);
    if (topic) return topic;
    const choice = refusal.code === 'no-context' ? whichFigure(base, frame, intent) : null;
    return { intent, result: choice ?? { kind: 'refused', refusal } };
  }
  const bound = bindQuery(base, frame, intent);
  if (bound.kind === 'refused' && bound.refusal.code === 'no-context')
    return { intent, result: whichFigure(base, frame, intent) ?? bound };
  if (bound.kind === 'refused' && intent === 'check' && signClaimed(said.text) !== null)
    return { intent, result: withSubject(base, bound.refusal) };
  if (bound.kind === 'refused')
    return topicInstead(base, frame, bound.refusal) ?? { intent, result: withSubject(base, bound.refusal) };
  if (bound.kind === 'choose') return { intent, result: bound };
  const alone = quarterAlone(said.text, bound.query, bound.caveats);
  if (alone) return { intent, result: withSubject(base, alone) };
  const worked = withoutVerdict(operate(base, bound.query), bound.caveats);
  const outcome = withVerdict(worked, bound.query, bound.caveats);
  const spelling = said.corrections.map((c): Caveat => ({ kind: 'read-as', ...c }));
  return {
    intent: bound.query.intent,
    result: { kind: 'found', query: bound.query, outcome, caveats: [...spelling, ...bound.caveats] },
  };
}

/** No yes or no where another period stands in for the one claimed, or where not all that was said is tested. */
function withoutVerdict(outcome: Outcome, caveats: readonly Caveat[]): Outcome {
  const open = caveats.some((c) => c.kind === 'cumulative' || c.kind === 'no-verdict');
  return outcome.kind === 'check' && open ? { ...outcome, holds: null } : outcome;
}

/** A refusal that leaves its subject behind, so that "the nine months, then" can follow. */
function withSubject(base: FactBase, refusal: Refusal): Resolved {
  const { metric, segment, period } = refusal;
  if (metric === undefined || segment === undefined || base.metrics.get(metric)?.printed === 'none')
    return { kind: 'refused', refusal };
  const item = {
    metric: said(metric),
    segment: said(segment),
    period: assumed(period ?? base.calendar.latestQuarter),
    scenario: assumed('actual' as const),
  };
  return { kind: 'refused', refusal, query: { intent: 'lookup', item, unit: null } };
}

/** A change or a reason asked of nothing: the headline figures as the readings to choose from. */
function whichFigure(base: FactBase, frame: Frame, intent: Intent): Resolved | null {
  const moved =
    intent === 'change' ||
    frame.base !== null ||
    ['Rise', 'Fall', 'Change', 'Percent', 'Amount'].some((t) => frame.said.tags.has(t));
  if (!moved && frame.said.mentions.length === 0) return null;
  const period = frame.items.find((i) => i.period !== null)?.period ?? null;
  const options = readings(headlineMetrics(base), (metric) => {
    const item = {
      metric,
      segment: CONSOLIDATED,
      lent: false,
      period,
      after: null,
      reference: null,
      carried: new Set<'metric' | 'segment' | 'period'>(),
    };
    const bound = bindQuery(base, { ...frame, items: [item] }, moved ? 'change' : 'lookup');
    return bound.kind === 'query' ? bound.query : null;
  });
  return options.length > 0 ? { kind: 'choose', about: 'metric', options } : null;
}

/** The group's figures of the cumulative period of which a growth is printed, in the document's order. */
function* headlineMetrics(base: FactBase): Generator<MetricId> {
  const seen = new Set<MetricId>();
  for (const fact of base.indexes.byPeriod.get(base.calendar.cumulative) ?? []) {
    const { metric, segment, measure, unit } = fact;
    if (seen.has(metric) || segment !== CONSOLIDATED || measure !== 'change' || unit !== 'percent') continue;
    seen.add(metric);
    yield metric;
  }
}
