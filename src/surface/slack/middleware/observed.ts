import { randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import type { AnyMiddlewareArgs, Context, Middleware } from '@slack/bolt';
import { z } from 'zod';
import type { Answer } from '../../../model/answer.ts';
import type { InFlight } from '../in-flight.ts';
import type { Log } from '../log.ts';

/** What a listener tells of an answer for the log. */
interface Told {
  intent: Answer['intent'];
  status: Answer['status'];
}

const told = new WeakMap<Context, Told>();
const logs = new WeakMap<Context, Log>();
const failed = new WeakMap<Context, () => void>();

/** Tells the log which intent a request had and how it ended. */
export function tell(context: Context, answer: Told): void {
  told.set(context, { intent: answer.intent, status: answer.status });
}

/** The log of a request, if it came so far that it has an id. */
export const requestLog = (context: Context): Log | undefined => logs.get(context);

/** The log of a request: its lines carry the request's id. */
export function logOf(context: Context): Log {
  const log = requestLog(context);
  if (!log) throw new Error('a listener ran outside of the observed middleware');
  return log;
}

const bodySchema = z.object({
  command: z.string().optional(),
  event: z.object({ type: z.string() }).optional(),
  type: z.string().optional(),
});

/** What kind of request a body is: "/iij", "app_mention", "block_actions". */
function kindOf(body: unknown): string {
  const read = bodySchema.safeParse(body);
  if (!read.success) return 'unknown';
  return read.data.command ?? read.data.event?.type ?? read.data.type ?? 'unknown';
}

/** Ends a request that failed, once the user has been told: until then it is under way. */
export function settle(context: Context): void {
  failed.get(context)?.();
}

/**
 * Counts what is under way, so that a stop can wait for it, and logs each request with its intent, end and
 * duration. A request that fails stays under way until `settle`.
 */
export function observed(log: Log, inFlight: InFlight): Middleware<AnyMiddlewareArgs> {
  return async ({ body, context, next }) => {
    const own = log.child({ request: randomUUID(), kind: kindOf(body) });
    logs.set(context, own);
    const start = performance.now();
    const done = inFlight.begin();
    const line = (): object => ({
      ...told.get(context),
      ms: Math.round((performance.now() - start) * 10) / 10,
    });
    try {
      await next();
    } catch (error) {
      own.error({ ...line(), err: error }, 'failed');
      failed.set(context, done);
      throw error;
    }
    own.info(line(), 'done');
    done();
  };
}
