import type { FactBase } from '../facts/base.ts';
import { type CheckedClaim, type ClaimReport, type Verdict, VERDICTS } from '../model/claim.ts';
import type { Draft } from './claim.ts';
import { type Carry, NOTHING } from './carry.ts';
import { draftsIn } from './drafts.ts';
import { type Marked, marksOf, markSentence } from './marks.ts';
import { lowerCase, plainText } from './plain.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { draftsInTable, findTables, type Table } from './tables.ts';
import { judge } from './verdict.ts';

/** How long a text may be, in UTF-8 bytes. */
export const MAX_TEXT = 200_000;

/**
 * Checks every claim of a text against the document: each numeral, and each word that claims something without one. Pure;
 * time linear in the text's length. Throws RangeError for a text of more than MAX_TEXT characters.
 */
export function checkText(base: FactBase, text: string): ClaimReport {
  if (text.length > MAX_TEXT)
    throw new RangeError(`the text has ${text.length} characters, more than ${MAX_TEXT}`);
  const plain = plainText(text);
  const lower = lowerCase(plain);
  let carry: Carry = NOTHING;
  const claims: CheckedClaim[] = [];
  const tables = findTables(plain);
  for (const s of pieces(plain, tables)) {
    if ('rows' in s) {
      const drafts = draftsInTable(base, s, plain, lower, carry);
      claims.push(...drafts.map((d) => checked(base, text, d)));
      continue;
    }
    const sentence = markSentence(base, lower.slice(s.start, s.end), plain.slice(s.start, s.end));
    const read = draftsIn(
      base,
      sentence,
      s.start,
      s.fresh ? { ...carry, subject: null, foreign: [] } : carry,
    );
    carry = read.carry;
    claims.push(...read.drafts.map((d) => checked(base, text, d)), ...innocents(text, sentence, s.start));
  }
  claims.sort((a, b) => a.start - b.start || a.end - b.end);
  return { summary: summaryOf(claims), claims };
}

/** The tables of a text and the sentences between them, in order. */
function* pieces(plain: string, tables: readonly Table[]): Generator<Table | Sentence> {
  let at = 0;
  for (const table of tables) {
    yield* splitSentences(plain, at, table.start);
    yield table;
    at = table.end;
  }
  yield* splitSentences(plain, at);
}

function checked(base: FactBase, text: string, draft: Draft): CheckedClaim {
  const { at, ...verdict } = judge(base, draft);
  const n = draft.numeral;
  const shown = [verdict.figure, verdict.instead];
  return {
    start: draft.start,
    end: draft.end,
    text: text.slice(draft.start, draft.end),
    claimed: n && { value: n.low, high: n.range ? n.high : null, unit: n.unit },
    metric: at?.metric ?? null,
    segment: at?.segment ?? null,
    period: at?.period ?? null,
    kind: verdict.verdict === 'not-a-claim' ? null : draft.kind,
    ...verdict,
    sections: [...new Set(shown.flatMap((f) => f?.sections ?? []))],
  };
}

/** Digits in dates and references: they claim nothing, and are listed so that every numeral is accounted for. */
function innocents(text: string, sentence: Marked, offset: number): CheckedClaim[] {
  return [...marksOf(sentence, 'period'), ...marksOf(sentence, 'base'), ...marksOf(sentence, 'reference')]
    .filter((m) => /\d/.test(sentence.text.slice(m.start, m.end)))
    .map((m) => ({
      start: offset + m.start,
      end: offset + m.end,
      text: text.slice(offset + m.start, offset + m.end),
      claimed: null,
      metric: null,
      segment: null,
      period: null,
      kind: null,
      verdict: 'not-a-claim',
      grave: false,
      cause: null,
      figure: null,
      instead: null,
      sections: [],
    }));
}

function summaryOf(claims: readonly CheckedClaim[]): ClaimReport['summary'] {
  const count = (verdict: Verdict): number => claims.filter((c) => c.verdict === verdict).length;
  const counts = Object.fromEntries(VERDICTS.map((v) => [v, count(v)])) as Record<Verdict, number>;
  return { claims: claims.length, ...counts, grave: claims.filter((c) => c.grave).length };
}
