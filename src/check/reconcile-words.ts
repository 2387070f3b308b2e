import { type FactBase, metricOf, segmentOf } from '../facts/base.ts';
import { type Expression, type Printed, sayExpression } from '../facts/identities/expression.ts';
import type { Identity, IdentityKind } from '../facts/identities/identity.ts';
import { type Decimal, divide, grouped, pow10, roundTo, ZERO } from '../model/decimal.ts';
import { CONSOLIDATED, type Fact } from '../model/fact.ts';
import { shortPeriod } from '../model/period.ts';

/** What the identities of a kind are, as a heading. */
export const KIND_NAMES: Readonly<Record<IdentityKind, string>> = {
  printing: 'Printed more than once',
  sum: 'Sums of lines',
  split: 'Segments and their parts',
  period: 'Periods and their parts',
  change: 'Changes between levels',
  growth: 'Growth between levels',
  ratio: 'Ratios',
  share: 'Shares',
  chain: 'Two ways to a figure that is not printed',
};

/** How amounts are written here. */
export const UNITS_NOTE = 'Amounts are in JPY million, those marked bn in billion, per-share amounts in yen.';

/** What the printed figure of an identity is: "Revenue, ATM operation business, 3Q11, change yoy". */
export function subjectOf(base: FactBase, { target }: Identity): string {
  const { fact, cell } = target;
  const metric = metricOf(base, fact.metric);
  return [
    metric.labels?.[fact.segment] ?? metric.label,
    ...(fact.segment === CONSOLIDATED ? [] : [segmentOf(base, fact.segment).label]),
    shortPeriod(fact.period),
    ...(fact.measure === 'level' ? [] : [againstOf(base, fact)]),
    ...(cell.scenario === 'actual' ? [] : [cell.scenario.replace('-', ' ')]),
  ].join(', ');
}

function againstOf(base: FactBase, fact: Fact): string {
  if (fact.measure === 'share')
    return `share of ${(base.metrics.get(fact.base ?? '')?.label ?? '').toLowerCase()}`;
  return fact.base === 'yoy' || fact.base === 'qoq' ? `change ${fact.base}` : 'change';
}

/** Digits with what they are in; brackets for less than nothing: "(29)", "4.0 bn", "(6.9%)", "(1.7) points". */
function withUnit(digits: string, fact: Fact, negative: boolean): string {
  const sized = fact.unit === 'percent' ? `${digits}%` : digits;
  const after = fact.unit === 'points' ? ' points' : fact.scale === 9 ? ' bn' : '';
  return `${negative ? `(${sized})` : sized}${after}`;
}

/** A figure with its printed digits. */
export function printedDigits(fact: Fact): string {
  if (typeof fact.value === 'string') return fact.printed;
  const digits = withUnit(fact.printed.replace(/[()+-]/g, ''), fact, fact.value.lt(ZERO));
  return fact.bound === 'over' ? `over ${digits}` : digits;
}

/** What the terms give, in the unit of the printed figure, with up to three more digits than it has. */
export function computedDigits({ value, target: { fact } }: Identity): string {
  if (typeof value === 'string') return value;
  const scaled = divide(value, pow10(fact.scale));
  const printed = fact.decimals + fact.scale;
  return withUnit(
    grouped(scaled.abs(), placesOf(roundTo(scaled, printed + 3), printed)),
    fact,
    value.lt(ZERO),
  );
}

/** The decimals that a number needs, at least so many. */
const placesOf = (value: Decimal, least: number): number =>
  Math.max(least, value.toFixed().split('.')[1]?.length ?? 0);

/** The arithmetic over printed digits: "361 - 360". */
export const arithmeticOf = (from: Expression): string =>
  sayExpression(from, (p: Printed) => printedDigits(p.fact));

/** "3,998 = 14,098 - 10,100", or with what comes out where that differs: "237, computed 236 = 361 - 125". */
export function equationOf(i: Identity): string {
  const printed = printedDigits(i.target.fact);
  const computed = i.verdict === 'exact' ? '' : `, computed ${computedDigits(i)}`;
  return `${printed}${computed} = ${arithmeticOf(i.from)}`;
}
