import type { FactBase } from '../facts/base.ts';
import type { CheckedClaim, ClaimReport, ToldClaim, ToldReport, Verdict } from '../model/claim.ts';
import { claimLine, summaryLine, VERDICT_NAMES } from './claims.ts';

/** How much of a text is shown before and after a claim, in UTF-16 units. */
const BEFORE = 70;
const AFTER = 30;

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** A text without the bullet or heading mark that its line begins with. */
const withoutBullet = (line: string): string => line.replace(/^\s*(?:[-*•>#]+\s+)+/, '');

/** The end of what stands before a claim: from the start of its sentence or line on, as far as it is near. */
function beforeClaim(text: string, start: number): string {
  const near = text.slice(Math.max(0, start - BEFORE), start);
  const breaks = [...near.matchAll(/[.!?;]\s+(?=\S)|\n\s*/g)];
  const last = breaks.at(-1);
  if (last) return oneLine(withoutBullet(near.slice(last.index + last[0].length)));
  if (start <= BEFORE) return oneLine(withoutBullet(near.trimStart()));
  const cut = near.search(/\s/);
  return cut < 0 ? '…' : `…${oneLine(near.slice(cut + 1))}`;
}

/** The beginning of what stands after a claim, up to the end of its sentence or line, as far as it is near. */
function afterClaim(text: string, end: number): string {
  const near = text.slice(end, end + AFTER);
  const stop = /[.!?;](?=\s|$)|\n/.exec(near);
  if (stop && (stop.index + 1 < near.length || end + AFTER >= text.length)) return oneLine(near.slice(0, stop.index)); // prettier-ignore
  if (end + AFTER >= text.length) return oneLine(near.trimEnd());
  return `${oneLine(near.replace(/\s*\S*$/, ''))}…`;
}

/** The words of a claim with what stands around them. */
export const saidIn = (
  text: string,
  { start, end }: Pick<CheckedClaim, 'start' | 'end'>,
): ToldClaim['said'] => ({
  before: beforeClaim(text, start),
  text: oneLine(text.slice(start, end)),
  after: afterClaim(text, end),
});

/** The order in which claims are told: what must be mended first. */
const WEIGHT: Readonly<Record<Verdict, number>> = {
  differs: 1,
  other: 2,
  absent: 3,
  rounds: 4,
  matches: 5,
  'not-a-claim': 6,
};
const weight = (claim: CheckedClaim): number => (claim.grave ? 0 : WEIGHT[claim.verdict]);

/**
 * A report of a text in words: its claims by weight, the wrong way round first, within that in the text's order.
 * Numerals that claim nothing are left out.
 */
export function toldReport(base: FactBase, text: string, report: ClaimReport): ToldReport {
  const claims = report.claims
    .filter((c) => c.verdict !== 'not-a-claim')
    .sort((a, b) => weight(a) - weight(b) || a.start - b.start)
    .map((claim) => ({
      claim,
      verdict: VERDICT_NAMES[claim.verdict],
      said: saidIn(text, claim),
      line: claimLine(base, claim),
    }));
  return { summary: summaryLine(report), claims };
}
