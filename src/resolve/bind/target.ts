import { type FactBase, factsOfMetric } from '../../facts/base.ts';
import { CONSOLIDATED } from '../../model/fact.ts';
import { type Period, shiftYears, spell } from '../../model/period.ts';
import { type Item, said, type TargetAsk } from '../../model/query.ts';
import type { Frame } from '../frame.ts';

import type { Bound } from '../outcome.ts';

import { type Again, bindAll, failed, hasLevel, refused } from './common.ts';
import { formOf } from './base.ts';
import { targetsKept } from './topic.ts';
import { bindItem } from './item.ts';
import { settle } from '../periods.ts';
import { yearOf } from './period.ts';

/** Targets: their level, the revision, the progress, what is still needed, and the growth they mean. */
export function bindTarget(base: FactBase, frame: Frame, again: Again): Bound {
  const named = frame.items.filter((i) => i.metric !== null || i.segment !== null);
  const ask =
    frame.scenario === 'initial' && askOf(frame) === 'revision' && !/\bhow much\b/i.test(frame.said.text)
      ? 'level'
      : askOf(frame);
  const kept = targetsKept(base, frame);
  if (kept) return kept;
  const other = otherYear(base, frame);
  if (other)
    return refused({
      code: 'no-target',
      metric: named[0]?.metric ?? undefined,
      segment: named[0]?.segment ?? CONSOLIDATED,
      period: other,
    });
  if (named.length === 0) return allTargets(base, frame);
  if (isPlanned(base, named) && new Set(named.map((i) => JSON.stringify(i.period))).size > 1)
    return again({ ...frame, scenario: null, base: null }, 'compare');
  const scenario = frame.scenario ?? 'target';
  const text = frame.said.text;
  if (frame.scenario === 'actual' && ask !== 'growth') return actual(base, frame, again);
  const both =
    /\b(?:initial(?:ly)?|original(?:ly)?|first announced|old)\b/i.test(text) &&
    /\b(?:revised|new|current|published|latest)\b/i.test(text);
  if (
    ask !== 'growth' &&
    /\bactual(?:s|ly)?\b/i.test(text) &&
    /\b(?:vs|versus|against|compared?|with|next to|beside|alongside|and|side by side)\b/i.test(text)
  )
    return againstActual(base, frame, again);
  const wanted = hasLevel(base);
  const years = new Set(
    named
      .filter((i) => i.period?.type === 'span' && i.period.span === 'year' && i.period.year !== null)
      .map((i) => JSON.stringify(i.period)),
  );
  const items =
    named.length > 1 && sameSubject(named) && (years.size <= 1 || ask === 'growth') ? named.slice(-1) : named;
  const list = items.map((i) => ({
    ...i,
    period:
      (ask === 'level' || (years.size > 1 && ask !== 'growth')) && i.period?.type !== 'month'
        ? i.period
        : null,
  }));
  const bound = bindAll(
    base,
    {
      ...frame,
      scenario: scenario === 'initial' && !both ? 'initial' : both || ask !== 'level' ? 'revised' : scenario,
    },
    list,
    wanted,
  );
  if (!bound.ok) {
    const was =
      frame.followUp && !frame.said.tags.has('Target') ? again({ ...frame, scenario: null }, 'lookup') : null;
    if (was?.kind === 'query') return was;
    if ('refusal' in bound)
      return notTargeted(base, bound.refusal.metric, bound.refusal.segment, bound.refusal.period);
    return failed(base, frame, bound, again);
  }
  const [item] = bound.items;
  if (!item) return refused({ code: 'no-target' });
  if (bound.items.length > 1)
    return {
      kind: 'query',
      query: { intent: 'compare', items: bound.items, unit: frame.unit },
      caveats: bound.caveats,
    };
  if (item.scenario.value === 'plan')
    return { kind: 'query', query: { intent: 'lookup', item, unit: frame.unit }, caveats: bound.caveats };
  if (both && ask !== 'progress' && ask !== 'remaining')
    return {
      kind: 'query',
      query: { intent: 'target', ask: 'revision', item, form: formOf(frame).value, unit: frame.unit },
      caveats: bound.caveats,
    };
  return {
    kind: 'query',
    query: { intent: 'target', ask, item, form: formOf(frame).value, unit: frame.unit },
    caveats: bound.caveats,
  };
}

/** Whether a thing is planned year by year, so that plans and actuals of several years stand side by side. */
const isPlanned = (base: FactBase, items: readonly { metric: string | null }[]): boolean =>
  items.every((i) => base.indexes.ahead.some((f) => f.metric === i.metric && f.scenario === 'plan'));

