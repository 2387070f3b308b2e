/** A stretch of text that is read by itself. `fresh`: a new paragraph, list or heading begins, so that no subject is carried into it. */
export interface Sentence {
  start: number;
  end: number;
  fresh: boolean;
}

/** Longer stretches are cut, so that reading takes time linear in the text's length. */
const LONGEST = 800;

const BULLET = /^\s*(?:[-*+◦‣・]|\d{1,3}[.)]|[a-z][.)])\s/;
const ABBREVIATION =
  /(?:\b(?:vs|approx|no|dec|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|inc|co|ltd|corp|e\.g|i\.e|u\.s|fig|p|pp|est|ca|cf|mr|ms|dr|mn|bn|mil)|\b[a-z])$/i;

/** Where a line ends within a paragraph: the next line goes on with it unless either is a list item, a heading or short. */
function goesOn(line: string, next: string): boolean {
  if (line.trim() === '' || next.trim() === '' || BULLET.test(next)) return false;
  if (/[.!?:;]\s*$/.test(line) && !/,\s*$/.test(line)) return /[,;]\s*$/.test(line);
  if (/^[^.:]{1,60}:\s/.test(next)) return false;
  return /^\s*[a-z(]/.test(next) || line.trimEnd().length >= 60 || /[,(]\s*$/.test(line);
}

/** The sentences of a plain text, in order; lines that a paragraph wraps are one. */
export function splitSentences(text: string, from = 0, to = text.length): Sentence[] {
  const found: Sentence[] = [];
  let fresh = true;
  let at = from;
  while (at < to) {
    const end = paragraphEnd(text, at, to);
    const sentences = inParagraph(text, at, end);
    for (const s of sentences) {
      found.push({ ...s, fresh });
      fresh = false;
    }
    if (/\n[ \t]*\n/.test(text.slice(Math.max(from, end - 1), Math.min(to, end + 40)))) fresh = true;
    at = end + 1;
  }
  return found;
}

function paragraphEnd(text: string, from: number, to: number): number {
  let lineStart = from;
  for (;;) {
    const lineEnd = endOfLine(text, lineStart, to);
    if (lineEnd >= to) return to;
    const next = text.slice(lineEnd + 1, Math.min(endOfLine(text, lineEnd + 1, to), lineEnd + 200));
    if (lineEnd - from > LONGEST || !goesOn(text.slice(lineStart, lineEnd), next)) return lineEnd;
    lineStart = lineEnd + 1;
  }
}

function endOfLine(text: string, from: number, to: number): number {
  const i = text.indexOf('\n', from);
  return i < 0 || i > to ? to : i;
}

const STOP = /[.!?](?=["')\]]{0,2}(?:\s|$))/g;

function inParagraph(text: string, from: number, to: number): { start: number; end: number }[] {
  const body = text.slice(from, to);
  const found: { start: number; end: number }[] = [];
  let start = 0;
  const push = (end: number): void => {
    for (let s = start; s < end;) {
      const e = end - s > LONGEST ? cut(body, s) : end;
      if (body.slice(s, e).trim() !== '') found.push({ start: from + s, end: from + e });
      s = e;
    }
    start = end;
  };
  for (const stop of body.matchAll(STOP)) {
    const before = body.slice(Math.max(start, stop.index - 12), stop.index);
    const after = /^["')\]]*\s*(\S)/.exec(body.slice(stop.index + 1, stop.index + 20))?.[1];
    const number = /^\s*\d{1,3}$/.test(body.slice(start, stop.index));
    if (
      stop[0] === '.' &&
      (number ||
        (ABBREVIATION.test(before) &&
          (after === undefined ||
            !/[A-Z]/.test(after) ||
            /\b(?:dec|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|vs|approx|no|e\.g|i\.e)$/i.test(before))))
    )
      continue;
    if (stop[0] === '.' && after !== undefined && /[a-z]/.test(after)) continue;
    push(stop.index + 1);
  }
  push(body.length);
  return found;
}

/** The last space before the longest stretch ends, so that no word or number is torn. */
function cut(text: string, from: number): number {
  const space = text.slice(from, from + LONGEST).search(/\s\S*$/);
  return from + (space > 0 ? space + 1 : LONGEST);
}
