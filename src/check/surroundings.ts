import type { FactBase } from '../facts/base.ts';
import type { Attached } from './attach.ts';
import type { Carry } from './carry.ts';
import type { Draft, Reading } from './claim.ts';
import { foreignBefore } from './foreign.ts';
import { type Marked, type MarkOf, marksOf, type ScenarioWord } from './marks.ts';
import type { Subject } from './subjects.ts';

/** The subject whose segment or metric may be meant: one before in the sentence, else the heading, else the last one. */
export function contextOf(
  sentence: Marked,
  subjects: readonly Subject[],
  attached: Attached,
  mark: MarkOf<'numeral'>,
  carry: Carry,
): { subject: Subject | null; leads: boolean } {
  const own = attached.subject;
  const before = subjects.filter(
    (s) => s.end <= mark.start && s !== own && (own === null || s.start < own.start),
  );
  const sameSentence =
    own?.segment === null
      ? before.filter((s) => s.segment !== null).pop()
      : (before.filter((s) => s.metrics.length > 0).pop() ?? before.pop());
  if (sameSentence) return { subject: sameSentence, leads: true };
  if (carry.heading) return { subject: carry.heading, leads: true };
  const pronoun =
    own !== null && /\b(?:its|their)\s+(?:\w+[ -]){0,2}$/.test(sentence.text.slice(0, own.start));
  const topic = own?.segment === null ? (carry.topic ?? carry.subject) : carry.subject;
  return { subject: topic, leads: pronoun };
}

/** "IIJ-Global lost 1.5bn": a result without its name. */
export function losing(before: string, subject: Subject | null): Subject | null {
  if (!subject) return subject;
  const loss = /\b(?:lost|loses|losing|los(?:s|ses) of|made a loss of)\s*$/.test(before);
  const profit = /\b(?:earned|earns|earning|profits? of)\s*$/.test(before);
  if (subject.metrics.length > 0) return loss ? { ...subject, loss: true } : subject;
  return loss || profit ? { ...subject, result: true, loss } : subject;
}

/** "19.4bn of 70.75bn": the second number is the whole. */
export function outOf(sentence: Marked, mark: MarkOf<'numeral'>, previous: Reading | null): Subject | null {
  if (
    !previous?.draft.subject ||
    !/^\s*(?:yen\s+)?(?:out )?of\s*$/.test(sentence.text.slice(previous.mark.end, mark.start))
  )
    return null;
  const { subject, whole } = previous.draft;
  const metrics = whole && whole.metrics.length > 0 ? whole.metrics : subject.metrics;
  return { ...subject, metrics, segment: 'consolidated' };
}

/** "45.3bn (79.7%) a year earlier": a share in brackets is of the time of the number before it. */
export function asideOf(
  sentence: Marked,
  mark: MarkOf<'numeral'>,
  previous: Reading | null,
  own: boolean,
): Draft | null {
  if (!previous || mark.numeral.unit !== 'percent' || mark.numeral.sign !== null) return null;
  const alone =
    /^\s*\(\s*$/.test(sentence.text.slice(previous.mark.end, mark.start)) &&
    /^\s*(?:of [a-z &]+)?\)/.test(sentence.text.slice(mark.end));
  return alone && !own ? previous.draft : null;
}

/** A name that nobody knows right before a number takes the number: "OP 4.0bn; NP 2.4bn". */
export function strangerBefore(
  base: FactBase,
  sentence: Marked,
  subject: Subject | null,
  mark: MarkOf<'numeral'>,
  previous: Reading | null,
): string[] {
  if (!previous || !subject || subject.start >= previous.mark.end) return [];
  const gap = sentence.text.slice(previous.mark.end, mark.start);
  const label = /(?:[;,]|\band)\s+(?:\p{L}[\p{L}&-]*\s+){1,3}(?:of\s+|was\s+|at\s+|:\s*)?$/u.exec(gap);
  if (
    !label ||
    sentence.marks.some((m) => m.start >= previous.mark.end && m.end <= mark.start && m.kind !== 'period')
  )
    return [];
  return foreignBefore(base, sentence, previous.mark.end + label.index, mark.start);
}

export function lastStop(text: string, from: number, to: number): number {
  const m = /.*[;:]\s|.*,\s(?:and|but|while)\s/s.exec(text.slice(from, to));
  return m ? from + m[0].length : from;
}

/** Whether a bracket closes between two places that was open at the first. */
const parted = (text: string, from: number, to: number): boolean =>
  text.lastIndexOf('(', from) > text.lastIndexOf(')', from) && text.slice(from, to).includes(')');

/** Whether a target is spoken of: at the subject, or between it and the number; a new subject without the word ends it. */
export function scenarioFor(
  sentence: Marked,
  from: number,
  mark: MarkOf<'numeral'>,
  to: number,
  subject: Subject | null,
  carry: Carry,
): ScenarioWord | null {
  const words = marksOf(sentence, 'scenario');
  const near = words.filter(
    (w) =>
      !parted(sentence.text, w.end, mark.start) &&
      w.start >= Math.min(from, subject?.start ?? from) - 24 &&
      w.end <= mark.start,
  );
  const own = near.filter((w) => subject === null || Math.abs(w.start - subject.end) < 40 || w.start >= from);
  const last = own[own.length - 1];
  if (last) return last.scenario;
  const behind = words.find((w) => w.start >= mark.end && w.end <= to);
  if (
    behind &&
    /^\s*(?:is |was |as |for |of )?(?:the |its |a |full[- ]year |annual )*$/.test(
      sentence.text.slice(mark.end, behind.start),
    )
  )
    return behind.scenario;
  const lead = words[0];
  if (lead && lead.end <= mark.start && /^\s*:/.test(sentence.text.slice(lead.end))) return lead.scenario;
  return subject === null ? carry.scenario : null;
}
