import type { Tie } from '../../model/document.ts';
import type { Origin } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import { identitiesOf } from '../identities/enumerate.ts';
import { isAbout } from '../identities/explained.ts';
import { formulaOf } from '../identities/formula.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck } from './check.ts';
import { placeAt } from './places.ts';

/** What the document's data explains as not tying doesn't tie. */
export const tiesNeeded: DataCheck = {
  name: 'ties-needed',
  description: 'each entry of ties: in document.yml explains an identity that does not tie',
  check: (base, files) =>
    base.document.ties.flatMap((tie, i) => needless(base, tie, placeAt(files, 'document.yml', ['ties', i]))),
};

function needless(base: FactBase, tie: Tie, place: Origin): Problem[] {
  const about = identitiesOf(base).filter((i) => isAbout(tie, i));
  if (about.some((i) => i.verdict === 'no')) return [];
  const said = `"${tie.identity}" of ${tie.segment} in ${tie.period}`;
  if (about.length > 0) {
    const remedy = 'Drop the entry';
    return [{ ...place, what: `${said} ties and needs no explanation`, expected: '', remedy }];
  }
  const open = identitiesOf(base).filter((i) => i.verdict === 'no');
  return [
    {
      ...place,
      what: `no identity is ${said}`,
      expected: open.map((i) => `"${formulaOf(i)}"`).join(', '),
      remedy: 'Mend the formula, segment: or period:, as reconcile prints them, or drop the entry',
    },
  ];
}
