import { createHmac } from 'node:crypto';

/** Slack's signature of a request: HMAC-SHA256 over `v0:timestamp:body` (docs.slack.dev, verifying requests). */
export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}
