import type { FactBase } from '../facts/base.ts';
import { examplesOf, isCovered, metricOf } from '../facts/base.ts';
import type { Choice } from '../model/answer.ts';
import { CONSOLIDATED } from '../model/fact.ts';
import { assumed, type Item, type Query, said } from '../model/query.ts';
import { atOf } from '../resolve/bind/base.ts';
import { changeOf, defaultBase, fromPeriod } from '../resolve/change.ts';
import { itemsIn } from '../model/query.ts';
import { findNotes } from '../resolve/notes.ts';
import { fiscalYearEnd, levelPeriods } from '../resolve/periods.ts';
import { level } from '../resolve/level.ts';
import { restate, subjectWords } from './restate.ts';

/** How many next questions an answer offers, besides the one for its source. */
const MOST = 3;

/** Questions that this data can answer and that follow from the one just answered. */
export function suggestionsFor(base: FactBase, query: Query): Choice[] {
  const items = itemsIn(query);
  const item = query.intent === 'trend' ? items[items.length - 1] : items[0];
  if (!item || item.scenario.value === 'plan' || metricOf(base, item.metric.value).nature === 'event')
    return [];
  const next = [
    why(base, query, item),
    trend(base, query, item),
    change(base, query, item),
    target(base, query, item),
  ].filter((c) => c !== null);
  return [...next.slice(0, MOST), ...source(base, query, item)];
}

function why(base: FactBase, query: Query, item: Item): Choice | null {
  if (query.intent === 'explain') return null;
  const about = [{ metric: item.metric.value, segment: item.segment.value }];
  const [hit] = findNotes(base, { text: '', about, period: item.period.value, base: null, direction: null }, [
    'reason',
  ]);
  if (!hit || hit.score < 9) return null;
  const question = restate(base, {
    intent: 'explain',
    item,
    base: null,
    direction: null,
    notes: [],
    unit: null,
  });
  return { label: 'Why?', question };
}

function trend(base: FactBase, query: Query, item: Item): Choice | null {
  const periods = levelPeriods(base, item.metric.value, item.segment.value).filter((p) => /^\dQ/.test(p));
  if (query.intent === 'trend' || periods.length < 3) return null;
  return { label: 'Trend', question: `trend of ${subjectWords(base, item)}` };
}

const CHANGES = { yoy: 'YoY change', qoq: 'QoQ change', period: 'Change since year-end' } as const;

function change(base: FactBase, query: Query, item: Item): Choice | null {
  if (query.intent === 'change' || item.scenario.value !== 'actual') return null;
  const at = atOf(item);
  const kind = defaultBase(base, at, fiscalYearEnd(base.calendar));
  const from = fromPeriod(at.period, kind);
  if (!from || !changeOf(base, at, from)) return null;
  return {
    label: CHANGES[kind.kind],
    question: restate(base, { intent: 'change', item, base: said(kind), form: assumed('both'), unit: null }),
  };
}

/** Where the first figure is printed, with what that section covers. */
function source(base: FactBase, query: Query, item: Item): Choice[] {
  if (query.intent === 'source' || !isCovered(base, item.metric.value, item.segment.value)) return [];
  const question = restate(base, { intent: 'source', sections: [], item, unit: null });
  return [{ label: 'Source', question }];
}

function target(base: FactBase, query: Query, item: Item): Choice | null {
  if (item.segment.value !== CONSOLIDATED || !isCovered(base, item.metric.value, CONSOLIDATED)) return null;
  const fy = base.indexes.ahead.find(
    (f) => f.metric === item.metric.value && f.scenario === 'revised-target' && f.measure === 'level',
  );
  if (!fy || query.intent === 'target') return null;
  const at: Item = { ...item, period: said(fy.period), scenario: said('revised-target') };
  const done = level(base, {
    metric: fy.metric,
    segment: fy.segment,
    period: base.calendar.cumulative,
    scenario: 'actual',
  });
  return done
    ? {
        label: 'Progress',
        question: restate(base, { intent: 'target', ask: 'progress', item: at, form: 'both', unit: null }),
      }
    : null;
}

/** Three questions that show what the document has: for help, and for questions that name nothing. */
export function exampleQuestions(base: FactBase): Choice[] {
  return examplesOf(base, ['lookup', 'trend', 'explain', 'target'])
    .slice(0, MOST)
    .map(({ question }) => ({ label: question, question }));
}
