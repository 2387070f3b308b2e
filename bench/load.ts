// The real app under a steady load of signed slash commands over loopback: what is lost, what is answered twice, how long
// acks take, and what memory is left after a collection. `load` is a minute at 200 a second, `soak` 20 minutes at 50;
// `--seconds N` shortens both.
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { alignRows } from '../src/surface/cli/table.ts';
import { sendCommand, startTarget, type Target } from './slack.ts';
import { percentile, sum } from './stats.ts';

const KINDS = { load: { rate: 200, seconds: 60 }, soak: { rate: 50, seconds: 20 * 60 } } as const;
type Kind = keyof typeof KINDS;
const isKind = (name: string): name is Kind => Object.hasOwn(KINDS, name);

/** Commands that are sent before anything is counted, so that caches are warm and the conversations kept as many as they get. */
const WARM_UP = 8_000;
/** How many senders there are; each is a conversation of its own. */
const PEOPLE = 6_000;
/** How long is waited for the last answers, in milliseconds. */
const PATIENCE = 30_000;

interface Loaded {
  sent: number;
  /** Commands that were not acknowledged with 200, by what became of them. */
  failed: ReadonlyMap<string, number>;
  unanswered: number;
  twice: number;
  p50: number;
  p99: number;
  slowest: number;
  /** MiB in use after a collection, before and after. */
  heap: { before: number; after: number };
  /** The processors that the app kept busy, and those that Slack and its senders did, on average. */
  busy: { app: number; slack: number };
}

/** Counts the answers to each command; a user's name is the command's number. */
function countAnswers({ slack }: Target, most: number): Uint8Array {
  const answers = new Uint8Array(most);
  slack.workspace.onChange((change) => {
    if (change.kind !== 'message' || change.message.only === null) return;
    const n = Number(change.message.only.slice(1));
    answers[n] = (answers[n] ?? 0) + 1;
  });
  return answers;
}

/** What became of a request: the deepest cause is the one that tells. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : reasonOf(error.cause);
}

async function underLoad(questions: readonly string[], rate: number, seconds: number): Promise<Loaded> {
  const to = await startTarget('kessan');
  const count = Math.round(rate * seconds);
  const answers = countAnswers(to, WARM_UP + count);
  const times: number[] = [];
  const failed = new Map<string, number>();
  const send = async (n: number): Promise<number | null> => {
    try {
      const question = questions[n % questions.length] ?? '';
      return await sendCommand(to, n, question, { user: `U${n}`, sender: `U${n % PEOPLE}` });
    } catch (error) {
      const why = reasonOf(error);
      failed.set(why, (failed.get(why) ?? 0) + 1);
      return null;
    }
  };
  const settled = async (until: number): Promise<void> => {
    const limit = performance.now() + PATIENCE;
    while (answers.subarray(0, until).includes(0) && performance.now() < limit) await wait(20);
  };
  for (let n = 0; n < WARM_UP; n += 8) await Promise.all(Array.from({ length: 8 }, (_, i) => send(n + i)));
  await settled(WARM_UP);
  const before = await to.heap();
  const [start, cpu, own] = [performance.now(), await to.cpu(), process.cpuUsage()];
  const sent: Promise<void>[] = [];
  for (let n = 0; n < count; n++) {
    await wait(Math.max(0, start + (n * 1_000) / rate - performance.now()));
    sent.push(
      send(WARM_UP + n).then((took) => {
        if (took !== null) times.push(took);
      }),
    );
    if (sent.length >= 10_000) await Promise.all(sent.splice(0, 5_000));
  }
  await Promise.all(sent);
  const took = (performance.now() - start) / 1_000;
  const { user, system } = process.cpuUsage(own);
  const busy = { app: ((await to.cpu()) - cpu) / took, slack: (user + system) / 1_000_000 / took };
  await settled(WARM_UP + count);
  const after = await to.heap();
  await to.stop();
  const counted = answers.subarray(WARM_UP);
  return {
    sent: count,
    failed,
    unanswered: counted.filter((n) => n === 0).length,
    twice: counted.filter((n) => n > 1).length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    slowest: percentile(times, 1),
    heap: { before, after },
    busy,
  };
}

/** Runs the named kinds of load one after the other and gives their tables. */
export async function loadTables(
  kinds: readonly string[],
  questions: readonly string[],
  seconds: number | null,
): Promise<string> {
  const tables: string[] = [];
  for (const kind of kinds.filter(isKind)) {
    const { rate } = KINDS[kind];
    const length = seconds ?? KINDS[kind].seconds;
    const { sent, failed, unanswered, twice, p50, p99, slowest, heap, busy } = await underLoad(
      questions,
      rate,
      length,
    );
    const ms = (n: number): string => `${n.toFixed(2)} ms`;
    const rows = [
      [`${kind}: ${rate} commands a second for ${length} s`, 'measured', 'aim'],
      ['sent', String(sent), ''],
      ['not acknowledged', String(sum([...failed.values()])), '0'],
      ...[...failed].map(([why, n]) => [`  ${why}`, String(n), '']),
      ['not answered', String(unanswered), '0'],
      ['answered twice', String(twice), '0'],
      ['ack, p50', ms(p50), ''],
      ['ack, p99', ms(p99), '< 50 ms'],
      ['ack, slowest', ms(slowest), '< 3,000 ms'],
      ['heap after a collection, at the start', `${heap.before.toFixed(1)} MiB`, ''],
      ['heap after a collection, at the end', `${heap.after.toFixed(1)} MiB`, 'as at the start'],
      ['processors kept busy by the app', busy.app.toFixed(2), ''],
      ['the same by Slack and its senders', busy.slack.toFixed(2), ''],
    ];
    tables.push(alignRows(rows, new Set([1])));
  }
  return tables.join('\n\n');
}
