import { type FactBase, metricInRole, metricOf, natureOf } from '../../facts/base.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import { mentionsOf } from '../../understand/said.ts';
import { changeOf, fromPeriod } from '../change.ts';
import type { Figure } from '../../model/answer.ts';
import { decimal } from '../../model/decimal.ts';
import { partsOf } from '../../model/period.ts';
import { isEitherWay } from '../confirm.ts';
import type { Frame, FrameItem } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { level } from '../level.ts';
import { atOf, bindBase } from './base.ts';
import { type Again, failed, hasChange, hasLevel, refused } from './common.ts';
import { judgedDirection } from './judgement.ts';
import { claimOf, flipped, signClaimed } from './claim.ts';
import { bindMoved } from './change.ts';
import { targetsKept } from './topic.ts';
import { type BoundItem, bindItem } from './item.ts';

/** A statement to be checked: its cell, its direction, its number. */
export function bindCheck(base: FactBase, frame: Frame, again: Again): Bound {
  const [first] = frame.items;
  if (!first) return refused({ code: 'no-context' });
  const kept = targetsKept(base, frame);
  if (kept) return kept;
  if (growsFaster(frame)) return besides(frame, again(frame, 'change'));
  if (comparesTwo(frame)) return besides(frame, again(frame, 'compare'));
  if (isTwofold(frame)) return besides(frame, again(frame, 'change'));
  const bare = countOfNothing(frame, first);
  if (bare !== null) return refused({ code: 'not-understood', words: [bare] });
  const dated = dateClaimed(base, frame, first);
  if (dated) return dated.bound.ok ? dated.query : failed(base, frame, dated.bound, again);
  const sign = signClaimed(frame.said.text);
  const item =
    sign !== null && (first.metric === null || base.metrics.get(first.metric)?.ambiguous)
      ? { ...first, metric: metricInRole(base, 'result') ?? first.metric }
      : first;
  const claim = claimOf(frame);
  if (marginOf(base, frame, item) !== null)
    return again({ ...frame, items: [{ ...item, metric: marginOf(base, frame, item) }] });
  const target = frame.said.tags.has('Target') || frame.scenario === 'target';
  const wanted = claim.direction !== null && !target ? hasChange(base, frame) : hasLevel(base);
  const scenario = target ? (frame.scenario ?? 'target') : frame.scenario;
  const asked = target && item.period?.type === 'month' ? { ...item, period: null } : item;
  let bound =
    claim.direction !== null && !target
      ? bindMoved(base, frame, asked)
      : bindItem(base, asked, scenario, wanted);
  if (!bound.ok && claim.direction !== null)
    bound = bindItem(base, item, scenario, (at) => hasLevel(base)(at) || hasChange(base, frame)(at));
  bound = toCome(base, frame, asked, bound);
  if (!bound.ok) return failed(base, frame, bound, again);
  const now = level(base, atOf(bound.item));
  const negative = now !== null && typeof now.value !== 'string' && now.value.lt(0);
  const loss = negative && /\b(?:loss|losses|deficit)\b/i.test(frame.said.text);
  const judged = judgedDirection(base, bound.item.metric.value, frame.said.text);
  const stated =
    judged !== undefined
      ? { ...claim, direction: judged }
      : loss
        ? { ...claim, direction: flipped(claim.direction) }
        : claim;
  const unit = metricOf(base, bound.item.metric.value).unit;
  const wantsChange =
    claim.direction !== null ||
    judged !== undefined ||
    claim.turned === true ||
    frame.base !== null ||
    claim.numbers.some((n) => (n.valueUnit === 'percent' && unit !== 'percent') || n.valueUnit === 'points');
  const [, second] = frame.items;
  const since =
    frame.base === null &&
    second?.period &&
    second.metric === first.metric &&
    second.segment === first.segment
      ? { kind: 'period' as const, said: second.period }
      : frame.base;
  const from =
    wantsChange && !(target && frame.base === null)
      ? bindBase(base, { ...frame, base: since }, bound.item)
      : null;
  const at = atOf(bound.item);
  const period = from && fromPeriod(at.period, from.value);
  const changes = period ? changeOf(base, at, period) : null;
  if (wantsChange && !target && !changes && level(base, at) === null)
    return refused({ code: 'no-base', metric: at.metric, segment: at.segment });
  return {
    kind: 'query',
    query: {
      intent: 'check',
      item: bound.item,
      base: from && (changes ? from : null),
      claim: stated,
      unit: frame.unit,
    },
    caveats:
      isSplit(frame) || isEitherWay(frame.said) ? [...bound.caveats, { kind: 'no-verdict' }] : bound.caveats,
  };
}

