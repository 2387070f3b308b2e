import type { FactBase } from '../facts/base.ts';
import { factsOf, natureOf } from '../facts/base.ts';
import { CONSOLIDATED } from '../model/fact.ts';
import type { Intent } from '../model/query.ts';
import { mentionsOf } from '../understand/said.ts';
import { takesOut } from './bind/aggregate.ts';
import { asksLoss } from './bind/loss.ts';
import { signClaimed, turnClaimed } from './bind/claim.ts';
import { isSince } from './bind/prepare.ts';
import { confirms, isEitherWay } from './confirm.ts';
import type { Frame, FrameItem } from './frame.ts';
import { isStockLike } from './periods.ts';

/** Whether what is asked is there at all; the issuer's name stands as "issuer". */
const HAS =
  /\b(?:do|does|did|can|could|would|will|is|are) (?:you|we|i|the (?:document|deck|report|presentation|company)|there|it say|issuer (?:give|disclose|report|print))\b/i;

const asksIfThere = (base: FactBase, text: string): boolean =>
  HAS.test(text.toLowerCase().replaceAll(base.document.issuer.short.toLowerCase(), 'issuer'));
const QUESTION = /\b(?:what|which|how|when|where|who|why)\b/i;

/** The intent of a question: the strongest cue whose needs are met. */
export function decide(base: FactBase, frame: Frame): Intent {
  if (asksRevision(frame) || asksTargetGrowth(frame)) return 'target';
  const ranked = [...frame.said.cues].sort((a, b) => b.weight - a.weight).map((c) => c.intent);
  const claim = isClaim(base, frame);
  if (claim && !ranked.slice(0, 1).includes('explain')) return 'check';
  const list =
    frame.followUp && frame.weight <= 1 ? [frame.intent] : [...new Set([...ranked, 'lookup' as const])];
  return list.find((intent) => isPossible(base, frame, intent)) ?? 'lookup';
}

/** "Has it been changed?" after a target asks for its revision, not for a movement of the figure. */
const asksRevision = (frame: Frame): boolean =>
  frame.followUp &&
  frame.previous?.intent === 'target' &&
  frame.base === null &&
  frame.said.sets.has('ask:revision') &&
  frame.items.every((i) => i.carried.has('metric')) &&
  !frame.said.tags.has('Why');

/** "What growth is that over the FY2010 actual?" after a target: the growth that the target means. */
const asksTargetGrowth = (frame: Frame): boolean =>
  frame.followUp &&
  frame.previous?.intent === 'target' &&
  frame.said.tags.has('Actual') &&
  ['Change', 'Rise'].some((t) => frame.said.tags.has(t)) &&
  frame.items.every((i) => i.carried.has('metric'));

/** "Percent or points?" asks for the unit of a movement and claims neither. */
const WHICH_UNIT =
  /(?:\bpercent(?:age)?|%|\bpct) or (?:in )?(?:percentage )?(?:points?|pts|pp)\b|\b(?:points?|pts|pp) or (?:in )?(?:percent|%|pct)/i;

/** Whether the question states something that can be true or false. */
function isClaim(base: FactBase, frame: Frame): boolean {
  const { said } = frame;
  const opens =
    /^(?:so |and |but |hey |hi |um |ok )*(?:is|was|were|are|did|does|do|has|have|had|will)\b/i.test(
      said.text,
    );
  const moves = ['Rise', 'Fall', 'Flat'].some((t) => said.tags.has(t));
  const numbers = mentionsOf(said, 'number').length > 0;
  if (WHICH_UNIT.test(said.text)) return false;
  if (isEitherWay(said)) return signClaimed(said.text) !== null;
  if (frame.items.length > 0 && confirms(said.text, moves || numbers || signClaimed(said.text) !== null))
    return true;
  if (frame.sets.has('verify')) {
    const asks =
      QUESTION.test(said.text) &&
      !/\b(?:is it (?:true|right|correct|so)|that right|correct\?|right\?)/i.test(said.text);
    const strong =
      /\b(?:true|right|correct|confirm|isn't it|that so|yeah|accurate|false|wrong|really|agree)\b|,? no\?|\bheard\b|\bunderstand\b|\btold\b|\bread that\b/i.test(
        said.text,
      );
    return strong && !asks && (moves || numbers || opens || frame.items.length > 0);
  }
  const fragment =
    !QUESTION.test(said.text) &&
    /\?\s*$|\b(?:still|huh|eh)\b/.test(said.text) &&
    mentionsOf(said, 'number').length > 0 &&
    frame.items.some((i) => i.metric !== null);
  if (fragment && !/\b(?:top|last|first|in) \d/i.test(said.text)) return true;
  if (
    /\b(?:profitable|loss[- ]making|in(?:to)? the red|in(?:to)? the black|unprofitable)\b/i.test(said.text) &&
    frame.items.length > 0 &&
    !QUESTION.test(said.text)
  )
    return true;
  if (!opens || asksIfThere(base, said.text)) return false;
  return (
    (moves ||
      numbers ||
      turnClaimed(said.text) ||
      (frame.items.length > 1 &&
        (said.tags.has('Higher') || said.tags.has('Lower') || /\bcover(?:s|ed)?\b/i.test(said.text))) ||
      /\b(?:profitable|in the red|in the black|loss[- ]making|positive|negative|above|below|more|less|higher|lower|bigger|exceed|still|same|record)\b/i.test(
        said.text,
      )) &&
    frame.items.length > 0
  );
}

