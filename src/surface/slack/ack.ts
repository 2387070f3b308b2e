import type { Log } from './log.ts';

/**
 * Acknowledges. Where Slack did not hear it, as when the socket has just closed, what was asked is done all the same:
 * its answer goes another way.
 */
export async function acked(ack: () => Promise<unknown>, log: Log): Promise<void> {
  try {
    await ack();
  } catch (error) {
    log.warn({ err: error }, 'Slack was not reached by an ack');
  }
}
