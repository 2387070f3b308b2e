import type { IncomingMessage } from 'node:http';
import type { Arguments } from './api/method.ts';

/** A request's whole body. Throws RangeError where it is larger than what is taken. */
export async function bodyOf(request: IncomingMessage, most = 10_000_000): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += (chunk as Buffer).length;
    if (size > most) throw new RangeError(`the body is larger than ${most} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** The arguments of a call: JSON, or a form. Nothing where neither can be read. */
export function argumentsIn(body: Buffer, contentType: string): Arguments {
  const text = body.toString('utf8');
  if (!contentType.includes('application/json')) return Object.fromEntries(new URLSearchParams(text));
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Arguments) : {};
  } catch {
    return {};
  }
}

/** The text of an uploaded file: the body itself, or the one part of a form. */
export async function fileIn(body: Buffer, contentType: string): Promise<string> {
  if (!contentType.includes('multipart/form-data')) return body.toString('utf8');
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  }).formData();
  for (const [, value] of form) return typeof value === 'string' ? value : await value.text();
  return '';
}
