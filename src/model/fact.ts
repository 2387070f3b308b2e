import { z } from 'zod';
import type { Decimal } from './decimal.ts';
import type { Period } from './period.ts';

const UNITS = ['JPY', 'percent', 'points', 'count', 'times', 'date'] as const;
export type Unit = (typeof UNITS)[number];

export const MEASURES = ['level', 'change', 'share'] as const;
export type Measure = (typeof MEASURES)[number];

export const SCENARIOS = ['actual', 'initial-target', 'revised-target', 'plan'] as const;
export type Scenario = (typeof SCENARIOS)[number];

export const BOUNDS = ['exact', 'over'] as const;
export type Bound = (typeof BOUNDS)[number];

export type MetricId = string;
export type SegmentId = string;
export type SectionId = string;

/** The segment that a figure belongs to when no part of the group is named. */
export const CONSOLIDATED: SegmentId = 'consolidated';

/** Where in the data something stands, for errors and for the curious. */
export interface Origin {
  file: string;
  line: number;
}

/**
 * One printing of one figure. `value` is in base units (yen, percent as printed, people); a date is ISO text.
 * `base`: what a change compares with (yoy, qoq or a date) or the whole of a share (a metric id).
 * `decimals` as in XBRL: -6 is printed to the million, 1 to one decimal place.
 */
export interface Fact {
  id: string;
  metric: MetricId;
  segment: SegmentId;
  period: Period;
  measure: Measure;
  base: string | null;
  scenario: Scenario;
  bound: Bound;
  value: Decimal | string;
  unit: Unit;
  printed: string;
  decimals: number;
  sections: SectionId[];
  /** The power of ten the document prints it in: 6 for JPY million. */
  scale: number;
  note: string | null;
  origin: Origin;
}

const NATURES = ['flow', 'stock', 'ratio', 'event'] as const;
export type Nature = (typeof NATURES)[number];

const ROLES = ['whole', 'result', 'assets'] as const;
export type Role = (typeof ROLES)[number];

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id in kebab-case');
const names = z.array(z.string().min(1));

/** A metric of the vocabulary (XBRL: concept). */
export const metricSchema = z.strictObject({
  id,
  label: z.string().min(1),
  unit: z.enum([...UNITS, 'text']).default('JPY'),
  nature: z.enum(NATURES).default('flow'),
  good: z.enum(['up', 'down', 'neutral']).default('neutral'),
  loss: z.string().optional(),
  labels: z.record(z.string(), z.string()).optional(),
  is: names.optional(),
  /** Other sums that come to the same; they are checked, and nothing is worked out from them. */
  equals: z.array(names).optional(),
  ratio: z.tuple([z.string(), z.string()]).optional(),
  /** Which side of the balance sheet a stock's line stands on. */
  side: z.enum(['asset', 'liability', 'equity']).optional(),
  /** What it stands for beside its names: what shares and rankings are of, what "profitable" speaks of, what "assets" sum up to. */
  role: z.enum(ROLES).optional(),
  printed: z.literal('none').optional(),
  ambiguous: names.optional(),
  aliases: names,
});
export type Metric = z.infer<typeof metricSchema>;

/** A segment of the vocabulary (XBRL: member). */
export const segmentSchema = z.strictObject({
  id,
  label: z.string().min(1),
  metric: z.string().optional(),
  splits: z.array(z.strictObject({ parts: names, for: names })).optional(),
  combines: names.optional(),
  ambiguous: names.optional(),
  printed: z.literal('none').optional(),
  aliases: names,
});
export type Segment = z.infer<typeof segmentSchema>;

/** The source of a regular expression. */
export const regularExpression = z.string().refine(compiles, 'not a regular expression');

function compiles(source: string): boolean {
  try {
    return new RegExp(source, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

export const sectionSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  covers: z.string(),
  /** How a line of the document begins that heads this section; without it, the line says "II-2. Revenues", id and title. */
  heading: regularExpression.optional(),
  has: names.default([]),
});
export type Section = z.infer<typeof sectionSchema>;
