import { styleText } from 'node:util';
import type { FactBase } from '../../facts/base.ts';
import type { Answer } from '../../model/answer.ts';
import { figureText } from '../../render/number.ts';
import { type Bar, sparkLines } from '../../render/spark.ts';
import { toText } from '../../render/text.ts';

const COLOURS = { answered: 'green', clarify: 'yellow', declined: 'red' } as const;

/** An answer for a terminal or a pipe: its text, under a trend a chart; colour only where stdout takes it. */
export function readable(base: FactBase, answer: Answer): string {
  const [headline = '', ...rest] = toText(base, answer).split('\n');
  const head = styleText(['bold', COLOURS[answer.status]], headline, { stream: process.stdout });
  const chart = answer.intent === 'trend' ? chartOf(answer) : [];
  return [head, ...rest, ...(chart.length === 0 ? [] : ['', ...chart])].join('\n');
}

/** The chart of an answer's series; empty when it has no two figures, or figures that one scale can't measure. */
function chartOf({ series, unit }: Answer): string[] {
  const bars = series.flatMap(({ label, figure }): Bar[] => {
    if (typeof figure.value === 'string') return [];
    return [{ label, value: figure.value, shown: figureText(figure, 'full', unit) }];
  });
  const units = new Set(series.map(({ figure }) => figure.unit));
  return bars.length < 2 || units.size > 1 ? [] : sparkLines(bars);
}
