import { type Fact, type Measure, type Scenario, SCENARIOS } from '../model/fact.ts';
import { parsePeriod, type Period, spell } from '../model/period.ts';
import { basePeriod, type Cell, factsOf, type FactBase, printings } from './base.ts';

/** A fact named in the data's words: "metric segment period [change BASE | share WHOLE] [scenario]". */
export interface FactReference {
  metric: string;
  segment: string;
  period: Period;
  measure: Measure;
  /** Of a change yoy, qoq or a period; of a share the whole's metric; null for a level. */
  base: string | null;
  scenario: Scenario;
}

/** The parts of a reference such as "revenue atm 3Q11 change yoy", or null when it is none. */
export function parseReference(text: string): FactReference | null {
  const [metric, segment, ...rest] = text.trim().split(/\s+/);
  const when = takePeriod(rest);
  if (metric === undefined || segment === undefined || !when) return null;
  const of = takeMeasure(when.rest, when.period);
  if (!of) return null;
  const [scenario = 'actual', ...more] = of.rest;
  if (!isScenario(scenario) || more.length > 0) return null;
  return { metric, segment, period: when.period, measure: of.measure, base: of.base, scenario };
}

const isScenario = (word: string): word is Scenario => SCENARIOS.some((s) => s === word);

/** A period is one word, or two: "9M FY2011". */
function takePeriod(words: readonly string[]): { period: Period; rest: string[] } | null {
  for (const length of [2, 1]) {
    const parts = words.length < length ? null : parsePeriod(words.slice(0, length).join(' '));
    if (parts) return { period: spell(parts), rest: words.slice(length) };
  }
  return null;
}

interface Measured {
  measure: Measure;
  base: string | null;
  rest: string[];
}

function takeMeasure(words: string[], period: Period): Measured | null {
  const [measure, ...after] = words;
  if (measure === 'share') {
    const [base, ...rest] = after;
    return base === undefined ? null : { measure, base, rest };
  }
  if (measure !== 'change') return { measure: 'level', base: null, rest: words };
  const [base, ...rest] = after;
  if (base === 'yoy' || base === 'qoq') return { measure, base, rest };
  const from = takePeriod(after);
  return from && from.period !== period ? { measure, base: from.period, rest: from.rest } : null;
}

/** The facts that a reference names, the finest printing first; a change gives its amounts and its percentages. Empty when nothing is printed. */
export function resolveReference(base: FactBase, reference: FactReference): Fact[] {
  const { measure, period, segment, metric, scenario } = reference;
  const against = againstOf(reference);
  const units = new Set(factsOf(base, metric, segment).map((f) => f.unit));
  return [...units].flatMap((unit) => {
    const cell: Cell = { metric, segment, period, measure, against, scenario, unit };
    return printings(base, cell);
  });
}

/** What a change or a share is held against, as cells have it: a period, a metric, or nothing for a level. */
export function againstOf({
  measure,
  period,
  base,
}: Pick<FactReference, 'measure' | 'period' | 'base'>): string {
  if (base === null) return '';
  return measure === 'change' ? (basePeriod(period, base) ?? base) : base;
}
