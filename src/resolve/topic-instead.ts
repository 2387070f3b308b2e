import type { FactBase } from '../facts/base.ts';
import { foldName, foldWord } from '../lexicon/fold.ts';
import type { Refusal } from '../model/answer.ts';
import type { Note } from '../model/document.ts';
import { CONSOLIDATED } from '../model/fact.ts';
import type { Intent, Query } from '../model/query.ts';
import { mentionsOf } from '../understand/said.ts';
import type { Frame } from './frame.ts';
import { findNotes, type NoteHit } from './notes.ts';
import { operate } from './operate.ts';
import type { Resolved } from './outcome.ts';

/** "What is IIJ doing for them": what happens is wanted, not what they are. */
const DOES = /\b(?:doing|building|preparing|developing)\b|\bdo(?:es)? .{1,40}\bdo\b/i;

/** A question about something that the document says in words: a contact, a plan, a client, an event. */
export function topicInstead(
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
  const remarked = isAgainstPlan(base, frame);
  if (!remarked && frame.items.some((i) => i.metric !== null && printed(i.metric))) return null;
  const about = frame.items
    .map((i) => ({ metric: i.metric, segment: i.segment }))
    .filter((a) => a.metric !== null || a.segment !== null);
  // A plan is spoken of in the document's words for one.
  const text = remarked ? `${frame.said.text} target` : frame.said.text;
  const wish = { text, about, period: null, base: null, direction: null };
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

const VERSUS_PLAN =
  /\b(?:vs|versus|against|relative to|compared (?:to|with)|than|behind|ahead of|in line with|on|above|below|according to|as) (?:the |its |their |our )?(?:\w+ )?(?:plans?|planned|targets?|budget|forecasts?|guidance|expect\w+)\b/i;

/** "IIJ-Global's profit versus plan": a segment has no target of its own, but the document may say how it stands. */
const isAgainstPlan = (base: FactBase, frame: Frame): boolean =>
  frame.said.tags.has('Target') &&
  frame.items.length > 0 &&
  frame.items.every((i) => i.segment !== null && i.segment !== CONSOLIDATED) &&
  (VERSUS_PLAN.test(frame.said.text) ||
    frame.items.every((i) => i.metric === null || base.metrics.get(i.metric)?.unit === 'date'));

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
