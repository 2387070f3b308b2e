import type { FactBase } from '../facts/base.ts';
import type { Figure, Line } from '../model/answer.ts';
import type { Cause, CheckedClaim, ClaimReport, Verdict } from '../model/claim.ts';
import { figure, joined, line, shortPeriod, subject } from './parts.ts';
import { SCENARIO } from './statement.ts';

/** What a verdict is called. */
export const VERDICT_NAMES: Readonly<Record<Verdict, string>> = {
  matches: 'matches',
  rounds: 'matches after rounding',
  other: 'right for something else',
  differs: 'differs',
  absent: 'not in the document',
  'not-a-claim': 'not a claim',
};

/** What is probably wrong, in a few words. */
const CAUSES: Readonly<Record<Cause, string>> = {
  direction: 'wrong direction',
  sign: 'wrong sign',
  digits: 'wrong number',
  truncated: 'cut off, not rounded',
  scale: 'wrong scale, such as million for billion',
  points: 'percent and points mixed up',
  comparison: 'another comparison',
  period: 'another period',
  unit: 'another unit',
  segment: 'another segment',
  row: 'another item',
};

const causeText = (cause: Cause): string => CAUSES[cause];

/** A figure as the document has it: what, when, how much, where. */
function printed(base: FactBase, f: Figure): Line {
  const against =
    f.measure === 'change' && /^\d|^FY|^[129]/.test(f.against) ? line(' against ', comparedWith(f)) : null;
  return line(
    subject(base, f.metric, f.segment, f),
    SCENARIO[f.scenario],
    ', ',
    shortPeriod(f.period),
    against,
    ': ',
    figure(f, f.measure === 'change' ? 'signed' : 'full'),
    ' [',
    joined(
      f.sections.map((id) => [{ t: 'section', id } as const]),
      ', ',
    ),
    ']',
  );
}

const comparedWith = (f: Figure): Line => [{ t: 'label', text: f.against }];

/** What is said of a claim: the figure that the document has, and what is probably wrong. */
export function claimLine(base: FactBase, claim: CheckedClaim): Line {
  const found = claim.figure ? printed(base, claim.figure) : null;
  const { cause } = claim;
  switch (claim.verdict) {
    case 'matches':
    case 'rounds':
      return found ?? [];
    case 'other':
      return line(
        cause === null ? '' : `${causeText(cause)}: `,
        claim.instead ? printed(base, claim.instead) : null,
        found ? line('; for what is claimed: ', found) : '; what is claimed is not printed',
      );
    case 'differs':
      return line(
        cause === null ? '' : `${causeText(cause)}: `,
        found,
        claim.instead ? line('; moved by ', figure(claim.instead, 'signed')) : null,
      );
    case 'absent':
      return line('the document gives no figure for this');
    case 'not-a-claim':
      return [];
  }
}

/** The whole in a sentence: how many claims, how many of them the document supports, and what stands against it. */
export function summaryLine({ summary }: ClaimReport): Line {
  const claims = summary.claims - summary['not-a-claim'];
  const supported = summary.matches + summary.rounds;
  const count = (n: number): Line => [{ t: 'ordinal', n }];
  if (claims === 0) return line('No claim about this document found.');
  const wrong: Line[] = [
    ...(summary.differs > 0
      ? [line(count(summary.differs), summary.differs === 1 ? ' differs' : ' differ')]
      : []),
    ...(summary.other > 0
      ? [
          line(
            count(summary.other),
            summary.other === 1 ? ' is right for something else' : ' are right for something else',
          ),
        ]
      : []),
    ...(summary.absent > 0
      ? [
          line(
            count(summary.absent),
            summary.absent === 1 ? ' is not in the document' : ' are not in the document',
          ),
        ]
      : []),
  ];
  const head = line(
    count(supported),
    ' of ',
    count(claims),
    claims === 1 ? ' claim is' : ' claims are',
    ' supported by the document',
  );
  const grave = summary.grave > 0 ? line('; the wrong way round: ', count(summary.grave)) : null;
  return line(head, wrong.length > 0 ? line('; ', joined(wrong, ', ')) : null, grave, '.');
}