/** A fiscal year that was named and has neither a target nor a plan, nor the actual that a target is compared with. */
function otherYear(base: FactBase, frame: Frame): Period | null {
  const years = frame.items.flatMap((i) =>
    i.period?.type === 'span' && i.period.span === 'year' && i.period.year !== null
      ? [spell({ kind: 'year', fy: i.period.year })]
      : [],
  );
  const metrics = frame.items.flatMap((i) =>
    i.metric === null ? [] : [i.metric, ...(base.metrics.get(i.metric)?.ratio ?? [])],
  );
  const known = base.indexes.ahead
    .filter((f) => metrics.length === 0 || metrics.includes(f.metric))
    .map((f) => f.period);
  const fine = (y: Period): boolean =>
    known.includes(y) ||
    metrics.some((metric) => factsOfMetric(base, metric).some((f) => f.period === y)) ||
    (frame.scenario !== 'initial' && known.includes(shiftYears(y, 1)) && metrics.length > 0);
  const late = years.find((y) => !fine(y) || (frame.scenario === 'initial' && !known.includes(y)));
  return late ?? null;
}

const sameSubject = (items: readonly { metric: string | null; segment: string | null }[]): boolean =>
  new Set(items.map((i) => `${i.metric ?? ''} ${i.segment ?? ''}`)).size === 1;

/** "How was the target revised", but not "the revised target". */
const REVISED =
  /^revision of\b|\bhow (?:was|were|is|has)\b.*\brevised\b|\b(?:was|were|been)\b.{0,40}\brevised\b(?! (?:full-year |annual )?(?:target|guidance|forecast|plan))/i;

/** "Still aims for" says that the target stands, not what is left of it. */
const STANDS =
  /\bstill (?=(?:aims?|aiming|expects?|targets?|forecasts?|plans?|projects?|anticipates?|envisages?|foresees?|predicts?) )/gi;

/** "How far below the initial target is the new one": two targets, and nothing of what was reached. */
const APART =
  /\bhow (?:far|much) (?:below|above|under|over|lower|higher|down|up)\b(?=.*\b(?:initial|original|first|old|previous)\b)(?=.*\b(?:new|revised|current|latest)\b)/i;

/** "After the revision in February" only says which target is meant. */
const AFTER_REVISION =
  /\b(?:after|following|since|post|with|given) (?:the |its |their |this |that )?(?:\w+ )?(?:revisions?|cuts?|changes?|reductions?|downgrades?)(?: (?:in|of) \w+(?: \d{4})?)?(?![\w-])/gi;

/** "Operating income vs target": what is reached against what is aimed at, where nothing else is set against the target. */
const VERSUS_TARGET =
  /\b(?:vs|versus|against|compared? (?:to|with)|relative to)\.? (?:the |its |their |our )*(?:full[- ]year |fy ?\d* |annual |revised |new |current )*(?:targets?|guidance|forecasts?|plans?|budget|outlook|goals?)\b/i;
const OTHER_SIDE =
  /\b(?:initial\w*|original\w*|old|first|previous|prior|earlier|last year|fy ?(?:20)?10|fy ?(?:20)?09|actuals?|growth|grow|increase|rise|yoy)\b/i;

function askOf(frame: Frame): TargetAsk {
  const text = frame.said.text.replace(STANDS, '').replace(AFTER_REVISION, '');
  if (REVISED.test(text) || APART.test(text)) return 'revision';
  if (VERSUS_TARGET.test(text) && !OTHER_SIDE.test(text)) return 'progress';
  if (
    /\b(?:increase|rise|grow|growth|higher|above|exceed|more|larger|bigger|greater|extra|additional|less|lower|fewer|smaller)\b.*\b(?:over|from|than|vs|versus|against|compared|last year|fy ?(?:20)?10)\b/i.test(
      text,
    ) &&
    !/\b(?:still|remaining|left)\b/i.test(text)
  )
    return 'growth';
  if (
    /\b(?:still|left|remaining|remain|remains|to go|needed|need|needs|required|short of|shortfall|has to|have to|must|missing|gap|away|more .* (?:needed|required))\b/i.test(
      text,
    )
  )
    return 'remaining';
  if (
    /\bimpl(?:y|ies|ied)\b/i.test(text) &&
    /\b(?:4q|q4|(?:fourth|last|final)[ -]quarter|rest of the (?:fiscal )?year|remainder)\b/i.test(text)
  )
    return 'remaining';
  if (
    /\b(?:progress|achiev\w*|attain\w*|fulfil\w*|degree|(?<!per )share of|proportion of|on track|complet\w*|far along|how far|so far|covered|secured|reached|way (?:to|through)|towards?|hit rate|percent of the|% of (?:the |its |our )?(?:full|fy|annual|target|guidance|revised|year))\b/i.test(
      text,
    )
  )
    return 'progress';
  if (
    /\b(?:cut|lowered|raised|revis(?:e|es|ion|ions|ing)|trimmed|reduced|downgraded|upgraded|changed?|slashed|hiked|adjusted|lower|by how much|how much lower|difference|was revised|were revised|revised (?:by|from|down|up))\b/i.test(
      text,
    ) &&
    !/\b(?:revised target|yoy|year on year|year-on-year|fy ?(?:20)?10|last (?:fiscal )?year|growth|prior|previous year|grow)\b/i.test(
      text,
    )
  )
    return 'revision';
  if (
    /\b(?:hikes?|growth|grow|yoy|y\/y|year[ -]on[ -]year|increase|rise|compared|vs|versus|higher|above|more than|change|up|down|over (?:fy|last|the prior))\b/i.test(
      text,
    )
  )
    return 'growth';
  return 'level';
}

