import type { Gold, GoldFigure } from './questions.ts';

/** What the scorer reads of a reply. */
export interface Reply {
  status: string;
  figures: readonly { value: number | string; unit: string; sections: readonly string[] }[];
  sections: readonly string[];
  text: string;
}

export const VERDICTS = ['correct', 'wrong', 'missed', 'hallucinated'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Absorb binary floating-point noise only; real leeway is a gold tolerance. */
const ABSOLUTE_NOISE = 1e-9;
const RELATIVE_NOISE = 1e-12;

/** Judges a reply by the rules of the shared questions' score.py. */
export function judge({ expect }: Gold, reply: Reply): Verdict {
  const accepted = expect.status.includes(reply.status);
  if (reply.status === 'answered') {
    if (!accepted) return expect.status.includes('declined') ? 'hallucinated' : 'wrong';
    return figuresFit(expect, reply.figures) && textFits(expect, reply.text) ? 'correct' : 'wrong';
  }
  if (!accepted) return 'missed';
  return expect.status.includes('answered') || textFits(expect, reply.text) ? 'correct' : 'missed';
}

/** Whether an answered reply cites a right section; null where that is not asked. */
export function cites({ expect }: Gold, reply: Reply): boolean | null {
  if (reply.status !== 'answered' || !expect.status.includes('answered') || expect.sections.length === 0) {
    return null;
  }
  const cited = [reply, ...reply.figures].flatMap((holder) => holder.sections);
  return cited.some((name) => expect.sections.includes(/\b(?:III|II|I)(?:-\d+)?\b/.exec(name)?.[0] ?? ''));
}

function figureMatches(gold: GoldFigure, given: Reply['figures'][number] | undefined): boolean {
  if (given === undefined || typeof given.value !== 'number') return false;
  if (gold.unit.toLowerCase() !== given.unit.toLowerCase()) return false;
  const { value } = given;
  return [gold.value, ...gold.alternatives].some(
    (right) => Math.abs(value - right) <= gold.tolerance + ABSOLUTE_NOISE + Math.abs(right) * RELATIVE_NOISE,
  );
}

function figuresFit({ figures: gold, order }: Gold['expect'], given: Reply['figures']): boolean {
  const [first] = gold;
  if (first === undefined) return true;
  switch (order) {
    case 'headline':
      return figureMatches(first, given[0]);
    case 'all':
      return gold.every((wanted) => given.some((have) => figureMatches(wanted, have)));
    case 'ordered':
      return given.reduce((next, have) => next + Number(fitsNext(gold[next], have)), 0) === gold.length;
  }
}

const fitsNext = (gold: GoldFigure | undefined, given: Reply['figures'][number]): boolean =>
  gold !== undefined && figureMatches(gold, given);

function textFits(expect: Gold['expect'], text: string): boolean {
  const found = (pattern: string): boolean => new RegExp(pattern, 'i').test(text);
  return expect.text.every(found) && !expect.not_text.some(found);
}
