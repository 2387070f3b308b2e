import type { FactBase } from '../facts/base.ts';
import type { Figure, Line } from '../model/answer.ts';
import { ordered } from '../resolve/change.ts';
import { movement } from './movement.ts';
import { cited, figure, joined, line, longPeriod, shortPeriod, subject } from './parts.ts';
import { computed, type OutcomeOf, SCENARIO, statement } from './statement.ts';

export function lookupLines(base: FactBase, o: OutcomeOf<'lookup'>): Line[] {
  const changes = o.changes.flatMap((c) => {
    const [lead, second = null] = ordered(c, 'both');
    return lead ? [line('  ', movement(base, c, lead, second))] : [];
  });
  const others = o.others.map((f) => line('  printed: ', statement(base, f)));
  return [statement(base, o.figure), ...computed(base, o.figure), ...others, ...changes];
}

export function changeLines(base: FactBase, o: OutcomeOf<'change'>): Line[] {
  const { change } = o;
  const [lead, second = null] = ordered(change, o.form);
  if (!lead) return [];
  const head = line(
    subject(base, lead.metric, lead.segment),
    SCENARIO[lead.scenario],
    ': ',
    movement(base, change, lead, second),
    ', ',
    longPeriod(lead.period),
    cited(lead),
  );
  const levels =
    change.after && change.before
      ? [
          line(
            '  from ',
            figure(change.before),
            ' (',
            shortPeriod(change.before.period),
            ') to ',
            figure(change.after),
            ' (',
            shortPeriod(change.after.period),
            ')',
          ),
        ]
      : change.after
        ? [
            line(
              '  to ',
              figure(change.after),
              ' (',
              shortPeriod(change.after.period),
              '); the earlier level is not printed',
            ),
          ]
        : [];
  return [head, ...levels, ...(lead.derivation ? computed(base, lead) : []), ...alsoLines(base, o)];
}

/** The second comparison, where two were asked for. */
function alsoLines(base: FactBase, o: OutcomeOf<'change'>): Line[] {
  if (!o.also) return [];
  const [lead, second = null] = ordered(o.also, o.form);
  return lead ? [line('  ', movement(base, o.also, lead, second), cited(lead))] : [];
}

export const bySubject = (f: Figure): string => `${f.metric} ${f.segment}`;

export function compareLines(base: FactBase, o: OutcomeOf<'compare'>): Line[] {
  const rows = o.figures.flatMap((f) => [statement(base, f), ...computed(base, f).map((l) => line('  ', l))]);
  const [a, b] = o.figures;
  if (!o.difference || !a || !b || typeof o.difference.value === 'string') return rows;
  const size = o.difference.value;
  const names =
    bySubject(a) === bySubject(b)
      ? [line(shortPeriod(a.period)), line(shortPeriod(b.period))]
      : [subject(base, a.metric, a.segment, a), subject(base, b.metric, b.segment, b)];
  const word = size.gt(0) ? ' is higher than ' : size.lt(0) ? ' is lower than ' : ' equals ';
  const scenarios =
    a.scenario === b.scenario
      ? ['', '']
      : [SCENARIO[a.scenario] || ' actual', SCENARIO[b.scenario] || ' actual'];
  const tail = size.eq(0)
    ? null
    : line(
        ' by ',
        figure(o.difference, 'size'),
        o.growth ? line(' (', figure(o.growth, 'signed'), ')') : null,
      );
  return [
    ...rows,
    line('Difference: ', names[0] ?? [], scenarios[0] ?? '', word, names[1] ?? [], scenarios[1] ?? '', tail),
  ];
}

export function trendLines(base: FactBase, o: OutcomeOf<'trend'>): Line[] {
  const [first] = o.figures;
  if (!first) return [];
  const subjects = [...new Set(o.figures.map(bySubject))];
  return subjects
    .flatMap((key) => {
      const run = o.figures.filter((f) => bySubject(f) === key);
      const [head] = run;
      if (!head) return [];
      const cells = run.map((f) => {
        const mark = markOf(run, f);
        return line(shortPeriod(f.period), ' ', figure(f, 'full'), mark === '' ? '' : ` (${mark})`);
      });
      const all: Figure = { ...head, sections: [...new Set(run.flatMap((f) => f.sections))] };
      return [line(subject(base, head.metric, head.segment, head), ': ', joined(cells, ', '), cited(all))];
    })
    .concat(
      o.growth && subjects.length === 1 ? [line('From first to last: ', figure(o.growth, 'signed'))] : [],
    );
}

/** What marks the highest and the lowest of a run; of losses, the smallest and the largest. */
export function markOf(run: readonly Figure[], f: Figure): string {
  if (run.length < 3) return '';
  const [peak, trough] = [extreme(run, 1), extreme(run, -1)];
  if (f !== peak && f !== trough) return '';
  const losses = run.every((x) => typeof x.value !== 'string' && x.value.lt(0));
  if (losses) return f === peak ? 'smallest loss' : 'largest loss';
  return f === peak ? 'peak' : 'trough';
}

function extreme(run: readonly Figure[], sign: 1 | -1): Figure | undefined {
  return run.reduce<Figure | undefined>(
    (best, f) =>
      best === undefined ||
      (typeof f.value !== 'string' && typeof best.value !== 'string' && f.value.cmp(best.value) === sign)
        ? f
        : best,
    undefined,
  );
}

