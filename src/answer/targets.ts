import type { FactBase } from '../facts/base.ts';
import type { Line } from '../model/answer.ts';
import type { QueryOf } from '../model/query.ts';
import { cited, figure, line, longPeriod, shortPeriod, subject } from './parts.ts';
import { computed, type OutcomeOf, SCENARIO, statement } from './statement.ts';

/** A target, its revision, the progress towards it, what is left of it, or the growth it means. */
export function targetLines(base: FactBase, o: OutcomeOf<'target'>, query: QueryOf<'target'>): Line[] {
  const { lead, others } = o;
  const name = subject(base, lead.metric, lead.segment);
  const period = longPeriod(query.item.period.value);
  const [a, b] = others;
  switch (o.ask) {
    case 'level': {
      const rest = others.map((f) =>
        line(
          '  ',
          f.scenario === 'actual' ? 'actual ' : SCENARIO[f.scenario].trim() + ' ',
          shortPeriod(f.period),
          ': ',
          figure(f),
          cited(f),
        ),
      );
      return [statement(base, lead), ...rest];
    }
    case 'revision': {
      const word = o.direction === 'up' ? 'raised by ' : o.direction === 'down' ? 'lowered by ' : 'unchanged';
      return [
        line(
          name,
          ' target for ',
          period,
          ': ',
          word,
          o.direction === 'flat' ? line(' (', figure(lead, 'full'), ')') : figure(lead, 'size'),
          cited(lead),
        ),
        ...(a && b ? [line('  initial target ', figure(b), ', revised target ', figure(a))] : []),
      ];
    }
    case 'growth':
      return [
        line(
          name,
          SCENARIO[query.item.scenario.value],
          ': ',
          o.direction === 'down' ? 'down ' : 'up ',
          figure(lead, 'size'),
          ' over the actual of the year before',
          cited(lead),
        ),
        ...others.map((f) => line('  ', statement(base, f))),
      ];
    case 'progress':
      return [
        line(
          name,
          ': ',
          figure(lead),
          ' of the',
          SCENARIO[query.item.scenario.value],
          ' for ',
          period,
          ' is reached after ',
          longPeriod(base.calendar.cumulative),
          cited(lead),
        ),
        ...computed(base, lead),
      ];
    case 'remaining':
      return [
        line(
          name,
          ': ',
          figure(lead, 'size'),
          typeof lead.value !== 'string' && lead.value.lt(0) ? ' above' : ' still needed to reach',
          ' the',
          SCENARIO[query.item.scenario.value],
          ' for ',
          period,
          cited(lead),
        ),
        ...computed(base, lead),
        ...(others[2] ? [line('  reached so far: ', figure(others[2]))] : []),
      ];
  }
}
