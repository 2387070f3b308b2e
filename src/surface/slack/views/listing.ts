import { metricsToPick } from '../../../answer/catalogue.ts';
import type { FactBase } from '../../../facts/base.ts';
import type { SlackMessage } from '../../../render/slack/schema.ts';
import { metricsNear } from '../typeahead.ts';
import { sectionNamed, type Wanted } from '../wanted.ts';
import { helpMessage } from './help.ts';
import { metricsMessage, noSectionMessage, sectionMessage, sectionsMessage } from './listings.ts';

/** What is told without a question: help, the metrics, the sections, or one of them. */
export function listing(
  base: FactBase,
  command: string,
  wanted: Extract<Wanted, { kind: 'help' | 'metrics' | 'sources' }>,
): SlackMessage {
  switch (wanted.kind) {
    case 'help':
      return helpMessage(base, command);
    case 'metrics': {
      const { words } = wanted;
      return metricsMessage(base, words === '' ? metricsToPick(base) : metricsNear(base, words), words);
    }
    case 'sources': {
      if (wanted.section === '') return sectionsMessage(base, command);
      const section = sectionNamed(base, wanted.section);
      return section ? sectionMessage(base, section) : noSectionMessage(base, wanted.section);
    }
  }
}
