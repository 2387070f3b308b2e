import type { FactBase } from '../facts/base.ts';
import { metricOf } from '../facts/base.ts';
import type { Figure, Line } from '../model/answer.ts';
import { ZERO } from '../model/decimal.ts';
import { isInstant, type Period } from '../model/period.ts';
import { nameBase } from '../resolve/change.ts';
import type { Change } from '../resolve/change.ts';
import { figure, line, shortPeriod } from './parts.ts';

/** What a change is counted from, in words: "year on year", "since 31 Mar 2011". */
export function baseWords(at: Period, from: Period): Line {
  const base = nameBase(at, from);
  switch (base.kind) {
    case 'yoy':
      return line('year on year');
    case 'qoq':
      return line('quarter on quarter');
    case 'period':
      return isInstant(at)
        ? line('since ', shortPeriod(base.period))
        : line('from ', shortPeriod(base.period));
  }
}

const sign = (f: Figure): number => (typeof f.value === 'string' ? 0 : f.value.cmp(ZERO));

/** The verb of a movement: up, down, unchanged; a loss widened, narrowed or turned. */
function verb(base: FactBase, change: Change, lead: Figure): string {
  const { before, after } = change;
  const [b, a] = [before ? sign(before) : 1, after ? sign(after) : 1];
  const loss = metricOf(base, lead.metric).loss !== undefined;
  if (loss && b < 0 && a < 0)
    return sign(lead) > 0 ? 'loss narrowed by ' : sign(lead) < 0 ? 'loss widened by ' : 'loss unchanged ';
  if (loss && b < 0 && a >= 0) return 'turned from a loss, up ';
  if (loss && b >= 0 && a < 0) return 'turned into a loss, down ';
  return sign(lead) > 0 ? 'up ' : sign(lead) < 0 ? 'down ' : 'unchanged ';
}

/** "up 64.5% (JPY 1.6 billion) year on year"; the part that leads is given. */
export function movement(base: FactBase, change: Change, lead: Figure, second: Figure | null): Line {
  const agree = second !== null && (sign(second) === sign(lead) || sign(second) === 0);
  return line(
    verb(base, change, lead),
    sign(lead) === 0
      ? ''
      : line(figure(lead, 'size'), agree ? line(' (', figure(second, 'signed'), ')') : null),
    sign(lead) === 0 ? '' : ' ',
    baseWords(lead.period, change.from),
  );
}
