import type { FactBase } from '../facts/base.ts';
import type { Figure, Line } from '../model/answer.ts';
import type { Outcome } from '../resolve/outcome.ts';
import { arithmetic, computedIn } from './arithmetic.ts';
import { cited, figure, line, longPeriod, subject } from './parts.ts';

/** One kind of outcome. */
export type OutcomeOf<K extends Outcome['kind']> = Extract<Outcome, { kind: K }>;

/** What a figure that is no actual one is called. */
export const SCENARIO = {
  actual: '',
  'initial-target': ' initial target',
  'revised-target': ' revised target',
  plan: ' plan',
} as const;

/** "Operating income: JPY 3,998 million, nine months of FY2011 ... [I, II-1]". */
export function statement(base: FactBase, f: Figure): Line {
  const event = f.unit === 'date';
  const name =
    f.measure === 'level'
      ? subject(base, f.metric, f.segment, f)
      : line('Change of ', subject(base, f.metric, f.segment));
  return line(
    name,
    SCENARIO[f.scenario],
    ': ',
    f.derivation ? 'computed ' : '',
    figure(f, 'full'),
    event ? '' : line(', ', longPeriod(f.period)),
    cited(f),
  );
}

/** How many steps of a computation are shown. */
const MOST_STEPS = 4;

/** How a computed figure came about, step by step down to printed figures; nothing for a printed one. */
export function computed(base: FactBase, f: Figure): Line[] {
  const steps = [
    ...new Map(
      computedIn(f).map((step) => [`${step.metric} ${step.segment} ${step.period} ${step.unit}`, step]),
    ).values(),
  ];
  return steps.slice(0, MOST_STEPS).flatMap((step, i) => {
    const how = arithmetic(base, step);
    return how
      ? [
          line(
            i === 0 ? 'Computed: ' : '  where ',
            i === 0 ? null : line(subject(base, step.metric, step.segment, step), ': '),
            how,
            ' = ',
            figure(step, 'plain'),
          ),
        ]
      : [];
  });
}
