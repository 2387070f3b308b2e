import { z } from 'zod';
import { CONSOLIDATED, regularExpression, sectionSchema } from './fact.ts';
import { cumulativeTo, parsePeriod } from './period.ts';
import { INTENTS } from './query.ts';

const period = z
  .string()
  .refine((text) => parsePeriod(text) !== null, 'not a period such as 3Q11, 9M FY2011 or 2011-12-31');
const isQuarter = (text: string): boolean => (parsePeriod(text)?.kind ?? 'quarter') === 'quarter';

function endsWith(cumulative: string, quarter: string): boolean {
  const parts = parsePeriod(quarter);
  return parts?.kind !== 'quarter' || cumulativeTo(parts.fy, parts.quarter) === cumulative;
}

const ids = z.array(z.string()).default([]);

/** document.yml: what the document is, its sections, what its charts lost, and the numerals that are no facts. */
export const documentSchema = z
  .strictObject({
    id: z.string(),
    issuer: z.strictObject({ name: z.string(), short: z.string() }),
    title: z.string(),
    date: z.iso.date(),
    'fiscal-year-start': z.coerce.number().int().min(1).max(12),
    /** A fiscal year that runs over a new year is called by the calendar year in which it starts, or in which it ends. */
    'fiscal-year-named-for': z.enum(['start', 'end']).default('start'),
    'latest-quarter': period.refine(isQuarter, 'must be a quarter, such as 3Q11'),
    cumulative: period,
    currency: z.literal('JPY', { error: 'amounts are read and shown in yen only: JPY' }),
    command: z.string().startsWith('/'),
    'display-name': z.string(),
    /** A question of each kind of intent, to show. */
    examples: z.partialRecord(z.enum(INTENTS), z.string().min(1)).default({}),
    sections: z.array(sectionSchema).min(1),
    lost: z
      .array(
        z.strictObject({
          metric: z.string(),
          segment: z.string().optional(),
          section: z.string(),
          what: z.string(),
          /** The metric stands for a whole statement, of which `instead` are the lines that are printed. */
          statement: z.enum(['true', 'false']).optional(),
          instead: ids,
        }),
      )
      .default([]),
    /** Identities that the printed figures don't keep, each by its formula, and why. */
    ties: z
      .array(
        z.strictObject({
          identity: z.string(),
          segment: z.string().default(CONSOLIDATED),
          period,
          why: z.string().min(1),
        }),
      )
      .default([]),
    exceptions: z
      .array(
        z
          .strictObject({
            section: z.string().optional(),
            text: z.string().optional(),
            pattern: regularExpression.optional(),
            reason: z.string().min(1),
          })
          .refine(
            (e) => (e.text === undefined) !== (e.pattern === undefined),
            'needs text: or pattern:, one of them',
          ),
      )
      .default([]),
  })
  .refine((d) => endsWith(d.cumulative, d['latest-quarter']), {
    path: ['cumulative'],
    error: 'must cover the fiscal year up to the end of latest-quarter: 1Q11, 1H FY2011, 9M FY2011 or FY2011',
  });
export type DocumentInfo = z.infer<typeof documentSchema>;
export type Tie = DocumentInfo['ties'][number];
export type Exception = DocumentInfo['exceptions'][number];

const NOTE_KINDS = ['reason', 'plan', 'event', 'list', 'definition', 'remark', 'contact'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];

/** notes.yml: what the document says in words, in ours. */
export const noteSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(NOTE_KINDS),
    section: z.string().optional(),
    sections: z.array(z.string()).optional(),
    about: z
      .array(z.strictObject({ metric: z.string().optional(), segment: z.string().optional() }))
      .default([]),
    period: period.optional(),
    base: z.enum(['yoy', 'qoq']).optional(),
    direction: z.enum(['up', 'down', 'flat']).optional(),
    weak: z.enum(['true', 'false']).optional(),
    keywords: ids,
    terms: ids,
    title: z.string(),
    text: z.string(),
    items: ids,
    facts: ids,
  })
  .transform(({ section, sections, weak, ...rest }) => ({
    ...rest,
    sections: sections ?? (section === undefined ? [] : [section]),
    weak: weak === 'true',
  }));
export type Note = z.infer<typeof noteSchema>;

const cueSchema = z.strictObject({
  match: z.union([z.string(), z.array(z.string()).min(1)]),
  weight: z.coerce.number().default(5),
  sets: z.array(z.string()).default([]),
});

/** intents/<intent>.yml: how a kind of question is recognised, with examples that are tests. */
export const intentSchema = z.strictObject({
  id: z.string(),
  does: z.string(),
  needs: ids,
  assumes: z.record(z.string(), z.string()).default({}),
  cues: z.array(cueSchema),
  examples: z
    .array(
      z.strictObject({
        ask: z.union([z.string(), z.array(z.string()).min(1)]),
        reads: z.string().optional(),
        gives: z.string().optional(),
        says: z.string().optional(),
        status: z.enum(['answered', 'clarify', 'declined']).optional(),
      }),
    )
    .min(1),
  near: z.array(z.strictObject({ ask: z.string(), is: z.string() })).default([]),
});
export type IntentSpec = z.infer<typeof intentSchema>;
