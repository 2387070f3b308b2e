import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { reconcile } from '../../src/check/reconcile.ts';
import { identityLine } from '../../src/check/reconcile-json.ts';
import { leavesOf } from '../../src/facts/identities/expression.ts';
import { formulaOf } from '../../src/facts/identities/formula.ts';
import { type Identity, VERDICTS } from '../../src/facts/identities/identity.ts';
import { DataError, type Problem } from '../../src/facts/problem.ts';
import { readYaml } from '../../src/facts/yaml.ts';
import { projectBase } from '../support/project.ts';
import { tiny, type TinyData } from '../support/tiny.ts';

const handSchema = z.array(
  z.strictObject({
    of: z.string(),
    verdict: z.enum(VERDICTS),
    printed: z.string(),
    terms: z.array(z.string()),
  }),
);

function byHand(): z.infer<typeof handSchema> {
  const problems: Problem[] = [];
  const yaml = readYaml(
    () => readFileSync(join(import.meta.dirname, 'by-hand.yml'), 'utf8'),
    'by-hand.yml',
    problems,
  );
  if (!yaml) throw new DataError(problems);
  return handSchema.parse(yaml.value);
}

const bare = (printed: string): string => printed.replace(/[()+-]/g, '');

/** An identity by its digits: verdict, what is printed, and the terms in any order. */
const key = (verdict: string, printed: string, terms: readonly string[]): string =>
  `${verdict} ${bare(printed)} <- ${[...new Set(terms.map(bare))].sort().join(' ')}`;

const keyOf = (i: Identity): string =>
  key(
    i.verdict,
    i.target.fact.printed,
    leavesOf(i.from).map((l) => l.printed.fact.printed),
  );

describe('reconcile over the document', () => {
  const result = reconcile(projectBase());

  it('finds every identity that was found by hand, with its verdict', () => {
    const found = new Set(result.identities.map(keyOf));
    const missing = byHand().filter((h) => !found.has(key(h.verdict, h.printed, h.terms)));
    expect(byHand().length).toBeGreaterThanOrEqual(150);
    expect(missing).toEqual([]);
  });

  it('counts them by kind and verdict', () => {
    expect(Object.fromEntries(result.tallies)).toEqual({
      printing: { exact: 19, rounding: 0, no: 0 },
      sum: { exact: 31, rounding: 12, no: 1 },
      period: { exact: 2, rounding: 0, no: 0 },
      change: { exact: 22, rounding: 4, no: 0 },
      growth: { exact: 13, rounding: 18, no: 0 },
      ratio: { exact: 19, rounding: 7, no: 0 },
      chain: { exact: 6, rounding: 1, no: 0 },
    });
    expect(result.total).toEqual({ exact: 112, rounding: 42, no: 1 });
  });

  it('shows the one that does not tie, with its explanation beside the verdict', () => {
    const open = result.identities.filter((i) => i.verdict === 'no');
    expect(open.map((i) => [formulaOf(i), i.target.cell.period])).toEqual([
      ['goodwill-and-intangibles = non-amortized-intangibles + customer-relationships', '2011-12-31'],
    ]);
    expect(open[0]?.why).toMatch(/small remainder/);
    expect(result.unexplained).toEqual([]);
  });

  it('names no identity twice', () => {
    const names = result.identities.map((i) => JSON.stringify(identityLine(projectBase(), i)));
    expect(new Set(names).size).toBe(names.length);
  });

  it('gives sums that the terms add up to, in base units', () => {
    const lines = result.identities.map((i) => identityLine(projectBase(), i));
    const sums = lines.filter((l) => ['sum', 'split', 'period', 'change'].includes(l.kind));
    const off = sums.filter(
      (l) =>
        Math.abs(
          l.terms.reduce((n, t) => n + (t.sign === '-' ? -1 : 1) * Number(t.value), 0) - Number(l.computed),
        ) > 1e-6,
    );
    expect(sums.length).toBeGreaterThan(70);
    expect(off).toEqual([]);
  });

  it('cites for each term a section that prints it', () => {
    const base = projectBase();
    for (const i of result.identities) {
      const line = identityLine(base, i);
      for (const t of line.terms) {
        const printed = base.facts.some(
          (f) =>
            f.metric === t.metric &&
            f.segment === t.segment &&
            f.printed === t.printed &&
            f.sections.includes(t.section),
        );
        expect(printed, `${line.identity}: ${t.printed} in ${t.section}`).toBe(true);
        expect(line.sections).toContain(t.section);
      }
    }
  });
});

