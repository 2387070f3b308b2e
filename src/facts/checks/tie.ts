import type { Fact } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import { type Interval, intervalOf, meet, sayInterval } from '../interval.ts';
import type { Problem } from '../problem.ts';

/** Another way to a printed figure: how it is worked out, and what that gives. */
export interface Route {
  how: string;
  gives: Interval | null;
}

/** A problem for each route whose result has no value in common with what the figure was rounded from. */
export function untied(fact: Fact, routes: readonly Route[]): Problem[] {
  const printed = intervalOf(fact);
  if (!printed) return [];
  return routes.flatMap(({ how, gives }) =>
    gives === null || meet(printed, gives)
      ? []
      : [
          {
            ...fact.origin,
            what: `${subject(fact)} is printed "${fact.printed}", that is ${inUnit(printed, fact)}, but ${how} gives ${inUnit(gives, fact)}`,
            expected: 'two figures that meet within the rounding of all that is printed',
            remedy: `Hold the cells against ${fact.sections.join(', ')} of the document: one of them is mistyped or stands in the wrong place`,
          },
        ],
  );
}

/** The finest printing of each cell, in the document's order. */
export function finestFacts(base: FactBase): Fact[] {
  return [...base.cells.values()].flatMap((list) => list.slice(0, 1));
}

/** What a fact is, in ids: "revenue atm 3Q11 change yoy". */
export function subject(fact: Fact): string {
  const scenario = fact.scenario === 'actual' ? [] : [fact.scenario];
  const measure = fact.measure === 'level' ? [] : [fact.measure, fact.base ?? ''];
  return [fact.metric, fact.segment, fact.period, ...measure, ...scenario].join(' ');
}

const SCALES: Readonly<Record<number, string>> = { 6: ' million', 9: ' billion' };

function inUnit(range: Interval, fact: Fact): string {
  const unit = `${fact.unit}${SCALES[fact.scale] ?? ''}`;
  return `${sayInterval(range, fact.scale)} ${unit}`;
}
