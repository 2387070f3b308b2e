import type { FactBase } from '../facts/base.ts';
import type { ToldReport } from '../model/claim.ts';
import { csvOf } from './csv.ts';
import { lineText } from './text.ts';

const HEADING = ['claim', 'words', 'verdict', 'wrong way round', 'cause', 'the document', 'sections'];

/**
 * A checked text as CSV, a line for each claim. The words around a claim stand in quotation marks, so that no
 * spreadsheet takes what somebody wrote for a formula.
 */
export function claimsCsv(base: FactBase, { claims }: ToldReport): string {
  const rows = claims.map(({ claim, verdict, said, line }) => [
    said.text,
    `“${said.before}${said.text}${said.after}”`,
    verdict,
    claim.grave ? 'yes' : '',
    claim.cause ?? '',
    lineText(base, line),
    claim.sections.join(' '),
  ]);
  return csvOf([HEADING, ...rows]);
}
