import type { FactBase } from '../facts/base.ts';
import type { Figure, Line } from '../model/answer.ts';
import { ordered } from '../resolve/change.ts';
import type { Outcome } from '../resolve/outcome.ts';
import { figure, joined, line } from './parts.ts';
import { bySubject, rankName } from './sentences.ts';

/** The answer in a few words that stand large above it; empty where only sentences answer. */
export function headlineOf(base: FactBase, o: Outcome): Line {
  switch (o.kind) {
    case 'lookup':
      return line(figure(o.figure));
    case 'change':
      return moved(ordered(o.change, o.form));
    case 'compare':
      return o.figures.length === 2
        ? joined(
            o.figures.map((f) => [figure(f)]),
            ' vs ',
          )
        : [];
    case 'trend':
      return fromTo(o.figures);
    case 'rank': {
      const [winner] = o.figures;
      return winner
        ? line(rankName(base, o, winner), ': ', figure(winner, o.by === 'change' ? 'signed' : 'full'))
        : [];
    }
    case 'ratio':
      return line(figure(o.ratio));
    case 'aggregate':
      return line(figure(o.result));
    case 'target':
      return o.ask === 'remaining' || o.direction === 'flat'
        ? line(figure(o.lead, 'size'))
        : line(figure(o.lead, o.ask === 'growth' || o.ask === 'revision' ? 'signed' : 'full'));
    case 'explain':
      return o.change ? moved(ordered(o.change, 'both').slice(0, 1)) : [];
    case 'check':
      return o.holds === null ? [] : line(o.holds ? 'Yes' : 'No');
    case 'notes':
    case 'source':
    case 'metrics':
    case 'refused':
      return [];
  }
}

function moved([lead, second]: readonly Figure[]): Line {
  if (!lead) return [];
  return line(figure(lead, 'signed'), second ? line(' (', figure(second, 'signed'), ')') : null);
}

/** Where a single run begins and ends. */
function fromTo(figures: readonly Figure[]): Line {
  const [first] = figures;
  const last = figures.at(-1);
  const one = new Set(figures.map(bySubject)).size === 1;
  return first && last && first !== last && one ? line(figure(first), ' → ', figure(last)) : [];
}
