import type { DeliveryFault } from '../faults.ts';

/** What Slack delivers to an app. */
export type Envelope =
  | { kind: 'event'; payload: Readonly<Record<string, unknown>> }
  | { kind: 'command'; payload: Readonly<Record<string, string>> }
  | { kind: 'interaction'; payload: Readonly<Record<string, unknown>> };

/** How an app took a delivery: with what its ack said, or why not. */
export type Ack = { ok: true; body: unknown } | { ok: false; reason: string };

/** Which time it is delivered: 0 for the first. */
export interface Attempt {
  retry: number;
  reason: string;
}

/** A way to the app. */
export interface Route {
  deliver(envelope: Envelope, attempt: Attempt, fault: DeliveryFault | null): Promise<Ack>;
  stop(): Promise<void>;
}
