import type { Fact } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import { identitiesOf } from '../identities/enumerate.ts';
import type { Identity, IdentityKind } from '../identities/identity.ts';
import { type Interval, intervalOf, sayInterval } from '../interval.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck } from './check.ts';

/** The check that identities of a kind tie: none gives what its figure can't have been rounded from, unless the document's data says why. */
export function tieCheck(name: string, kind: IdentityKind, description: string): DataCheck {
  return { name, description, check: (base) => untied(base, kind).map(problemOf) };
}

/** The identities of a kind that don't tie and are not explained, one for each printed figure. */
export function untied(base: FactBase, kind: IdentityKind): Identity[] {
  const open = identitiesOf(base).filter((i) => i.kind === kind && i.verdict === 'no' && i.why === null);
  return [...new Map([...open].reverse().map((i) => [i.target.fact.id, i])).values()].reverse();
}

function problemOf({ target: { fact }, how, range }: Identity): Problem {
  const printed = intervalOf(fact);
  const said =
    printed && range ? `, that is ${inUnit(printed, fact)}, but ${how} gives ${inUnit(range, fact)}` : '';
  return {
    ...fact.origin,
    what: `${subject(fact)} is printed "${fact.printed}"${said}`,
    expected: 'two figures that meet within the rounding of all that is printed',
    remedy: `Hold the cells against ${fact.sections.join(', ')} of the document: one of them is mistyped or stands in the wrong place`,
  };
}

/** What a fact is, in ids: "revenue atm 3Q11 change yoy". */
export function subject(fact: Fact): string {
  const scenario = fact.scenario === 'actual' ? [] : [fact.scenario];
  const measure = fact.measure === 'level' ? [] : [fact.measure, fact.base ?? ''];
  return [fact.metric, fact.segment, fact.period, ...measure, ...scenario].join(' ');
}

const SCALES: Readonly<Record<number, string>> = { 6: ' million', 9: ' billion' };

function inUnit(range: Interval, fact: Fact): string {
  const unit = `${fact.unit}${SCALES[fact.scale] ?? ''}`;
  return `${sayInterval(range, fact.scale)} ${unit}`;
}