/** What a ranking calls one of its figures: by what sets it apart from the others. */
export function rankName(base: FactBase, o: OutcomeOf<'rank'>, f: Figure): Line {
  const samePeriod = new Set(o.all.map((x) => x.period)).size === 1;
  const sameSubject = new Set(o.all.map(bySubject)).size === 1;
  return line(
    sameSubject ? shortPeriod(f.period) : subject(base, f.metric, f.segment, f),
    !samePeriod && !sameSubject ? line(' ', shortPeriod(f.period)) : null,
  );
}

export function rankLines(base: FactBase, o: OutcomeOf<'rank'>): Line[] {
  const [winner] = o.figures;
  if (!winner) return [];
  const samePeriod = new Set(o.all.map((f) => f.period)).size === 1;
  const sameSubject = new Set(o.all.map(bySubject)).size === 1;
  const name = (f: Figure): Line => rankName(base, o, f);
  const word = rankWord(o, winner);
  const show = (f: Figure): Line => figureLine(f, o.by === 'change');
  const rows = o.all.map((f, i) =>
    line('  ', { t: 'ordinal', n: i + 1 }, '. ', name(f), ' ', show(f), cited(f)),
  );
  const head = line(
    word,
    sameSubject ? line(subject(base, winner.metric, winner.segment, winner), ', ') : null,
    name(winner),
    ' with ',
    show(winner),
    samePeriod ? line(', ', longPeriod(winner.period)) : null,
    cited(winner),
  );
  return [head, ...rows, ...lessLine(base, o)];
}

/** Of two movements, which was the smaller: what "did A rise faster than B" asks. */
function lessLine(base: FactBase, o: OutcomeOf<'rank'>): Line[] {
  const [first, second, more] = o.all;
  if (o.by !== 'change' || !first || !second || more || bySubject(first) === bySubject(second)) return [];
  if (typeof first.value === 'string' || typeof second.value === 'string') return [];
  const names = [subject(base, second.metric, second.segment), subject(base, first.metric, first.segment)];
  const [a, b] = [second.value, first.value];
  if (a.eq(b) || a.gt(0) !== b.gt(0)) return [];
  const word = a.lt(b) === a.gt(0) ? ' less than ' : ' more than ';
  return [line(names[0] ?? [], a.gt(0) ? ' rose' : ' fell', word, names[1] ?? [])];
}

/** What the first of a ranking is called: a fall is no smallest rise, and of losses the lowest result is the largest. */
function rankWord(o: OutcomeOf<'rank'>, winner: Figure): string {
  const up = typeof winner.value === 'string' || winner.value.gt(0);
  const losses = o.all.every((f) => typeof f.value !== 'string' && f.value.lt(0));
  switch (o.order) {
    case 'farthest':
      return 'Biggest move: ';
    case 'nearest':
      return 'Smallest move: ';
    case 'highest':
      if (o.by === 'change') return up ? 'Biggest rise: ' : 'Smallest fall: ';
      return losses ? 'Smallest loss: ' : 'Highest: ';
    case 'lowest':
      if (o.by === 'change') return up ? 'Smallest rise: ' : 'Biggest fall: ';
      return losses ? 'Largest loss: ' : 'Lowest: ';
  }
}

const figureLine = (f: Figure, change: boolean): Line => line(figure(f, change ? 'signed' : 'full'));

export function ratioLines(base: FactBase, o: OutcomeOf<'ratio'>): Line[] {
  const [a, b] = o.parts;
  if (!a || !b) return [statement(base, o.ratio)];
  const share = a.metric === b.metric;
  const when = (f: Figure): Line => (a.period === b.period ? [] : line(' in ', shortPeriod(f.period)));
  const what = share
    ? line(
        subject(base, a.metric, a.segment, a),
        when(a),
        ' is ',
        figure(o.ratio),
        o.ratio.unit === 'times' ? ' ' : ' of ',
        subject(base, b.metric, b.segment, b),
        when(b),
      )
    : line(
        subject(base, a.metric, a.segment, a),
        o.ratio.unit === 'percent' ? ' as a percentage of ' : ' per ',
        subject(base, b.metric, b.segment, b),
        ': ',
        figure(o.ratio),
      );
  const head = line(what, ', ', longPeriod(a.period), cited(o.ratio));
  const detail = o.ratio.derivation
    ? computed(base, o.ratio)
    : [line('  printed; ', figure(a), ' against ', figure(b))];
  return [head, ...detail];
}

export function aggregateLines(base: FactBase, o: OutcomeOf<'aggregate'>): Line[] {
  const word = { sum: 'Sum', average: 'Average', difference: 'Difference' }[o.op];
  const [first] = o.terms;
  const same = first !== undefined && o.terms.every((t) => bySubject(t) === bySubject(first));
  const head = line(
    word,
    first && same ? line(' of ', subject(base, first.metric, first.segment, first)) : null,
    ': ',
    figure(o.result),
    cited(o.result),
  );
  return [
    head,
    ...o.terms.flatMap((t) => [
      line('  ', statement(base, t)),
      ...computed(base, t).map((l) => line('    ', l)),
    ]),
  ];
}
