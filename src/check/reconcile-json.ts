import type { FactBase } from '../facts/base.ts';
import { leavesOf, type Printed } from '../facts/identities/expression.ts';
import { formulaOf } from '../facts/identities/formula.ts';
import type { Identity, IdentityKind, Verdict } from '../facts/identities/identity.ts';
import { type Decimal, roundTo } from '../model/decimal.ts';
import type { Fact, Measure, Scenario, Unit } from '../model/fact.ts';

/** A term of an identity; `sign` is minus where it is taken away, `value` in base units or ISO text. */
export interface TermLine {
  metric: string;
  segment: string;
  period: string;
  measure: Measure;
  base: string | null;
  scenario: Scenario;
  sign: '+' | '-';
  value: number | string;
  unit: Unit;
  printed: string;
  section: string;
}

/** An identity as `kessan reconcile --json` prints it; `computed`, `range` and `printed` are in base units. */
export interface IdentityLine {
  identity: string;
  kind: IdentityKind;
  metric: string;
  segment: string;
  period: string;
  measure: Measure;
  base: string | null;
  scenario: Scenario;
  terms: TermLine[];
  computed: number | string;
  range: [number, number] | null;
  printed: number | string;
  unit: Unit;
  verdict: Verdict;
  why: string | null;
  sections: string[];
}

/** The JSON object of an identity; its keys stand in this order. */
export function identityLine(base: FactBase, i: Identity): IdentityLine {
  const { fact } = i.target;
  const { metric, segment, period, measure, scenario, unit } = fact;
  const leaves = leavesOf(i.from);
  return {
    identity: formulaOf(i),
    kind: i.kind,
    metric,
    segment,
    period,
    measure,
    base: fact.base,
    scenario,
    terms: leaves.map(({ sign, printed }) => termLine(printed, sign, fact.sections)),
    computed: plain(i.value),
    range: i.range && [toNumber(i.range.low), toNumber(i.range.high)],
    printed: plain(fact.value),
    unit,
    verdict: i.verdict,
    why: i.why,
    sections: sectionsOf(base, i),
  };
}

/** Digits enough to see where a quotient lies; sums of printed digits have none beyond them. */
const toNumber = (value: Decimal): number => roundTo(value, 6).toNumber();

const plain = (value: Fact['value']): number | string =>
  typeof value === 'string' ? value : toNumber(value);

function termLine(printed: Printed, sign: 1 | -1, near: readonly string[]): TermLine {
  const fact = printed.facts.find((f) => f.sections.some((s) => near.includes(s))) ?? printed.fact;
  const { metric, segment, period, measure, base, scenario, unit } = fact;
  return {
    metric,
    segment,
    period,
    measure,
    base,
    scenario,
    sign: sign < 0 ? '-' : '+',
    value: plain(fact.value),
    unit,
    printed: fact.printed,
    section: fact.sections[0] ?? '',
  };
}

/** The sections that print the figures of an identity with these digits, in the document's order. */
export function sectionsOf(base: FactBase, { target, from }: Identity): string[] {
  const cited = new Set(
    [target, ...leavesOf(from).map((l) => l.printed)].flatMap((p) => p.facts.flatMap((f) => f.sections)),
  );
  return [...base.sections.keys()].filter((id) => cited.has(id));
}
