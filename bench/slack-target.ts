// An app for the Slack bench, in a process of its own: `kessan`, or `constant`, a Bolt app whose listener answers a
// constant text. Takes the address of the fake Slack from the environment; tells its port, and its CPU time and heap when asked.
import { App, HTTPReceiver } from '@slack/bolt';
import { loadBase } from '../src/facts/load.ts';
import { createSlackApp } from '../src/surface/slack/app.ts';
import { readConfig } from '../src/surface/slack/config.ts';
import { boltLogger, createLog } from '../src/surface/slack/log.ts';

const SILENT = createLog('silent');
const config = readConfig(process.env);

async function startKessan(): Promise<number> {
  const { port } = await createSlackApp({ base: loadBase(), log: SILENT, config }).start();
  return port ?? 0;
}

async function startConstant(): Promise<number> {
  const { connection, botToken, apiUrl } = config;
  const signingSecret = connection.mode === 'http' ? connection.signingSecret : '';
  const receiver = new HTTPReceiver({ signingSecret, logger: boltLogger(SILENT) });
  const app = new App({
    token: botToken,
    receiver,
    logger: boltLogger(SILENT),
    convoStore: false,
    clientOptions: { slackApiUrl: apiUrl ?? '', retryConfig: { retries: 0 } },
  });
  app.command('/iij', async ({ ack, respond }) => {
    await ack();
    await respond('Operating income: JPY 3,998 million');
  });
  const address = (await receiver.start(0)).address();
  return typeof address === 'object' && address ? address.port : 0;
}

const port = await (process.argv[2] === 'kessan' ? startKessan() : startConstant());
process.on('message', (what) => {
  const { user, system } = process.cpuUsage();
  if (what === 'heap') globalThis.gc?.();
  const { heapUsed: heap } = process.memoryUsage();
  process.send?.({ cpu: (user + system) / 1_000_000, heap });
});
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
