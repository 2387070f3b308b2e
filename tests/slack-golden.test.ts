import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { toldReport } from '../src/answer/told-claims.ts';
import { checkText } from '../src/check/check.ts';
import { claimsMessage, type ClaimsAudience } from '../src/render/slack/claims.ts';
import { answerMessage, type Audience } from '../src/render/slack/message.ts';
import type { SlackMessage, SlackView } from '../src/render/slack/schema.ts';
import { browseView } from '../src/surface/slack/views/browse.ts';
import { helpMessage } from '../src/surface/slack/views/help.ts';
import { homeView } from '../src/surface/slack/views/home.ts';
import { sectionMessage } from '../src/surface/slack/views/listings.ts';
import { readGolden, writeGolden } from './support/golden.ts';
import { projectBase } from './support/project.ts';
import { ROOT } from './support/sources.ts';
import { lastTurn } from './support/talk.ts';

const FOLDER = join(ROOT, 'tests', 'golden', 'slack');
const base = projectBase();

const AUDIENCES: Readonly<Record<string, Audience>> = {
  shared: { kind: 'shared', by: 'U0AIKO' },
  thread: { kind: 'thread' },
};

/** What a golden file's turns ask for: a view by its name after a slash, else the answer to the last turn. */
function rendered(turns: readonly string[]): SlackMessage | SlackView {
  const [first = ''] = turns;
  switch (first) {
    case '/help':
      return helpMessage(base, base.document.command);
    case '/home':
      return homeView(base, base.document.command);
    case '/browse':
      return browseView(base, { metric: 'operating-income', segment: 'atm', period: '3Q11' });
    case '/section': {
      const section = base.sections.get('II-7');
      if (!section) throw new Error('there is no such section');
      return sectionMessage(base, section);
    }
    case '/check':
    case '/check-shared': {
      const text = turns.slice(1).join('\n');
      const audience: ClaimsAudience = first === '/check' ? { kind: 'private', shows: 'in thread' } : { kind: 'shared', by: 'U0AIKO', quote: text }; // prettier-ignore
      return claimsMessage(base, toldReport(base, text, checkText(base, text)), audience, 'carried');
    }
    default: {
      const audience = AUDIENCES[first.slice(1)] ?? { kind: 'private' };
      const asked = turns.filter((t) => !t.startsWith('/'));
      return answerMessage(base, lastTurn(base, asked).answer, audience, { question: asked.at(-1) ?? '' });
    }
  }
}

const yaml = (value: unknown): string => dump(value, { lineWidth: 110, noRefs: true }).trimEnd();

describe('blocks, to the letter', () => {
  const files = readGolden(FOLDER);

  it('are kept in files', () => {
    expect(files.length).toBe(readdirSync(FOLDER).length);
    expect(files.length).toBeGreaterThanOrEqual(10);
  });

  it.each(files)('$file', (golden) => {
    const text = yaml(rendered(golden.turns));
    if (process.env.UPDATE_GOLDEN === '1') writeGolden(golden, text);
    else expect(text).toBe(golden.text);
  });
});
