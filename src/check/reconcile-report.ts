import type { FactBase } from '../facts/base.ts';
import { formulaOf } from '../facts/identities/formula.ts';
import { type Identity, VERDICTS } from '../facts/identities/identity.ts';
import type { Reconciliation } from './reconcile.ts';
import { sectionsOf } from './reconcile-json.ts';
import {
  arithmeticOf,
  computedDigits,
  equationOf,
  KIND_NAMES,
  printedDigits,
  subjectOf,
  UNITS_NOTE,
} from './reconcile-words.ts';

/** The summary as rows: a heading, one row a kind, and the total. */
export function summaryRows({ tallies, total }: Reconciliation): string[][] {
  const sum = (t: Readonly<Record<string, number>>): number => VERDICTS.reduce((n, v) => n + (t[v] ?? 0), 0);
  const row = (name: string, t: typeof total): string[] => [
    name,
    ...VERDICTS.map((v) => String(t[v])),
    String(sum(t)),
  ];
  return [
    ['identities', ...VERDICTS, 'all'],
    ...tallies.map(([kind, t]) => row(KIND_NAMES[kind], t)),
    row('All', total),
  ];
}

/** How many don't tie, in a sentence. */
export function verdictSentence({ total, unexplained }: Reconciliation): string {
  if (total.no === 0) return 'Every identity ties, to the digit or within the rounding of what is printed.';
  const open = unexplained.length;
  const does = total.no === 1 ? '1 identity does not tie' : `${total.no} identities do not tie`;
  if (open === 0) return `${does}; the data explains ${total.no === 1 ? 'it' : 'each'}.`;
  return `${does}, ${open} of them without an explanation in the data.`;
}

/** Every identity in a line, under the heading of its kind. */
export function listText(base: FactBase, { identities }: Reconciliation): string {
  return [
    UNITS_NOTE,
    ...byKind(identities).map(([name, list]) =>
      [`\n${name}`, ...list.map((i) => entryText(base, i))].join('\n'),
    ),
  ].join('\n');
}

function entryText(base: FactBase, i: Identity): string {
  const first = `${i.verdict.padEnd(8)}  ${subjectOf(base, i)}: ${equationOf(i)}  [${sectionsOf(base, i).join(', ')}]`;
  const formula = i.verdict === 'no' ? [`          ${formulaOf(i)}`] : [];
  return [first, ...formula, ...(i.why === null ? [] : [`          Explained: ${i.why}`])].join('\n');
}

function byKind(identities: readonly Identity[]): [string, Identity[]][] {
  const groups = new Map<string, Identity[]>();
  for (const i of identities) {
    const name = KIND_NAMES[i.kind];
    groups.set(name, [...(groups.get(name) ?? []), i]);
  }
  return [...groups];
}

/** The whole report as Markdown: the summary, then a table a kind. */
export function markdownReport(base: FactBase, r: Reconciliation): string {
  const heading = ['verdict', 'figure', 'printed', 'computed', 'from', 'sections'];
  const rows = (list: readonly Identity[]): string[][] =>
    list.map((i) => [
      i.verdict,
      subjectOf(base, i) + (i.why === null ? '' : `. Explained: ${i.why}`),
      printedDigits(i.target.fact),
      computedDigits(i),
      arithmeticOf(i.from),
      sectionsOf(base, i).join(', '),
    ]);
  return [
    `# ${base.document.title}, held against itself`,
    verdictSentence(r),
    markdownTable(summaryRows(r), 1),
    UNITS_NOTE,
    ...byKind(r.identities).map(([name, list]) => `## ${name}\n\n${markdownTable([heading, ...rows(list)])}`),
  ].join('\n\n');
}

/** A table of Markdown, its first row the heading; columns from `right` on are set to the right. */
function markdownTable([heading = [], ...rows]: readonly string[][], right = Infinity): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = heading.map((_, i) => (i >= right ? '---:' : '---'));
  return [line(heading), line(rule), ...rows.map(line)].join('\n');
}
