// The Slack path: signed slash commands over loopback HTTP, against a Bolt app whose listener answers a constant text.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { requestOf, signedHeaders } from '../src/surface/sandbox/fake/delivery/http.ts';
import { type FakeSlack, startFakeSlack } from '../src/surface/sandbox/fake/fake-slack.ts';
import { EVENTS_PATH } from '../src/surface/slack/receiver.ts';
import { median, percentile } from './stats.ts';

/** How many commands are under way at once when throughput is measured. */
const AT_ONCE = 16;
/** The rate at which the time to an ack is measured, a second. */
const RATE = 100;

export interface Target {
  slack: FakeSlack;
  url: string;
  /** The seconds of CPU time that the app has used. */
  cpu(): Promise<number>;
  /** The MiB that the app has in use after a collection. */
  heap(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts an app in a process of its own, with a Slack for it in this one. */
export async function startTarget(kind: 'kessan' | 'constant'): Promise<Target> {
  const slack = await startFakeSlack({ mostCalls: 10 });
  const child = fork(join(import.meta.dirname, 'slack-target.ts'), [kind], {
    execArgv: ['--expose-gc'],
    env: {
      ...process.env,
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: '',
      SLACK_SIGNING_SECRET: slack.signingSecret,
      SLACK_API_URL: slack.apiUrl,
      PORT: '0',
    },
  });
  const told = async <S extends z.ZodType>(schema: S): Promise<z.output<S>> => {
    const [message] = (await once(child, 'message')) as unknown[];
    return schema.parse(message);
  };
  const { port } = await told(z.object({ port: z.number() }));
  return {
    slack,
    url: `http://127.0.0.1:${port}${EVENTS_PATH}`,
    cpu: async () => {
      child.send('cpu');
      return (await told(z.object({ cpu: z.number() }))).cpu;
    },
    heap: async () => {
      child.send('heap');
      return (await told(z.object({ heap: z.number() }))).heap / 1024 ** 2;
    },
    stop: async () => {
      child.disconnect();
      await once(child, 'exit');
      await slack.stop();
    },
  };
}

/** Who sends a command, and to whom the reply is shown; they differ only so that each reply can be told from all others. */
interface Sender {
  sender: string;
  user: string;
}

const send = (to: Target, n: number, question: string): Promise<number> =>
  sendCommand(to, n, question, { sender: `U${n % 50}`, user: 'U0AIKO' });

/** Sends one signed command and gives how long its ack took, in milliseconds. Throws where it is not acknowledged. */
export async function sendCommand(
  { slack, url }: Target,
  n: number,
  question: string,
  { sender, user }: Sender,
): Promise<number> {
  const payload = {
    command: '/iij',
    text: question,
    user_id: sender,
    channel_id: 'C0FINANCE',
    team_id: slack.workspace.team,
    trigger_id: `trigger-${n}`,
    response_url: slack.replyUrl(user, 'C0FINANCE'),
  };
  const { body, type } = requestOf({ kind: 'command', payload });
  const headers = { 'content-type': type, ...signedHeaders(slack.signingSecret, body, Date.now()) };
  const start = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body });
  const took = performance.now() - start;
  await response.arrayBuffer();
  if (response.status !== 200) throw new Error(`the app answered ${response.status}`);
  return took;
}

interface Throughput {
  /** Commands answered a second, ack and reply both, on the clock of the wall. */
  perSecond: number;
  /** Commands answered for each second of the app's own CPU time. */
  perCpuSecond: number;
}

async function throughput(
  kind: 'kessan' | 'constant',
  questions: readonly string[],
  count: number,
): Promise<Throughput> {
  const to = await startTarget(kind);
  let answered = 0;
  to.slack.workspace.onChange(() => {
    answered += 1;
  });
  const ask = async (from: number, many: number): Promise<void> => {
    let next = from;
    const worker = async (): Promise<void> => {
      while (next < from + many) {
        const n = next++;
        await send(to, n, questions[n % questions.length] ?? '');
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    while (answered < from + many) await wait(1);
  };
  await ask(0, count);
  const [start, cpu] = [performance.now(), await to.cpu()];
  await ask(count, count);
  const [seconds, used] = [(performance.now() - start) / 1_000, (await to.cpu()) - cpu];
  await to.stop();
  return { perSecond: count / seconds, perCpuSecond: count / used };
}

/** How long acks take at a steady rate, in milliseconds. */
async function ackTimes(questions: readonly string[], seconds: number): Promise<number[]> {
  const to = await startTarget('kessan');
  for (let n = 0; n < 2 * RATE; n++) await send(to, n, questions[n % questions.length] ?? '');
  const start = performance.now();
  const sent: Promise<number>[] = [];
  for (let n = 0; n < RATE * seconds; n++) {
    await wait(Math.max(0, start + (n * 1_000) / RATE - performance.now()));
    sent.push(send(to, 2 * RATE + n, questions[n % questions.length] ?? ''));
  }
  const times = await Promise.all(sent);
  await to.stop();
  return times;
}

export interface SlackSpeed {
  kessan: Throughput;
  constant: Throughput;
  p50: number;
  p99: number;
}

const medianOf = (runs: readonly Throughput[]): Throughput => ({
  perSecond: median(runs.map((r) => r.perSecond)),
  perCpuSecond: median(runs.map((r) => r.perCpuSecond)),
});

/** Throughput and time to ack of the Slack path. The app runs by itself; load and Slack share another process. */
export async function measureSlack(questions: readonly string[], quick: boolean): Promise<SlackSpeed> {
  const [rounds, count] = quick ? [1, 500] : [5, 2_000];
  const runs = { kessan: [] as Throughput[], constant: [] as Throughput[] };
  for (let i = 0; i < rounds; i++) {
    runs.constant.push(await throughput('constant', questions, count));
    runs.kessan.push(await throughput('kessan', questions, count));
  }
  const times = await ackTimes(questions, quick ? 3 : 20);
  return {
    kessan: medianOf(runs.kessan),
    constant: medianOf(runs.constant),
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
  };
}
