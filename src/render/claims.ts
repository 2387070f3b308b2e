import type { CheckedClaim, ClaimReport, Verdict } from '../model/claim.ts';
import { type FigureJson, figureJson } from './json.ts';

/** A claim as the contract has it. */
export interface ClaimJson {
  start: number;
  end: number;
  text: string;
  claimed: { value: number; high?: number; unit: string | null } | null;
  metric: string | null;
  segment: string | null;
  period: string | null;
  kind: string | null;
  verdict: CheckedClaim['verdict'];
  grave: boolean;
  cause?: NonNullable<CheckedClaim['cause']>;
  figure?: FigureJson;
  /** The figure that the claimed number is right for. */
  instead?: FigureJson;
  sections: readonly string[];
}

export interface ClaimsJson {
  summary: ClaimReport['summary'];
  claims: ClaimJson[];
}

function claimJson(c: CheckedClaim): ClaimJson {
  return {
    start: c.start,
    end: c.end,
    text: c.text,
    claimed: c.claimed && {
      value: c.claimed.value.toNumber(),
      ...(c.claimed.high ? { high: c.claimed.high.toNumber() } : {}),
      unit: c.claimed.unit,
    },
    metric: c.metric,
    segment: c.segment,
    period: c.period,
    kind: c.kind,
    verdict: c.verdict,
    grave: c.grave,
    ...(c.cause ? { cause: c.cause } : {}),
    ...(c.figure ? { figure: figureJson(c.figure, null) } : {}),
    ...(c.instead ? { instead: figureJson(c.instead, null) } : {}),
    sections: c.sections,
  };
}

/** A report as plain data: offsets in UTF-16 units of the text, values in base units. */
export function claimsJson(report: ClaimReport): ClaimsJson {
  return { summary: report.summary, claims: report.claims.map(claimJson) };
}

/** Whether the document supports everything that a text claims. */
export const allSupported = ({ summary }: ClaimReport): boolean =>
  summary.other + summary.differs + summary.absent === 0;

/** The sign of a verdict, where there is room for one. */
export const VERDICT_MARKS: Readonly<Record<Verdict, string>> = {
  matches: '✓',
  rounds: '≈',
  other: '↔',
  differs: '✗',
  absent: '?',
  'not-a-claim': '',
};

/** The sign of a claim: one that is the wrong way round has its own. */
export const markOf = ({ grave, verdict }: CheckedClaim): string => (grave ? '‼' : VERDICT_MARKS[verdict]);
