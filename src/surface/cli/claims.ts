import { styleText } from 'node:util';
import { claimLine, summaryLine, VERDICT_NAMES } from '../../answer/claims.ts';
import type { FactBase } from '../../facts/base.ts';
import type { CheckedClaim, ClaimReport, Verdict } from '../../model/claim.ts';
import { lineText } from '../../render/text.ts';

const COLOURS: Readonly<Record<Verdict, 'green' | 'yellow' | 'red' | 'gray'>> = {
  matches: 'green',
  rounds: 'green',
  other: 'yellow',
  differs: 'red',
  absent: 'yellow',
  'not-a-claim': 'gray',
};

/** The line of a text that a place stands in, counted from one. */
function lineAt(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

const shownClaims = (report: ClaimReport): CheckedClaim[] =>
  report.claims.filter((c) => c.verdict !== 'not-a-claim');

const named = (c: CheckedClaim): string => `${VERDICT_NAMES[c.verdict]}${c.grave ? '!' : ''}`;

/** A report for a terminal or a pipe: the summary, then a line a claim with the line of the text it stands in. */
export function claimsText(base: FactBase, text: string, report: ClaimReport): string {
  const rows = shownClaims(report).map((c) => {
    const verdict = styleText(COLOURS[c.verdict], named(c), { stream: process.stdout });
    return `${lineAt(text, c.start)}: "${oneLine(c.text)}" ${verdict}: ${lineText(base, claimLine(base, c))}`;
  });
  return [lineText(base, summaryLine(report)), ...rows].join('\n');
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');
const cell = (text: string): string => oneLine(text).replace(/([\\|*_`<>[\]])/g, '\\$1');

/** A report as Markdown: the summary and a table, for a review or a pull request. */
export function claimsMarkdown(base: FactBase, text: string, report: ClaimReport): string {
  const rows = shownClaims(report).map(
    (c) =>
      `| ${lineAt(text, c.start)} | ${cell(c.text)} | ${named(c)} | ${cell(lineText(base, claimLine(base, c)))} |`,
  );
  const table =
    rows.length === 0
      ? []
      : ['', '| line | claim | verdict | the document |', '| ---: | --- | --- | --- |', ...rows];
  return [lineText(base, summaryLine(report)), ...table].join('\n');
}
