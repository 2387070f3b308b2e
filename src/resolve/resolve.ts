import { type FactBase, factsOfSegment } from '../facts/base.ts';
import type { Refusal } from '../model/answer.ts';
import type { Conversation } from '../model/conversation.ts';
import { assumed, type Intent, type Query, said } from '../model/query.ts';
import type { Said } from '../understand/said.ts';
import { signClaimed } from './bind/claim.ts';
import { withLoss } from './bind/loss.ts';
import { countsNext, prepare } from './bind/prepare.ts';
import { bindQuery } from './bind/query.ts';
import { dropTerms } from './bind/ratio.ts';
import { foldName, foldWord } from '../lexicon/fold.ts';
import type { Note } from '../model/document.ts';
import { mentionsOf } from '../understand/said.ts';
import { CONSOLIDATED, type MetricId } from '../model/fact.ts';
import { withVerdict } from './beside.ts';
import { quarterAlone } from './alone.ts';
import { decide } from './decide.ts';
import { isSetAgainst, whichBusiness } from './doubts.ts';
import { findNotes, type NoteHit } from './notes.ts';
import { type Frame, frameOf } from './frame.ts';
import { operate } from './operate.ts';
import { type Bound, type Caveat, type Outcome, readings } from './outcome.ts';

export type Resolved =
  | { kind: 'found'; query: Query; outcome: Outcome; caveats: readonly Caveat[] }
  | { kind: 'refused'; refusal: Refusal; query?: Query }
  | Extract<Bound, { kind: 'choose' }>;

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

/** What must be refused before any figure is looked up: nothing asked, another currency, words that matter and are not understood. */
function refuse(base: FactBase, frame: Frame, intent: Intent): Refusal | null {
  const { said } = frame;
  if (said.text.replace(/[^\p{L}\p{N}]/gu, '') === '') return { code: 'empty' };
  const unnamed = frame.items.every((i) => i.metric === null && i.segment === null);
  if (said.japanese && unnamed) return { code: 'japanese' };
  const [only, more] = frame.items;
  if (
    !frame.followUp &&
    only &&
    !more &&
    intent !== 'target' &&
    (only.after === 'of' || only.after === 'per')
  )
    return { code: 'no-context' };
  const currencies = said.restrictions.filter((w) => (base.words.Currency ?? []).includes(w));
  if (currencies.length > 0) return { code: 'currency', words: currencies };
  if (intent === 'explain' || intent === 'define' || intent === 'list' || intent === 'source') return null;
  if (said.restrictions.length > 0) return { code: 'restriction', words: said.restrictions };
  if (said.unknown.length > 0) return { code: 'not-understood', words: said.unknown };
  const beside =
    (intent === 'lookup' || intent === 'compare') && !said.tags.has('Together')
      ? namedBeside(base, frame)
      : null;
  if (beside !== null) return { code: 'not-understood', words: [beside] };
  const which = intent === 'lookup' && !frame.followUp ? whichBusiness(frame) : null;
  if (which !== null) return { code: 'not-understood', words: [which] };
  if (isBareSum(frame)) return { code: 'not-understood', words: ['sum'] };
  const unread = unreadIn(base, said, intent);
  if (unread !== null) return { code: 'not-understood', words: [unread] };
  const counted = COUNTED.exec(said.text)?.[0].trim();
  if (counted !== undefined) return { code: 'restriction', words: [counted.toLowerCase()] };
  if (isUncounted(base, frame)) return { code: 'not-understood', words: ['how many'] };
  const outlay = outlayOf(base, frame);
  if (outlay) return { code: 'not-understood', words: [outlay] };
  if (intent === 'help') return { code: 'chat' };
  if (intent === 'rank') return null;
  if (!unnamed || intent === 'target') return null;
  const moves = ['Rise', 'Fall', 'Change', 'Percent', 'Amount'].some((t) => said.tags.has(t));
  return { code: said.mentions.length > 0 || moves || frame.weight > 1 ? 'no-context' : 'chat' };
}

