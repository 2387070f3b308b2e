import { alignRows } from '../src/surface/cli/table.ts';

export type Row = [what: string, measured: string, aim: string];

/** Rows of what was measured against what it should be, under a heading. */
export const measuredTable = (title: string, rows: readonly Row[]): string =>
  alignRows([[title, 'measured', 'aim'], ...rows], new Set([1]));

export const ms = (n: number): string => `${n.toFixed(n < 10 ? 2 : 0)} ms`;
export const percent = (part: number, whole = 1): string => `${((100 * part) / whole).toFixed(1)}%`;
export const count = (n: number): string => n.toLocaleString('en-US');

/** A table in Markdown; its columns from the third on are set to the right. */
export function markdownTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((cell, i) => Math.max(3, cell.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${widths.map((w, i) => (i < 2 ? (row[i] ?? '').padEnd(w) : (row[i] ?? '').padStart(w))).join(' | ')} |`;
  const rule = `| ${widths.map((w, i) => (i < 2 ? '-'.repeat(w) : `${'-'.repeat(w - 1)}:`)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
