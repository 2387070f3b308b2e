import type { Identity } from '../identities/identity.ts';
import { leavesOf } from '../identities/expression.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck } from './check.ts';
import { subject, untied } from './tie.ts';

/** A figure printed twice is the same figure: the finest printing rounds to the coarser ones. */
export const printingsAgree: DataCheck = {
  name: 'printings-agree',
  description: 'all printings of a cell agree within the rounding of each',
  check: (base) => untied(base, 'printing').flatMap(disagreement),
};

function disagreement({ target: { fact }, from }: Identity): Problem[] {
  return leavesOf(from).map(({ printed: { fact: finest } }) => ({
    ...fact.origin,
    what: `${subject(fact)} is printed "${fact.printed}" here and "${finest.printed}" at ${finest.origin.file}:${finest.origin.line}`,
    expected: 'the finer printing to round to the coarser',
    remedy: 'Hold both against the document; mend the cell, or a coordinate of it',
  }));
}