/** "The group has over 2,000": a bare count of what nobody named is no revenue. */
function countOfNothing(frame: Frame, item: FrameItem): string | null {
  if (item.metric !== null || (item.segment ?? CONSOLIDATED) !== CONSOLIDATED) return null;
  const bare = mentionsOf(frame.said, 'number').find((m) => m.number.unit === null && !m.number.scaled);
  return bare ? frame.said.text.slice(bare.start, bare.end) : null;
}

/** "IIJ-Global has been consolidated since September 2010": the date of an event, against the one that is claimed. */
function dateClaimed(
  base: FactBase,
  frame: Frame,
  first: FrameItem,
): { bound: BoundItem; query: Bound } | null {
  const [since] = mentionsOf(frame.said, 'base');
  const said = first.period ?? (since?.base.kind === 'period' ? since.base.said : null);
  if (said?.type !== 'month' || frame.items.length > 1 || mentionsOf(frame.said, 'number').length > 0)
    return null;
  const events = (base.indexes.metricsOf.get(first.segment ?? '') ?? []).filter(
    (m) => natureOf(base, m) === 'event' && (first.metric === null || first.metric === m),
  );
  const [metric, more] = events;
  if (metric === undefined || more !== undefined || !HAPPENED.test(frame.said.text)) return null;
  const bound = bindItem(base, { ...first, metric, period: null }, null, hasLevel(base));
  const claim = {
    ...claimOf(frame),
    direction: null,
    date: { year: said.year, month: said.month, day: said.day },
  };
  const refusal: Bound = refused({ code: 'not-printed', metric });
  return {
    bound,
    query: bound.ok
      ? {
          kind: 'query',
          query: { intent: 'check', item: bound.item, base: null, claim, unit: frame.unit },
          caveats: bound.caveats,
        }
      : refusal,
  };
}

const HAPPENED =
  /\b(?:consolidat\w*|launch\w*|start\w*|establish\w*|set up|found\w*|exist\w*|open\w*|introduc\w*|releas\w*|begin\w*|began|begun|live|available|part of|been in|joined|acquired|date)\b/i;

/** "Gross margin above 20%": a percentage that bounds no movement is claimed of the margin, not of the amount. */
function marginOf(base: FactBase, frame: Frame, item: FrameItem): string | null {
  const [number, more] = mentionsOf(frame.said, 'number');
  if (number?.number.unit !== 'percent' || more || frame.base !== null || item.metric === null) return null;
  if (
    !/\b(?:above|over|below|under|more than|less than|exceed\w*|at least|at most|higher than|lower than)\b|[<>]/i.test(
      frame.said.text,
    )
  )
    return null;
  if (['Rise', 'Fall', 'Change', 'Flat'].some((t) => frame.said.tags.has(t))) return null;
  const margins = [...base.metrics.values()].filter(
    (m) => m.ratio?.[0] === item.metric && m.ratio[1] === 'revenue',
  );
  return margins[0]?.id ?? null;
}

const COMING =
  /\b(?:will|going to|goes to|go to|heading (?:to|for)|to be|is to|this (?:fiscal )?year|next|coming|rises? to|up to)\b/i;

/**
 * Without a period, what "goes to 3,000" speaks of is the target, where the document has one and the year that is done
 * does not fit the number.
 */
