import type { Fact } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck } from './check.ts';

/** What a section prints is among the metrics that the document says it has, so that it is found when somebody asks where. */
export const sectionLists: DataCheck = {
  name: 'section-lists',
  description: 'each section lists the metrics that its facts print',
  check: (base) => {
    const missing = base.facts.flatMap((fact) =>
      fact.sections
        .filter((id) => lacks(base, id, fact))
        .map((id) => [`${id} ${fact.metric}`, fact] as const),
    );
    return [...new Map(missing.reverse())]
      .reverse()
      .map(([key, fact]) => problemOf(key.split(' ')[0] ?? '', fact));
  },
};

const lacks = (base: FactBase, section: string, { metric }: Fact): boolean =>
  base.sections.get(section)?.has.includes(metric) === false;

const problemOf = (section: string, { metric, origin }: Fact): Problem => ({
  ...origin,
  what: `section ${section} prints ${metric}, which its "has" in document.yml does not list`,
  expected: 'every metric that a section prints in its list',
  remedy: `Add ${metric} to "has" of the section`,
});
