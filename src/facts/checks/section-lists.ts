import type { Fact } from '../../model/fact.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck } from './check.ts';

/** What a section prints is among the metrics that the document says it has, so that it is found when somebody asks where. */
export const sectionLists: DataCheck = {
  name: 'section-lists',
  description: 'each section lists the metrics that its facts print',
  check: (base) => {
    const listed = new Map([...base.sections].map(([id, { has }]) => [id, new Set(has)]));
    const missing = base.facts.flatMap((fact) =>
      fact.sections
        .filter((id) => listed.get(id)?.has(fact.metric) === false)
        .map((id) => [`${id} ${fact.metric}`, { id, fact }] as const),
    );
    return [...new Map(missing.reverse()).values()].reverse().map(({ id, fact }) => problemOf(id, fact));
  },
};

const problemOf = (section: string, { metric, origin }: Fact): Problem => ({
  ...origin,
  what: `section ${section} prints ${metric}, which its "has" in document.yml does not list`,
  expected: 'every metric that a section prints in its list',
  remedy: `Add ${metric} to "has" of the section`,
});