/** A target beside the actual figure of the year before. */
function againstActual(base: FactBase, frame: Frame, again: Again): Bound {
  const [item] = frame.items;
  if (!item) return refused({ code: 'no-target' });
  const target = bindItem(base, { ...item, period: null }, 'revised', hasLevel(base));
  if (!target.ok) return failed(base, frame, target, again);
  const other = frame.items.find((i) => i.metric === item.metric && i !== item && i.period !== null);
  const named = other ? bindItem(base, other, 'actual', hasLevel(base)) : null;
  const actual: Item =
    named?.ok === true
      ? named.item
      : {
          ...target.item,
          period: said(shiftYears(target.item.period.value, -1)),
          scenario: said('actual'),
        };
  return {
    kind: 'query',
    query: { intent: 'compare', items: [target.item, actual], unit: frame.unit },
    caveats: target.caveats,
  };
}

/** Every revised target side by side; of another year that is named there are none. */
function allTargets(base: FactBase, frame: Frame): Bound {
  const scenario = frame.scenario === 'initial' ? 'initial-target' : 'revised-target';
  const targets = base.indexes.ahead.filter(
    (f) => f.scenario === scenario && f.measure === 'level' && f.unit === 'JPY',
  );
  const other = yearsNamed(base, frame).find((y) => !targets.some((f) => f.period === y));
  if (other !== undefined) return refused({ code: 'no-target', period: other });
  const items = targets.map((f): Item => ({
    metric: said(f.metric),
    segment: said(f.segment),
    period: said(f.period),
    scenario: said(f.scenario),
  }));
  const unique = [...new Map(items.map((i) => [i.metric.value, i])).values()];
  return unique.length > 0
    ? { kind: 'query', query: { intent: 'compare', items: unique, unit: frame.unit }, caveats: [] }
    : refused({ code: 'no-target' });
}

/** The fiscal years of the periods that a question names. */
const yearsNamed = (base: FactBase, frame: Frame): Period[] =>
  frame.items.flatMap((i) => {
    const settled = i.period === null ? null : settle(i.period, base.calendar, base.document.date);
    return settled?.kind === 'period' ? [yearOf(base, settled.period)] : [];
  });

function actual(base: FactBase, frame: Frame, again: Again): Bound {
  const [item] = frame.items;
  if (!item) return refused({ code: 'no-target' });
  const bound = bindItem(base, item, 'actual', hasLevel(base));
  return bound.ok
    ? {
        kind: 'query',
        query: { intent: 'lookup', item: bound.item, unit: frame.unit },
        caveats: bound.caveats,
      }
    : failed(base, frame, bound, again);
}

/** No target for this: a decline that names what has one; a word like "expected" beside a past period is no target at all. */
function notTargeted(
  base: FactBase,
  metric?: string,
  segment?: string,
  period?: Item['period']['value'],
): Bound {
  const near = base.indexes.ahead
    .filter(
      (f) =>
        f.scenario === 'revised-target' && f.measure === 'level' && f.unit === 'JPY' && f.metric !== metric,
    )
    .map((f) => ({ metric: f.metric, segment: f.segment }));
  const unique = [...new Map(near.map((n) => [n.metric, n])).values()];
  return refused({
    code: 'no-target',
    metric,
    segment: segment ?? CONSOLIDATED,
    period,
    near: unique.slice(0, 4),
  });
}