function toCome(base: FactBase, frame: Frame, item: FrameItem, bound: BoundItem): BoundItem {
  if (!bound.ok || item.period !== null || frame.scenario !== null) return bound;
  if (partsOf(bound.item.period.value).kind !== 'year' || bound.item.scenario.value !== 'actual')
    return bound;
  const target = bindItem(base, item, 'revised', hasLevel(base));
  if (!target.ok) return bound;
  const since = bindBase(base, frame, bound.item)?.value;
  if (frame.base !== null && since?.kind === 'period' && since.period === bound.item.period.value)
    return target;
  const [at, coming] = [bound.item, target.item].map((i) => level(base, atOf(i)));
  const claimed = claimOf(frame).numbers.map((n) => decimal(n.value));
  const fits = (f: Figure | null | undefined): boolean =>
    !!f && typeof f.value !== 'string' && claimed.some((c) => typeof f.value !== 'string' && f.value.eq(c));
  return COMING.test(frame.said.text) || (fits(coming) && !fits(at)) ? target : bound;
}

/** "Net income rose faster than operating income": two movements side by side. */
function growsFaster(frame: Frame): boolean {
  return comparesTwo(frame) && ['Rise', 'Fall'].some((t) => frame.said.tags.has(t));
}

/** "Down both yoy and qoq", without a number: both changes are shown. */
function isTwofold(frame: Frame): boolean {
  const kinds = new Set(mentionsOf(frame.said, 'base').map((m) => m.base.kind));
  return frame.items.length === 1 && kinds.size > 1 && mentionsOf(frame.said, 'number').length === 0;
}

/** "Is SI revenue larger than network services revenue", "cash covers the debt": two figures side by side say it, and no movement is meant. */
function comparesTwo(frame: Frame): boolean {
  const subjects = new Set(frame.items.map((i) => `${i.metric ?? ''} ${i.segment ?? ''}`));
  const sizes =
    frame.said.tags.has('Higher') ||
    frame.said.tags.has('Lower') ||
    /\b(?:faster|slower|bigger|as (?:much|many|large) as|cover(?:s|ed)?|enough|suffic\w+)\b/i.test(
      frame.said.text,
    );
  return (
    subjects.size > 1 &&
    sizes &&
    !frame.said.tags.has('Target') &&
    mentionsOf(frame.said, 'number').length === 0
  );
}

const CONCEDES = /\b(?:although|though|despite|in spite of|notwithstanding|while|whereas)\b/i;
const MORE =
  /\b(?:(?:higher|bigger|larger|greater|more|better|stronger|faster|quicker)\b.{0,40}?\bthan|above|exceed\w*|outweigh\w*|outpac\w*|outgr[eo]w\w*|cover(?:s|ed)?|enough|suffic\w+)\b/i;
const LESS = /\b(?:(?:lower|smaller|less|fewer|weaker|worse|slower)\b.{0,40}?\bthan|below|short of)\b/i;

/** What is said of two things, for a verdict: only where the first named is the one that is said to be more or less. */
function besides(frame: Frame, bound: Bound): Bound {
  if (bound.kind !== 'query' || isEitherWay(frame.said)) return bound;
  const { text } = frame.said;
  const claim = claimOf(frame);
  const named = frame.said.mentions.filter((m) => m.kind === 'metric' || m.kind === 'segment');
  const [first, last] = [named[0], named.at(-1)];
  const [more, less] = [text.search(MORE), text.search(LESS)];
  const at = Math.max(more, less);
  const between = first !== undefined && last !== undefined && at >= first.end && at < last.start;
  const size = !between || (more >= 0 && less >= 0) ? null : more >= 0 ? 'more' : 'less';
  if (claim.negated || (size === null && frame.items.length > 1)) return bound;
  const [up, down] = [frame.said.tags.has('Rise'), frame.said.tags.has('Fall')];
  const moved = up === down ? null : up ? 'up' : 'down';
  return { ...bound, caveats: [...bound.caveats, { kind: 'asked', size, moved }] };
}

/** Statements on several things or comparisons at once are shown, not judged: one clause may hold and another not. */
function isSplit(frame: Frame): boolean {
  const subjects = new Set(frame.items.map((i) => `${i.metric ?? ''} ${i.segment ?? ''}`));
  const open = !frame.said.tags.has('Target') || CONCEDES.test(frame.said.text);
  return mentionsOf(frame.said, 'base').length > 1 || (subjects.size > 1 && open);
}
