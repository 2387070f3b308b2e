import { z } from 'zod';
import { BOUNDS, CONSOLIDATED, type Fact, MEASURES, SCENARIOS } from '../model/fact.ts';
import { parsePeriod, period as makePeriod } from '../model/period.ts';
import { KNOWN_UNITS, readCell } from './cell.ts';
import type { Problem } from './problem.ts';
import { check, type YamlFile } from './yaml.ts';

const measureSchema = z.enum(MEASURES);
const scenarioSchema = z.enum(SCENARIOS);
const boundSchema = z.enum(BOUNDS);

const coordinates = {
  metric: z.string().optional(),
  segment: z.string().optional(),
  period: z.string().optional(),
  measure: measureSchema.optional(),
  base: z.string().optional(),
  scenario: scenarioSchema.optional(),
  bound: boundSchema.optional(),
  unit: z.enum(KNOWN_UNITS).optional(),
};

const tableSchema = z.strictObject({
  ...coordinates,
  title: z.string(),
  columns: z.array(z.union([z.string(), z.strictObject(coordinates)])).min(1),
  rows: z.array(z.strictObject({ ...coordinates, cells: z.array(z.string()).min(1) })).min(1),
  note: z.string().optional(),
});

/** facts/<section>.yml: a section's figures, laid out like the section's own tables. */
const factFileSchema = z.strictObject({ section: z.string(), tables: z.array(tableSchema).min(1) });

type Table = z.infer<typeof tableSchema>;
type Coordinates = { [K in keyof typeof coordinates]?: string | undefined };

const CLASHES: readonly (keyof Coordinates)[] = [
  'metric',
  'segment',
  'period',
  'measure',
  'base',
  'scenario',
  'bound',
  'unit',
];

/** The facts of one file, in the order printed. Problems are collected; a bad cell is left out. */
export function readFacts(yaml: YamlFile, problems: Problem[]): Fact[] {
  const file = check(yaml, factFileSchema, yaml.value, [], problems);
  if (!file) return [];
  return file.tables.flatMap((table, t) => readTable(yaml, file.section, table, t, problems));
}

function readTable(yaml: YamlFile, section: string, table: Table, t: number, problems: Problem[]): Fact[] {
  const facts: Fact[] = [];
  const sections = [section];
  table.rows.forEach((row, r) => {
    const line = yaml.lineAt(['tables', t, 'rows', r]);
    const place: Place = { origin: { file: yaml.file, line }, sections, note: table.note ?? null };
    if (row.cells.length !== table.columns.length) {
      problems.push({
        file: yaml.file,
        line,
        what: `the row has ${row.cells.length} cells under ${table.columns.length} columns`,
        expected: 'one cell a column',
        remedy: 'Write "" for a cell that the document leaves empty',
      });
      return;
    }
    row.cells.forEach((cell, c) => {
      if (cell === '') return;
      const raw = table.columns[c];
      const column: Coordinates = typeof raw === 'string' ? { period: raw } : (raw ?? {});
      const clash = CLASHES.find(
        (k) => row[k] !== undefined && column[k] !== undefined && row[k] !== column[k],
      );
      if (clash !== undefined) {
        problems.push({
          file: yaml.file,
          line,
          what: `row and column both give a ${clash}, and they differ`,
          expected: 'one of them',
          remedy: `Drop the ${clash} from the row or the column`,
        });
        return;
      }
      const fact = makeFact(cell, merge(table, column, row), place, problems);
      if (fact) facts.push(fact);
    });
  });
  return facts;
}

function merge(...layers: Coordinates[]): Coordinates {
  const out: Coordinates = {};
  for (const layer of layers) {
    for (const key of CLASHES) if (layer[key] !== undefined) out[key] = layer[key];
  }
  return out;
}

/** What the facts of a row have in common; they share the objects. */
type Place = Pick<Fact, 'origin' | 'sections' | 'note'>;

function makeFact(printed: string, at: Coordinates, place: Place, problems: Problem[]): Fact | null {
  const report = (what: string, expected: string, remedy: string): null => {
    problems.push({ ...place.origin, what, expected, remedy });
    return null;
  };
  const { metric, unit } = at;
  if (metric === undefined)
    return report('a cell without a metric', 'a metric on the row, the column or the table', 'Add metric:');
  if (unit === undefined)
    return report(`a cell of ${metric} without a unit`, KNOWN_UNITS.join(', '), 'Add unit:');
  if (at.period === undefined || parsePeriod(at.period) === null) {
    return report(
      `"${at.period ?? ''}" is not a period`,
      '3Q11, 9M FY2011, FY2011, 2011-12-31, 2012-02 or undated-1',
      'Mend the period',
    );
  }
  const value = readCell(printed, unit);
  if (!value)
    return report(
      `"${printed}" is not a figure in ${unit}`,
      'digits as printed, such as "3,998", (161), +4.9, or a date',
      'Mend the cell',
    );
  const measure = at.measure === undefined ? 'level' : measureSchema.parse(at.measure);
  const base = at.base ?? null;
  if ((measure === 'level') !== (base === null)) {
    return report(
      `a ${measure} ${base === null ? 'without' : 'with'} a base`,
      'a base for a change or a share, none for a level',
      base === null ? 'Add base:' : 'Drop base:',
    );
  }
  if (measure === 'change' && base !== 'yoy' && base !== 'qoq' && parsePeriod(base ?? '') === null) {
    return report(
      `"${base ?? ''}" is not the base of a change`,
      'yoy, qoq, or the period or date that it is counted from',
      'Mend base:',
    );
  }
  return {
    id: '',
    metric,
    segment: at.segment ?? CONSOLIDATED,
    period: makePeriod(at.period),
    measure,
    base,
    scenario: scenarioSchema.parse(at.scenario ?? 'actual'),
    bound: boundSchema.parse(at.bound ?? 'exact'),
    printed,
    ...place,
    ...value,
  };
}
