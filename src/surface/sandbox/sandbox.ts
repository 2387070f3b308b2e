import type { FactBase } from '../../facts/base.ts';
import { createSlackApp } from '../slack/app.ts';
import type { Log } from '../slack/log.ts';
import { type FakeSlack, startFakeSlack } from './fake/fake-slack.ts';
import type { Person } from './web/panes.ts';

/** The real app and a Slack of its own, in one process, for one person. */
export interface Sandbox {
  base: FactBase;
  slack: FakeSlack;
  person: Person;
  /** The public channel, and the direct message with the bot. */
  places: { channel: string; direct: string };
  /** Resolves when everything that was asked has been answered. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const PERSON = { id: 'U0YOU', name: 'You' };
const CHANNEL = { id: 'C0FINANCE', name: 'finance' };

/**
 * Starts the app over a socket to a Slack of its own. The home tab is published, and prompts are offered, as on a first
 * visit. `patience` is how long that Slack waits for the app, in milliseconds; as long as Slack does where none is given.
 */
export async function startSandbox(base: FactBase, log: Log, patience?: number): Promise<Sandbox> {
  const bot = { user: 'U0KESSAN', id: 'B0KESSAN', name: base.document['display-name'] };
  const slack = await startFakeSlack({
    seed: {
      team: 'T0SANDBOX',
      bot,
      users: [PERSON],
      channels: [CHANNEL, { id: 'C0IR', name: 'investor-relations' }],
    },
    commands: [base.document.command],
    mostCalls: 100,
    ...(patience === undefined ? {} : { ackTimeout: patience }),
  });
  const app = createSlackApp({
    base,
    log,
    config: {
      botToken: slack.botToken,
      connection: { mode: 'socket', appToken: slack.appToken, healthPort: null },
      apiUrl: slack.apiUrl,
      logLevel: 'warn',
    },
  });
  await app.start();
  const direct = slack.workspace.direct(PERSON.id).id;
  for (const tab of ['home', 'messages'] as const) await slack.act.openHome({ user: PERSON.id, tab });
  const settled = async (): Promise<void> => {
    await app.idle();
    await slack.served();
  };
  await settled();
  return {
    base,
    slack,
    person: PERSON,
    places: { channel: CHANNEL.id, direct },
    settled,
    stop: async () => {
      await app.stop();
      await slack.stop();
    },
  };
}