/** Two figures named in one breath, with nothing that joins them ("income tax payable"): most likely a third one. */
function namedBeside(base: FactBase, frame: Frame): string | null {
  const items = dropTerms(base, frame.said.text, frame.items);
  const [first] = items;
  const other = items.find((i, n) => n > 0 && i.after === null && i.metric !== first?.metric);
  if (frame.followUp || !first?.metric || !other?.metric || isSetAgainst(base, frame)) return null;
  return [first.metric, other.metric].map((m) => base.metrics.get(m)?.label ?? m).join(' / ');
}

/** "ATM sum 3Q10": a sum of what, nobody said. */
const isBareSum = (frame: Frame): boolean =>
  !frame.followUp &&
  frame.items.length === 1 &&
  frame.range === null &&
  frame.items.every((i) => i.metric === null && i.period?.type !== 'series') &&
  /\bsum\b/i.test(frame.said.text);

/** "How many network services": a number of things that the document does not count. */
function isUncounted(base: FactBase, frame: Frame): boolean {
  if (!countsNext(frame)) return false;
  return prepare(base, frame).items.some(
    (i) =>
      i.metric === null &&
      i.segment !== null &&
      base.metrics.get(base.segments.get(i.segment)?.metric ?? '')?.unit !== 'count',
  );
}

/** Classes of words that make a question another one, and the intents that read them. */
const READ_BY: Readonly<Record<string, readonly Intent[]>> = {
  Sign: ['check', 'target', 'rank'],
  Split: ['compare', 'share', 'ratio', 'rank', 'trend', 'check'],
  Turn: ['check'],
  Bulk: ['rank', 'share', 'check'],
  Big: ['check', 'rank', 'target', 'change', 'share'],
};

/** A word of such a class that nothing of this intent reads ("the positive revenue", "revenue, broken"). */
function unreadIn(base: FactBase, said: Said, intent: Intent): string | null {
  const tag = Object.keys(READ_BY).find((t) => said.tags.has(t) && READ_BY[t]?.includes(intent) === false);
  if (tag === undefined) return null;
  const words = new Set(base.words[tag] ?? []);
  return said.words.find((w) => words.has(w.text.toLowerCase()) && w.taken === 'cue')?.text ?? null;
}

/** "In how many quarters did it rise": a count of periods, which is no figure and no series of them. */
const COUNTED =
  /\bhow many (?:of (?:the|these|those) )?(?:(?:\d+|two|three|four|five|six|seven|last|past|consecutive|straight|fiscal|single|individual|printed) )*(?:quarters|qtrs|periods|years)\b|\bhow often\b|\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) (?:months|quarters|years|weeks|days) (?:before|prior to|after) (?!tax)(?=\w)|\bhow many times(?= (?:did|has|have|had|does|do)\b)/i;

/** Words that ask who, where, when or whether, or for something to be done: no figure of a bare segment answers them. */
const DOING =
  /\b(?:who|whose|where|when|can i|should i|open|close|cancel|acquire|acquired|sell|sold|listed|located|headquartered|supports?|started?|launched|launch|runs?|break|account|risks?)\b/i;

/** "How much was spent on GIO": a verb that names another figure than the one a segment stands for. */
function outlayOf(base: FactBase, frame: Frame): string | null {
  if (
    !(frame.said.tags.has('Outlay') || DOING.test(frame.said.text)) ||
    frame.items.some((i) => i.metric !== null)
  )
    return null;
  if (frame.items.every((i) => i.segment === null)) return null;
  const dated = frame.items.some(
    (i) => i.segment !== null && factsOfSegment(base, i.segment).some((f) => f.unit === 'date'),
  );
  if (
    dated &&
    !frame.said.tags.has('Outlay') &&
    /\b(?:when|which month|which date|start\w*|launch\w*)\b/i.test(frame.said.text)
  )
    return null;
  const verbs = new Set(base.words.Outlay ?? []);
  return frame.said.words.find((w) => verbs.has(w.text.toLowerCase()) || DOING.test(w.text))?.text ?? null;
}

