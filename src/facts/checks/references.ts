import type { Origin } from '../../model/fact.ts';
import { type FactBase, isCovered } from '../base.ts';
import type { Problem } from '../problem.ts';
import { parseReference, resolveReference } from '../reference.ts';
import type { DataCheck } from './check.ts';
import { placeAt } from './places.ts';

const GRAMMAR = '"metric segment period [change BASE | share WHOLE] [scenario]"';

/** What the notes and the lost figures point at is printed. */
export const references: DataCheck = {
  name: 'references',
  description: 'facts: of notes and instead: of lost figures point at facts that are there',
  check: (base, files) => [
    ...base.notes.flatMap((note, n) =>
      note.facts.flatMap((text, f) => unresolved(base, text, placeAt(files, 'notes.yml', [n, 'facts', f]))),
    ),
    ...base.document.lost.flatMap((lost, l) =>
      lost.instead.flatMap((text, i) =>
        uncovered(base, text, placeAt(files, 'document.yml', ['lost', l, 'instead', i])),
      ),
    ),
  ],
};

function unresolved(base: FactBase, text: string, place: Origin): Problem[] {
  const reference = parseReference(text);
  if (!reference) {
    return [
      {
        ...place,
        what: `"${text}" is not a reference to a fact`,
        expected: GRAMMAR,
        remedy: 'Write it like "revenue atm 3Q11 change yoy" or "eps consolidated FY2011 revised-target"',
      },
    ];
  }
  if (resolveReference(base, reference).length > 0) return [];
  return [
    {
      ...place,
      what: `no fact is "${text}"`,
      expected: printedOf(base, reference.metric, reference.segment),
      remedy: 'Mend the reference, or add the fact to its section',
    },
  ];
}

function printedOf(base: FactBase, metric: string, segment: string): string {
  const facts = base.subjects.get(`${metric} ${segment}`) ?? [];
  const periods = [...new Set(facts.map((f) => f.period))];
  return periods.length === 0 ? '' : `one of the periods printed for it: ${periods.join(', ')}`;
}

function uncovered(base: FactBase, text: string, place: Origin): Problem[] {
  const [metric = '', segment = 'consolidated'] = text.split(' ');
  if (isCovered(base, metric, segment)) return [];
  return [
    {
      ...place,
      what: `nothing is printed for "${text}", which is offered instead of a lost figure`,
      expected: '"metric" or "metric segment" with facts',
      remedy: 'Name another metric or segment, or drop it',
    },
  ];
}
