import { expect, it } from 'vitest';
import { gridOf } from '../../src/answer/grid.ts';
import { period } from '../../src/model/period.ts';
import { projectBase } from '../support/project.ts';
import { lastTurn } from '../support/talk.ts';

const base = projectBase();
const grid = gridOf(base);

it('has every metric by segment and period, latest first, what is still ahead last', () => {
  expect(grid.rows.length).toBeGreaterThan(80);
  const [latest, before = 0, ahead] = ['3Q11', '1Q10', 'FY2011'].map((p) => grid.periods.indexOf(period(p)));
  expect(latest).toBe(0);
  expect(before).toBeGreaterThan(0);
  expect(ahead).toBeGreaterThan(before);
});

it('has a figure or, where only changes are printed, none', () => {
  const row = (metric: string, segment: string) =>
    grid.rows.find((r) => r.metric === metric && r.segment === segment);
  expect(row('operating-income', 'atm')?.cells.get(period('3Q11'))?.figure?.printed).toBe('(29)');
  expect(row('revenue', 'wan')?.cells.get(period('3Q11'))?.figure).toBeNull();
});

it('leads to a question whose answer begins with the figure of the cell', () => {
  const wrong = grid.rows.flatMap((r) =>
    [...r.cells.values()].flatMap(({ figure, question }) => {
      const { answer } = lastTurn(base, question);
      const same = figure === null || String(answer.figures[0]?.value) === String(figure.value);
      return answer.status === 'answered' && same ? [] : [question];
    }),
  );
  expect(wrong).toEqual([]);
});
