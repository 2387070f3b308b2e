import { type FactBase, factsOfSegment } from '../facts/base.ts';
import type { Refusal } from '../model/answer.ts';
import type { Intent } from '../model/query.ts';
import type { Said } from '../understand/said.ts';
import { countsNext, prepare } from './bind/prepare.ts';
import { dropTerms } from './bind/ratio.ts';
import { isSetAgainst, whichBusiness } from './doubts.ts';
import type { Frame } from './frame.ts';

/** What must be refused before any figure is looked up: nothing asked, another currency, words that matter and are not understood. */
export function refuse(base: FactBase, frame: Frame, intent: Intent): Refusal | null {
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
