import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { checkText } from '../src/check/check.ts';
import { CAUSES, type CheckedClaim, type Verdict, VERDICTS } from '../src/model/claim.ts';
import { projectBase } from './support/project.ts';

/** Texts with the verdict that each of their claims must get; `also` are verdicts that an honest reader may give as well. */
const goldSchema = z.strictObject({
  id: z.string(),
  text: z.string(),
  claims: z.array(
    z.strictObject({
      text: z.string(),
      nth: z.number().default(1),
      verdict: z.enum(VERDICTS),
      also: z.array(z.enum(VERDICTS)).default([]),
      cause: z.enum(CAUSES).optional(),
      alsoCause: z.array(z.enum(CAUSES)).default([]),
      grave: z.boolean().default(false),
      graveOptional: z.boolean().default(false),
      optional: z.boolean().default(false),
    }),
  ),
});
type Gold = z.infer<typeof goldSchema>;

const FOLDER = join(import.meta.dirname, 'claims');
const texts: Gold[] = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(join(FOLDER, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => goldSchema.parse(JSON.parse(line))),
);

const SUPPORT: readonly Verdict[] = ['matches', 'rounds'];

function placeOf(text: string, part: string, nth: number): { start: number; end: number } {
  let at = -1;
  for (let i = 0; i < nth; i++) at = text.indexOf(part, at + 1);
  return { start: at, end: at + part.length };
}

/** The claim found at a place: the one that covers most of it. */
function claimAt(
  claims: readonly CheckedClaim[],
  place: { start: number; end: number },
): CheckedClaim | null {
  const shared = (c: CheckedClaim): number => Math.min(c.end, place.end) - Math.max(c.start, place.start);
  return [...claims].sort((a, b) => shared(b) - shared(a)).find((c) => shared(c) > 0) ?? null;
}

interface Scored {
  where: string;
  right: boolean;
  falseSupport: boolean;
  causeRight: boolean;
  graveRight: boolean;
}

const base = projectBase();
const scored: Scored[] = texts.flatMap(({ id, text, claims }) => {
  const report = checkText(base, text);
  return claims.flatMap((gold): Scored[] => {
    const found = claimAt(report.claims, placeOf(text, gold.text, gold.nth));
    if (found === null && gold.optional) return [];
    const verdict = found?.verdict ?? 'not-a-claim';
    const accepted = [gold.verdict, ...gold.also];
    const right = accepted.includes(verdict);
    const explained = right && (verdict === 'other' || verdict === 'differs') && gold.cause !== undefined;
    return [
      {
        where: `${id} "${gold.text}": wanted ${accepted.join(' or ')}, got ${verdict} ${found?.cause ?? ''}`,
        right,
        falseSupport: SUPPORT.includes(verdict) && !accepted.some((v) => SUPPORT.includes(v)),
        causeRight: !explained || [gold.cause, ...gold.alsoCause].some((c) => c === found?.cause),
        graveRight: !explained || gold.graveOptional || gold.grave === found?.grave,
      },
    ];
  });
});

describe('the claims of the texts in tests/claims', () => {
  it('are many, of every verdict and cause', () => {
    const golds = texts.flatMap((t) => t.claims);
    expect(texts.length).toBeGreaterThanOrEqual(120);
    expect(new Set(golds.map((g) => g.verdict))).toEqual(new Set(VERDICTS));
    expect(new Set(golds.flatMap((g) => g.cause ?? []))).toEqual(new Set(CAUSES));
  });

  it('are never said to be supported when they are not', () => {
    expect(scored.filter((s) => s.falseSupport).map((s) => s.where)).toEqual([]);
  });

  it('get the right verdict, 97 in 100 at least', () => {
    const wrong = scored.filter((s) => !s.right).map((s) => s.where);
    expect(wrong.length / scored.length, wrong.join('\n')).toBeLessThanOrEqual(0.03);
  });

  it('get the right cause, and the gravity that goes with it', () => {
    const wrong = scored.filter((s) => !s.causeRight || !s.graveRight).map((s) => s.where);
    expect(wrong.length / scored.length, wrong.join('\n')).toBeLessThanOrEqual(0.01);
  });
});