/** "How has X moved each quarter from 1Q10 to 3Q11" asks for all of them, not for the ends. */
const EACH = /\b(?:each|every|per|by|after) (?:single )?(?:fiscal )?(?:quarter|qtr)\b/i;

/** Words that ask for the place in the document, not for a place in the world. */
const PLACES =
  /\b(?:tables?|charts?|graphs?|breakdown|figures|print\w*|shown?|find|found|disclos\w*|report\w*|mention\w*|cover\w*|section|page|slide|deck|document|presentation|get|see)\b/i;

/** Words that ask for one part of a whole, and not for the parts side by side. */
const PORTION = /\b(?:share|percent\w*|pct|portion|proportion|fraction|how much|weight\w*|slice)\b|%/i;

/** "How large was the deficit that weighed on equity" asks for the figure, whatever is said of it. */
const HOW_LARGE =
  /^(?:(?:and|so|please|could you|can you|tell me|let me know),? )*how (?:much|large|big|high|low|great|small) (?:is|are|was|were|had|has|did|do)\b(?!.*\b(?:why|reasons?|because|explain|drivers?)\b)/i;

function isPossible(base: FactBase, frame: Frame, intent: Intent): boolean {
  const { items, said } = frame;
  const named = items.filter((i) => i.metric !== null || i.segment !== null);
  const moves = ['Change', 'Rise', 'Fall'].some((t) => said.tags.has(t));
  switch (intent) {
    case 'explain':
      return !(HOW_LARGE.test(said.text) && named.some((i) => i.metric !== null));
    case 'define':
    case 'lookup':
      return true;
    case 'source':
      if (
        !named.some((i) => i.metric !== null) &&
        /\bwhere(?: is|'s| are| was| were)\b/i.test(said.text) &&
        !PLACES.test(said.text)
      )
        return false;
      return !/\b(?:booked|recogni[sz]ed|recorded|recognition)\b/i.test(said.text);
    case 'list':
      return canList(base, frame, named);
    case 'check':
      return false;
    case 'rank':
      if (/\b(?:at most|most of|top line|bottom line)\b/i.test(said.text) && !said.sets.has('sources'))
        return false;
      return named.length > 0 || /\b(?:balance[- ]sheet|income statement|targets?)\b/i.test(said.text);
    case 'share':
      if (/\bin (?:yen|jpy|money|absolute terms|amount)\b/i.test(said.text) && !said.tags.has('Percent'))
        return false;
      if (said.sets.has('portion') && !said.tags.has('Percent')) return false;
      if (said.sets.has('made-of') && named.length > 1 && !PORTION.test(said.text)) return false;
      if (said.sets.has('part') && !said.tags.has('Percent') && !said.tags.has('Share')) return false;
      return items.length > 1 || items.some((i) => i.segment !== null && i.segment !== CONSOLIDATED);
    case 'ratio':
      return (
        items.length > 1 || frame.followUp || (said.sets.has('as:times') && frame.base?.kind === 'period')
      );
    case 'change':
      return (
        !asksLoss(base, frame) &&
        named.length > 0 &&
        !named.some((i) => i.metric !== null && natureOf(base, i.metric) === 'event')
      );
    case 'compare':
      if (frame.range !== null && moves) return false;
      return items.length > 1 || (named.length > 0 && frame.base !== null && asksBoth(frame));
    case 'trend': {
      const stock = named.some((i) => i.metric !== null && isStockLike(base, i.metric));
      if (isSince(frame) || (frame.range !== null && EACH.test(said.text))) return true;
      if (!said.tags.has('Trend') && moves && (stock || frame.range !== null || frame.base !== null))
        return false;
      if (frame.base !== null && frame.range === null && !isSeries(frame)) return false;
      return named.length > 0;
    }
    case 'aggregate':
      if (frame.sets.has('op:difference') && takesOut(said.text)) return true;
      if (frame.sets.has('op:average') && named.length > 0) return true;
      return items.length > 1 || frame.range !== null || isSeries(frame);
    case 'target':
      if (!said.tags.has('Target') && frame.previous?.intent !== 'target') return false;
      return named.length === 0 || named.some((i) => i.metric === null || hasTarget(base, i.metric));
    case 'help':
      return items.length === 0;
  }
}

/** "Compare X with last year" wants both figures first; "X vs last year" and "3Q11 vs 3Q10" the change, which shows both. */
function asksBoth(frame: Frame): boolean {
  const { text } = frame.said;
  if (
    /\b(?:by how (?:much|many)|by what|how (?:much|many)|percent\w*|pct|yen|change|up|down)\b|%/i.test(text)
  )
    return false;
  return /\b(?:compar(?:e|es|ing|ison)|side by side|next to|stack up)\b/i.test(text);
}

function canList(base: FactBase, frame: Frame, named: readonly FrameItem[]): boolean {
  if (frame.sets.has('made-of') && (named.length > 1 || frame.sets.has('part'))) return false;
  if (frame.said.cues.some((c) => c.intent === 'list' && c.weight > 50)) return true;
  if (frame.sets.has('parts')) return named.length === 1;
  if (frame.sets.has('figures') && named.some((i) => i.segment !== null && i.metric === null)) return true;
  return named.every((i) => i.metric === null || base.metrics.get(i.metric)?.printed === 'none');
}

const hasTarget = (base: FactBase, metric: string): boolean =>
  base.indexes.ahead.some((f) => f.metric === metric) || factsOf(base, metric, 'consolidated').length > 0;

/** Whether a run of periods was asked for: each quarter, the last three quarters. */
function isSeries(frame: Frame): boolean {
  return frame.items.some((i) => i.period?.type === 'series');
}
