import { type FactBase, metricOf } from '../../facts/base.ts';
import { type Claim, type Direction } from '../../model/query.ts';
import { mentionsOf } from '../../understand/said.ts';
import { changeOf, fromPeriod } from '../change.ts';
import type { Frame } from '../frame.ts';
import type { Bound } from '../outcome.ts';
import { level } from '../level.ts';
import { atOf, bindBase } from './base.ts';
import { type Again, failed, hasChange, hasLevel, refused } from './common.ts';
import { bindItem } from './item.ts';

/** A statement to be checked: its cell, its direction, its number. */
export function bindCheck(base: FactBase, frame: Frame, again: Again): Bound {
  const [first] = frame.items;
  if (!first) return refused({ code: 'no-context' });
  const sign = signClaimed(frame.said.text);
  const item =
    sign !== null && (first.metric === null || base.metrics.get(first.metric)?.ambiguous)
      ? { ...first, metric: 'operating-income' }
      : first;
  const claim =
    sign === null
      ? claimOf(frame)
      : {
          ...claimOf(frame),
          direction: null,
          value: '0',
          valueUnit: null,
          bound: sign === 'profit' ? ('over' as const) : ('under' as const),
        };
  const target = frame.said.tags.has('Target') || frame.scenario === 'target';
  const wanted = claim.direction !== null && !target ? hasChange(base, frame) : hasLevel(base);
  const scenario = target ? (frame.scenario ?? 'target') : frame.scenario;
  const asked = target && item.period?.type === 'month' ? { ...item, period: null } : item;
  let bound = bindItem(base, asked, scenario, wanted);
  if (!bound.ok && claim.direction !== null)
    bound = bindItem(base, item, scenario, (at) => hasLevel(base)(at) || hasChange(base, frame)(at));
  if (!bound.ok) return failed(base, frame, bound, again);
  const now = level(base, atOf(bound.item));
  const negative = now !== null && typeof now.value !== 'string' && now.value.lt(0);
  const loss = negative && /\b(?:loss|losses|deficit)\b/i.test(frame.said.text);
  const stated = loss ? { ...claim, direction: flipped(claim.direction) } : claim;
  const unit = metricOf(base, bound.item.metric.value).unit;
  const wantsChange =
    claim.direction !== null ||
    frame.base !== null ||
    (claim.valueUnit === 'percent' && unit !== 'percent') ||
    claim.valueUnit === 'points';
  const [, second] = frame.items;
  const since =
    frame.base === null &&
    second?.period &&
    second.metric === first.metric &&
    second.segment === first.segment
      ? { kind: 'period' as const, said: second.period }
      : frame.base;
  const from = wantsChange && !target ? bindBase(base, { ...frame, base: since }, bound.item) : null;
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
    caveats: bound.caveats,
  };
}

/** "Profitable" and "loss-making" claim a sign of the operating income, or of the metric named. */
function signClaimed(text: string): 'profit' | 'loss' | null {
  if (/\b(?:unprofitable|loss[- ]making|in the red|negative|makes? a loss|losing money)\b/i.test(text))
    return 'loss';
  return /\b(?:profitable|in the black|positive|makes? a profit|making money|making a profit)\b/i.test(text)
    ? 'profit'
    : null;
}

/** A loss that narrows is a result that rises. */
const flipped = (d: Direction | null): Direction | null => (d === 'up' ? 'down' : d === 'down' ? 'up' : d);

function claimOf(frame: Frame): Claim {
  const { said } = frame;
  const [number] = mentionsOf(said, 'number').map((m) => m.number);
  const before = number ? said.text.slice(0, number.start).toLowerCase() : '';
  const about = /(?:about|around|roughly|approximately|nearly|almost|some|circa|~)\s*$/.test(before);
  const over =
    /(?:over|more than|above|exceed(?:s|ed)?|past|beyond|at least|north of|topped|get past|got past|greater than|>)\s*(?:the )?$/.test(
      before,
    );
  const under = /(?:under|less than|below|fewer than|short of|<)\s*$/.test(before);
  return {
    direction: directionOf(said.tags, said.text, over || under),
    value: number ? number.value.toFixed() : null,
    valueUnit: number?.unit ?? null,
    decimals: number?.decimals ?? 0,
    bound: over ? 'over' : under ? 'under' : about ? 'about' : 'exact',
    negated:
      /\b(?:not|never)\b/i.test(said.text) &&
      !/\b(?:is|was|did|does|are|has|have|were|do) not (?:it|they|that|he)\b/i.test(said.text),
  };
}

/** The movement a statement claims; "lower" and "down" outweigh a stray "more". */
export function directionOf(tags: ReadonlySet<string>, text: string, comparing: boolean): Direction | null {
  if (tags.has('Flat') && !tags.has('Rise')) return 'flat';
  const words = text.toLowerCase();
  const up =
    (tags.has('Rise') || tags.has('Higher')) &&
    !(comparing && !/\b(?:rose|grew|increased?|up|climbed|gained|improved|raised)\b/.test(words));
  const down =
    (tags.has('Fall') || tags.has('Lower')) &&
    !(comparing && !/\b(?:fell|declined?|decreased?|down|dropped|shrank|lowered|cut)\b/.test(words));
  if (up === down) return up ? firstOf(words) : null;
  return up ? 'up' : 'down';
}

function firstOf(text: string): Direction {
  const down = text.search(/\b(?:fall|fell|decreas|declin|drop|down|lower|shr[aiu]nk|reduc)/);
  const up = text.search(/\b(?:rise|rose|increas|grow|grew|up|higher|improv|rais|climb)/);
  return down >= 0 && (up < 0 || down < up) ? 'down' : 'up';
}
