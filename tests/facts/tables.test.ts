import { describe, expect, it } from 'vitest';
import type { Problem } from '../../src/facts/problem.ts';
import { readFacts } from '../../src/facts/tables.ts';
import { parseYaml } from '../../src/facts/yaml.ts';

function read(text: string) {
  const problems: Problem[] = [];
  const yaml = parseYaml(`section: I\ntables:\n  - title: t\n${text}`, 'I.yml', problems);
  const facts = yaml ? readFacts(yaml, problems) : [];
  return { facts, problems: problems.map((p) => `${p.line}: ${p.what}`) };
}

describe('readFacts', () => {
  it('joins the coordinates of table, column and row', () => {
    const { facts, problems } = read(`
    metric: revenue
    unit: JPY million
    columns: [3Q11, { period: 3Q11, measure: change, base: yoy, unit: percent }]
    rows:
      - { cells: ["20,761", +4.9] }
      - { segment: east, cells: ["", -0.7] }
    note: a trap`);
    expect(problems).toEqual([]);
    expect(
      facts.map((f) => [f.segment, f.period, f.measure, f.base, f.unit, f.printed, f.origin.line]),
    ).toEqual([
      ['consolidated', '3Q11', 'level', null, 'JPY', '20,761', 9],
      ['consolidated', '3Q11', 'change', 'yoy', 'percent', '+4.9', 9],
      ['east', '3Q11', 'change', 'yoy', 'percent', '-0.7', 10],
    ]);
    expect(facts[0]).toMatchObject({
      sections: ['I'],
      note: 'a trap',
      scenario: 'actual',
      bound: 'exact',
      scale: 6,
    });
  });

  it('lets a row override the table, not its column', () => {
    const { facts, problems } = read(`
    unit: JPY million
    columns: [{ period: 3Q11, metric: revenue }]
    rows:
      - { unit: count, cells: ["1"] }
      - { metric: cost, cells: ["2"] }`);
    expect(facts.map((f) => f.unit)).toEqual(['count']);
    expect(problems).toEqual(['9: row and column both give a metric, and they differ']);
  });

  it.each([
    ['columns: [3Q11, 2Q11]\n    rows: [{ cells: ["1"] }]', 'the row has 1 cells under 2 columns'],
    ['columns: [3Q11]\n    rows: [{ cells: [1.2.3] }]', '"1.2.3" is not a figure in JPY million'],
    ['columns: [Q3]\n    rows: [{ cells: [1] }]', '"Q3" is not a period'],
    ['columns: [{ measure: change, period: 3Q11 }]\n    rows: [{ cells: [1] }]', 'a change without a base'],
    ['columns: [{ base: yoy, period: 3Q11 }]\n    rows: [{ cells: [1] }]', 'a level with a base'],
    [
      'columns: [{ measure: change, base: mom, period: 3Q11 }]\n    rows: [{ cells: [1] }]',
      '"mom" is not the base of a change',
    ],
  ])('reports a cell that makes no fact', (table, what) => {
    const { facts, problems } = read(`    metric: revenue\n    unit: JPY million\n    ${table}`);
    expect(facts).toEqual([]);
    expect(problems).toEqual([expect.stringContaining(what)]);
  });

  it('reports a cell without a metric or a unit', () => {
    expect(read('    unit: count\n    columns: [3Q11]\n    rows: [{ cells: [1] }]').problems).toEqual([
      '6: a cell without a metric',
    ]);
    expect(read('    metric: a\n    columns: [3Q11]\n    rows: [{ cells: [1] }]').problems).toEqual([
      '6: a cell of a without a unit',
    ]);
  });

  it('reports a key that it does not know', () => {
    const { problems } = read('    metrik: a\n    columns: [3Q11]\n    rows: [{ cells: [1] }]');
    expect(problems).toEqual([expect.stringContaining('metrik')]);
  });
});
