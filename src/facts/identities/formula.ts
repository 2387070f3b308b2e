import type { Cell } from '../base.ts';
import { leavesOf, type Printed, sayExpression } from './expression.ts';
import type { Identity } from './identity.ts';

const PARTS = ['metric', 'segment', 'period', 'measure', 'scenario'] as const;

/** A coordinate of a cell in words; empty for what goes without saying. */
function partOf({ cell, fact }: Printed, part: (typeof PARTS)[number]): string {
  switch (part) {
    case 'metric':
    case 'segment':
    case 'period':
      return cell[part];
    case 'measure':
      return cell.measure === 'level'
        ? ''
        : [cell.measure, baseOf(cell, fact.base), unitOf(cell)].join(' ').trim();
    case 'scenario':
      return cell.scenario === 'actual' ? '' : cell.scenario;
  }
}

const baseOf = (cell: Cell, base: string | null): string => base ?? cell.against;
const unitOf = (cell: Cell): string =>
  cell.unit === 'percent' && cell.measure === 'change' ? 'percent' : '';

/**
 * An identity in ids: "operating-income = revenue - costs-and-expenses", "revenue: 9M FY2011 = 1Q11 + 2Q11 + 3Q11". The
 * coordinates that all figures share are left out, except that a metric is always named.
 */
export function formulaOf({ target, from, kind }: Identity): string {
  const all = [target, ...leavesOf(from).map((l) => l.printed)];
  const varies = PARTS.filter((part) => new Set(all.map((p) => partOf(p, part))).size > 1);
  if (kind === 'printing' || varies.length === 0)
    return `${whole(target)}: ${where(target)} = ${where(all[1])}`;
  const say = (p: Printed): string =>
    varies
      .map((part) => partOf(p, part))
      .filter((word) => word !== '')
      .join(' ') || p.cell.measure;
  const common = varies.includes('metric') ? '' : `${target.cell.metric}: `;
  return `${common}${say(target)} = ${sayExpression(from, say)}`;
}

const whole = (p: Printed): string =>
  PARTS.map((part) => partOf(p, part))
    .filter((word) => word !== '')
    .join(' ');
const where = (p: Printed | undefined): string => p?.fact.sections.join(', ') ?? '';