describe('reconcile over tiny data', () => {
  const verdicts = (data: TinyData): string[] =>
    reconcile(tiny(data).base).identities.map((i) => `${i.verdict} ${i.kind} ${formulaOf(i)}`);
  const flow = (metric: string, cell: string, more = 'period: 3Q11'): string =>
    `metric: ${metric}, ${more}, cells: ["${cell}"]`;
  const growth = 'period: 3Q11, measure: change, base: yoy, unit: percent';

  it.each<[string, string[], string[], string[]]>([
    [
      'sum margin = revenue - cost',
      [flow('revenue', '361'), flow('cost', '360')],
      [flow('margin', '1'), flow('margin', '2'), flow('margin', '9')],
      ['exact', 'rounding', 'no'],
    ],
    [
      'split revenue: consolidated = east + west',
      [
        flow('revenue', '5', 'segment: east, period: 3Q11'),
        flow('revenue', '5', 'segment: west, period: 3Q11'),
      ],
      [flow('revenue', '10'), flow('revenue', '11'), flow('revenue', '12')],
      ['exact', 'rounding', 'no'],
    ],
    [
      'period revenue: 1H FY2011 = 1Q11 + 2Q11',
      [flow('revenue', '5', 'period: 1Q11'), flow('revenue', '5', 'period: 2Q11')],
      ['10', '9', '8'].map((n) => flow('revenue', n, 'period: 1H FY2011')),
      ['exact', 'rounding', 'no'],
    ],
    [
      'change revenue: 3Q11 change yoy = 3Q11 - 3Q10',
      [flow('revenue', '361'), flow('revenue', '125', 'period: 3Q10')],
      ['+236', '+237', '+240'].map((n) => flow('revenue', n, 'period: 3Q11, measure: change, base: yoy')),
      ['exact', 'rounding', 'no'],
    ],
    [
      'growth revenue: 3Q11 change yoy percent = 3Q11 / 3Q10 - 1',
      [flow('revenue', '20.1'), flow('revenue', '12.2', 'period: 3Q10')],
      ['+64.8', '+64.5', '+66.0'].map((n) => flow('revenue', n, growth)),
      ['exact', 'rounding', 'no'],
    ],
    [
      'growth revenue: change yoy percent = change yoy / (level - change yoy)',
      [flow('revenue', '110'), flow('revenue', '+10', 'period: 3Q11, measure: change, base: yoy')],
      ['+10.0', '+10.3', '+12.0'].map((n) => flow('revenue', n, growth)),
      ['exact', 'rounding', 'no'],
    ],
    [
      'ratio margin-ratio = margin / revenue',
      [flow('margin', '20'), flow('revenue', '101')],
      ['19.8', '20.0', '21.0'].map((n) => flow('margin-ratio', n, 'period: 3Q11, unit: percent')),
      ['exact', 'rounding', 'no'],
    ],
    [
      'share cost share revenue = cost / revenue',
      [flow('cost', '20'), flow('revenue', '101')],
      ['19.8', '20.0', '21.0'].map((n) =>
        flow('cost', n, 'period: 3Q11, measure: share, base: revenue, unit: percent'),
      ),
      ['exact', 'rounding', 'no'],
    ],
    [
      'ratio margin-ratio = 100 - cost share revenue',
      [flow('cost', '80.1', 'period: 3Q11, measure: share, base: revenue, unit: percent')],
      ['19.9', '18.9'].map((n) => flow('margin-ratio', n, 'period: 3Q11, unit: percent')),
      ['exact', 'no'],
    ],
  ])('judges %s', (identity, terms, targets, expected) => {
    const [kind = '', ...formula] = identity.split(' ');
    targets.forEach((target, i) => {
      const found = verdicts({ facts: { I: [...terms, target] } });
      expect(found.filter((f) => f.endsWith(`${kind} ${formula.join(' ')}`))).toEqual([
        `${expected[i] ?? ''} ${identity}`,
      ]);
    });
  });

  it.each([
    ['4.0', 'exact'],
    ['4.1', 'no'],
  ])('holds 3,998 million against %s billion', (coarse, verdict) => {
    const facts = {
      I: [flow('cost', '3,998')],
      'II-1': [flow('cost', coarse, 'period: 3Q11, unit: JPY billion')],
    };
    expect(verdicts({ facts })).toEqual([`${verdict} printing cost consolidated 3Q11: II-1 = I`]);
  });

  it('meets two ways to a figure that is not printed', () => {
    const rows = (west: string): string[] => [
      flow('margin', '30'),
      flow('cost', '70'),
      flow('revenue', '60', 'segment: east, period: 3Q11'),
      flow('revenue', west, 'segment: west, period: 3Q11'),
    ];
    const way = 'sum margin consolidated = revenue east + revenue west - cost consolidated';
    expect(verdicts({ facts: { I: rows('40') } })).toEqual([`exact ${way}`]);
    expect(verdicts({ facts: { I: rows('50') } })).toEqual([`no ${way}`]);
  });

  it("takes a section's own coarser printings together, besides the finest of all", () => {
    const bn = 'period: 3Q11, unit: JPY billion';
    const facts = {
      I: [flow('revenue', '70,752')],
      'II-1': [flow('revenue', '70.8', bn), flow('cost', '56.7', bn), flow('margin', '14.1', bn)],
    };
    expect(reconcile(tiny({ facts }).base).identities.map(keyOf)).toEqual([
      'exact 70.8 <- 70,752',
      'exact 14.1 <- 56.7 70,752',
      'exact 14.1 <- 56.7 70.8',
    ]);
  });

  it('keeps an explanation beside the verdict, and leaves the others unexplained', () => {
    const facts = {
      I: [
        flow('revenue', '10'),
        flow('cost', '5'),
        flow('margin', '8'),
        flow('margin-ratio', '50.0', 'period: 3Q11, unit: percent'),
      ],
    };
    const document =
      'ties:\n  - { identity: margin = revenue - cost, period: 3Q11, why: something is left out }\n';
    const { identities, unexplained } = reconcile(tiny({ facts, document }).base);
    expect(identities.map((i) => [i.kind, i.verdict, i.why])).toEqual([
      ['sum', 'no', 'something is left out'],
      ['ratio', 'no', null],
    ]);
    expect(unexplained.map((i) => i.kind)).toEqual(['ratio']);
  });
});
