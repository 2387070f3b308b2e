import type { FactBase } from '../facts/base.ts';
import { longestName } from '../lexicon/names.ts';
import type { MarkOf, Marked } from './marks.ts';
import { marksOf } from './marks.ts';
import { betweenText, squeezed, type Subject } from './subjects.ts';

/** Words between a number and the name of what it is: "361 million of revenue", "24.6% growth in revenue", "75 new graduates". */
const POST =
  /^\)? ?(?:(?:relates? to|belongs to|is related to|comes? from|came from|is from|was from|attributable to|is attributable to|(?:was|were|is|are|has been|have been|went|goes) (?:\w+ )?(?:as|on|for|to|into|in|by|from|towards?))\b ?)?(?:(?:rise|increase|growth|gain|jump|improvement|drop|decline|decrease|fall|reduction|more|fewer|higher|lower|less|additional|new|newly|full-time|brought|took|takes|lifted|pushed|sent|drove|carried)\b ?)*(?:(?:of|in|for|from|at)(?: |$))?(?:(?:the|its|our|their|a|total|consolidated|iij's|iij|annual|additional)(?: |$))*$/;
const WHOLE =
  /^\s*\)?\s*(?:of|as a share of|as a percentage of)\s+(?:(?:the|its|our|their|total|all|consolidated|group)\s+)*$/;

/** Words between two statements that let a number speak of the name before it. */
const NEW = /[;.]\s/;

export interface Attached {
  subject: Subject | null;
  /** What a percentage is of: "14.3% of revenue". */
  whole: Subject | null;
  /** The subject before the chosen one in the sentence. */
  earlier: Subject | null;
}

/** For each numeral of a sentence, which of its subjects it speaks of. Null where none does. */
export function attach(base: FactBase, sentence: Marked, subjects: readonly Subject[]): Attached[] {
  const numerals = marksOf(sentence, 'numeral');
  const wholes = new Set<Subject>();
  const attached: Attached[] = [];
  const zipped = respectively(sentence, subjects, numerals);
  for (const [i, n] of numerals.entries()) {
    const nextStart = numerals[i + 1]?.start ?? sentence.text.length;
    const before = subjects.filter((s) => s.end <= n.start && !wholes.has(s));
    const pre = before[before.length - 1] ?? null;
    const earlier = before[before.length - 2] ?? null;
    const post = subjects.find((s) => s.start >= n.end && s.end <= nextStart) ?? null;
    const gap = post ? betweenText(sentence, n.end, post.start) : '';
    const zip = zipped.get(n);
    if (zip) {
      attached.push({ subject: zip, whole: null, earlier: null });
      continue;
    }
    if (post && n.numeral.unit === 'percent' && WHOLE.test(gap) && (pre || i > 0)) {
      wholes.add(post);
      attached.push({ subject: pre, whole: post, earlier });
      continue;
    }
    if (
      post &&
      (POST.test(squeezed(withoutMovements(sentence, n.end, post.start, gap))) ||
        (/^\s*on\s*(?:the |its )?$/.test(gap) &&
          /\b(?:spent|spend|spends|paid|spending)\b[^,;]*$/.test(sentence.text.slice(0, n.start))))
    ) {
      attached.push({ subject: combine(pre, post, sentence, n), whole: null, earlier: pre });
      continue;
    }
    const counted = post ? null : countedBehind(base, sentence, n, pre);
    if (counted) {
      attached.push({ subject: counted, whole: null, earlier: pre });
      continue;
    }
    const ahead = pre === null && post === null ? null : pre === null && leads(sentence, n) ? post : null;
    attached.push({ subject: pre ?? ahead, whole: null, earlier });
  }
  return attached;
}

/** Verbs by which somebody has a number of something. */
const HOLDS =
  /\b(?:employs?|employed|employing|has|have|had|counts?|counted|served?|serves|signed|won|operates?|operated|runs?|with)\s*(?:\w+ than\s*|about\s*|some\s*|almost\s*|nearly\s*|over\s*|around\s*)?$/;

/** "Employs 1,941 people": the noun behind a number names what is counted, if the vocabulary knows the number of it. */
function countedBehind(
  base: FactBase,
  sentence: Marked,
  n: MarkOf<'numeral'>,
  pre: Subject | null,
): Subject | null {
  if (n.numeral.unit !== null || n.numeral.scaled || !HOLDS.test(sentence.text.slice(0, n.start)))
    return null;
  const token = sentence.tokens.find((t) => t.start >= n.end);
  if (!token || !/^\s+$/.test(sentence.text.slice(n.end, token.start))) return null;
  const name = longestName(base.names, ['number', 'of', token.folded], 0);
  if (name?.to !== 3 || name.name.target.kind !== 'metric') return null;
  const segment = pre !== null && pre.metrics.length === 0 ? pre.segment : null;
  return {
    start: token.start,
    end: token.end,
    metrics: [name.name.target.id],
    segment,
    loss: false,
    result: false,
    joined: false,
  };
}

/** The gap with its words of movement as they are; other marks in it part number and name. */
function withoutMovements(sentence: Marked, from: number, to: number, gap: string): string {
  const parts = sentence.marks.some((m) => m.start >= from && m.end <= to && m.kind === 'numeral');
  return parts ? '|' : gap;
}

/** "IIJ Mobile has 46,964 contracts" and "revenue of 361 million in the ATM business" say one subject in two places. */
function combine(pre: Subject | null, post: Subject, sentence: Marked, n: MarkOf<'numeral'>): Subject {
  if (pre === null || NEW.test(sentence.text.slice(pre.end, n.start))) return post;
  if (post.segment === null && post.metrics.length > 0 && pre.metrics.length === 0)
    return { ...post, segment: pre.segment, start: pre.start };
  if (post.metrics.length === 0 && pre.metrics.length > 0 && pre.segment === null)
    return { ...pre, segment: post.segment, end: post.end };
  return post;
}

/** A sentence that begins with a number or a movement tells its subject behind: "Up 24.6%, revenue reached ...". */
function leads(sentence: Marked, n: MarkOf<'numeral'>): boolean {
  return /^[\s(]*(?:(?:up|down|at|a|an|with|about|almost|some|only|just|of|the|rising|falling|after|by)\b[\s]*)*$/.test(
    betweenText(sentence, 0, n.start),
  );
}

/** "Revenue and operating income rose 24.6% and 64.5%": as many numbers as names, in the same order. */
function respectively(
  sentence: Marked,
  subjects: readonly Subject[],
  numerals: readonly MarkOf<'numeral'>[],
): Map<MarkOf<'numeral'>, Subject> {
  const found = new Map<MarkOf<'numeral'>, Subject>();
  for (let i = 0; i < subjects.length; i++) {
    let j = i;
    while (subjects[j + 1]?.joined === true) j++;
    const run = subjects.slice(i, j + 1);
    const [last, next] = [run[run.length - 1], subjects[j + 1]];
    i = j;
    if (run.length < 2 || !last) continue;
    const listed = numerals.filter((n) => n.start >= last.end && n.end <= (next?.start ?? Infinity));
    if (listed.length === 0 || listed.length % run.length !== 0 || !sameUnits(listed)) continue;
    const between = listed
      .slice(1, run.length)
      .map((n, k) => sentence.text.slice(listed[k]?.end ?? 0, n.start));
    if (
      !between.every((b) => /^\s*(?:,|and|, and|and by|and to|to)\s*$/.test(b)) &&
      !/\brespectively\b/.test(sentence.text)
    )
      continue;
    for (const [k, n] of listed.entries()) {
      const subject = run[k % run.length];
      if (subject) found.set(n, shared(subject, run));
    }
  }
  theyWere(sentence, subjects, numerals, found);
  return found;
}

/** "In FY2010 they were A and B": the names that had numbers before, in the same order. */
function theyWere(
  sentence: Marked,
  subjects: readonly Subject[],
  numerals: readonly MarkOf<'numeral'>[],
  found: Map<MarkOf<'numeral'>, Subject>,
): void {
  const at = /\b(?:they|these|those) (?:were|are|stood at|came to)\s+(?:jpy\s*)?/.exec(sentence.text);
  if (!at) return;
  const listed = numerals.filter((n) => n.start >= at.index + at[0].length - 4);
  const before = subjects.filter((s) => s.end <= at.index);
  if (listed.length < 2 || before.length < listed.length) return;
  const run = before.slice(before.length - listed.length);
  for (const [k, n] of listed.entries()) {
    const subject = run[k];
    if (subject) found.set(n, subject);
  }
}

const sameUnits = (list: readonly MarkOf<'numeral'>[]): boolean =>
  new Set(list.map((n) => n.numeral.unit)).size === 1;

/** "ATM and IIJ-Global revenue": the metric stands at the last name and holds for all; likewise a segment at the first. */
function shared(subject: Subject, run: readonly Subject[]): Subject {
  const metrics =
    subject.metrics.length > 0 ? subject.metrics : (run.find((s) => s.metrics.length > 0)?.metrics ?? []);
  const segment =
    subject.segment ??
    (run.every((s) => s.segment === null || s === run[0]) ? (run[0]?.segment ?? null) : null);
  return { ...subject, metrics, segment };
}