/** "What is IIJ doing for them": what happens is wanted, not what they are. */
const DOES = /\b(?:doing|building|preparing|developing)\b|\bdo(?:es)? .{1,40}\bdo\b/i;

/** A question about something that the document says in words: a contact, a plan, a client, an event. */
function topicInstead(
  base: FactBase,
  frame: Frame,
  refusal: Refusal,
): { intent: Intent; result: Resolved } | null {
  if (
    !['not-understood', 'chat', 'no-context', 'not-printed', 'no-target', 'changes-only'].includes(
      refusal.code,
    )
  )
    return null;
  const printed = (id: string): boolean => base.metrics.get(id)?.printed !== 'none';
  const remarked = isAgainstPlan(frame);
  if (!remarked && frame.items.some((i) => i.metric !== null && printed(i.metric))) return null;
  const about = frame.items
    .map((i) => ({ metric: i.metric, segment: i.segment }))
    .filter((a) => a.metric !== null || a.segment !== null);
  const wish = { text: frame.said.text, about, period: null, base: null, direction: null };
  const [best] = findNotes(
    base,
    wish,
    refusal.code === 'not-printed' &&
      frame.items.every((i) => i.metric === null) &&
      !DOES.test(frame.said.text)
      ? (['contact', 'event', 'plan', 'list', 'remark', 'definition'] as const)
      : (['contact', 'event', 'plan', 'list', 'remark'] as const),
  );
  const asked = frame.said.words
    .filter((w) => w.taken === 'unknown' || w.taken === 'metric')
    .map((w) => foldWord(w.text));
  const enough = best?.note.kind === 'contact' ? 3 : 6;
  if (!best || best.score < enough) return null;
  const figure = frame.items.some((i) => i.metric !== null && base.metrics.get(i.metric)?.unit !== 'text');
  if (figure && !remarked && !(best.note.kind === 'list' && namesList(frame, best.note))) return null;
  const matched = best.note.kind === 'contact' || asked.some((w) => best.words.has(w));
  const told =
    best.by === 'about' &&
    (refusal.code === 'not-understood'
      ? frame.said.unknown.length === 0 && best.score >= 14
      : best.score >= 8);
  if (!matched && !told && !isBareTerm(frame, best)) return null;
  if (best.note.kind !== 'contact' && /\bhow (?:much|many)\b/i.test(frame.said.text)) return null;
  const query: Query =
    best.note.kind === 'definition'
      ? { intent: 'define', note: best.note.id, unit: null }
      : { intent: 'list', notes: [best.note.id], metrics: [], unit: null };
  return {
    intent: query.intent,
    result: { kind: 'found', query, outcome: operate(base, query), caveats: [] },
  };
}

/** "IIJ-Global's profit versus plan": a segment has no target of its own, but the document may say how it stands. */
const isAgainstPlan = (frame: Frame): boolean =>
  frame.said.tags.has('Target') &&
  frame.items.length > 0 &&
  frame.items.every((i) => i.segment !== null && i.segment !== CONSOLIDATED);

/** "M2M = ?": nothing but a name without figures, of which the document says what it is. */
const isBareTerm = (frame: Frame, best: NoteHit): boolean =>
  best.note.kind === 'definition' &&
  best.by === 'term' &&
  !frame.followUp &&
  frame.said.words.every((w) => w.taken === 'segment' || w.taken === 'filler');

/** Whether what was taken for a figure that is not printed is what a list is called: "clients". */
function namesList(frame: Frame, note: Note): boolean {
  const keywords = new Set(note.keywords.map((k) => foldName(k).join(' ')));
  return mentionsOf(frame.said, 'metric').some((m) =>
    keywords.has(foldName(frame.said.text.slice(m.start, m.end)).join(' ')),
  );
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
