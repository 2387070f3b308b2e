import type { DeliveryFault } from '../faults.ts';
import { signatureOf } from '../signature.ts';
import type { Ack, Envelope, Route } from './delivery.ts';

/** How old a signature is that Slack's rule refuses, in seconds: more than five minutes. */
const OLD = 900;

/** An envelope as a request's body and its type. */
export function requestOf(envelope: Envelope): { body: string; type: string } {
  const form = 'application/x-www-form-urlencoded';
  switch (envelope.kind) {
    case 'event':
      return { body: JSON.stringify(envelope.payload), type: 'application/json' };
    case 'command':
      return { body: new URLSearchParams(envelope.payload).toString(), type: form };
    case 'interaction':
      return {
        body: new URLSearchParams({ payload: JSON.stringify(envelope.payload) }).toString(),
        type: form,
      };
  }
}

/** The headers that prove a request to be Slack's, or, with a fault, fail to. */
export function signedHeaders(
  secret: string,
  body: string,
  now: number,
  fault?: DeliveryFault['signature'],
): Record<string, string> {
  const timestamp = String(Math.floor(now / 1_000) - (fault === 'old' ? OLD : 0));
  const signature = signatureOf(fault === 'wrong' ? `${secret}x` : secret, timestamp, body);
  return { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature };
}

function ackBody(text: string): unknown {
  try {
    return text === '' ? null : (JSON.parse(text) as unknown);
  } catch {
    return text;
  }
}

/** Delivers by signed requests to an app's URL; an ack is a 2xx within the time limit. */
export function httpRoute(url: string, secret: string, timeout: number, now: () => number): Route {
  return {
    deliver: async (envelope, attempt, fault): Promise<Ack> => {
      const { body, type } = requestOf(envelope);
      const retry: Record<string, string> =
        attempt.retry === 0
          ? {}
          : { 'x-slack-retry-num': String(attempt.retry), 'x-slack-retry-reason': attempt.reason };
      try {
        const response = await fetch(url, {
          method: 'POST',
          headers: {
            'content-type': type,
            ...signedHeaders(secret, body, now(), fault?.signature),
            ...retry,
          },
          body,
          signal: AbortSignal.timeout(timeout),
        });
        const text = await response.text();
        return response.ok
          ? { ok: true, body: ackBody(text) }
          : { ok: false, reason: `http_error ${response.status}` };
      } catch (error) {
        return {
          ok: false,
          reason:
            error instanceof Error && error.name === 'TimeoutError' ? 'http_timeout' : 'connection_failed',
        };
      }
    },
    stop: () => Promise.resolve(),
  };
}
