import { z } from 'zod';
import { checkText } from '../../check/check.ts';
import type { FactBase } from '../../facts/base.ts';
import { allSupported, type ClaimsJson, claimsJson } from '../../render/claims.ts';
import { bugMessage } from './failure.ts';

type Id = string | number;

const inputSchema = z.object({ id: z.union([z.string(), z.number()]), text: z.string() });

export type CheckReply =
  ({ id: Id } & ClaimsJson) | { id: Id | null; status: 'error'; error: { line: number; message: string } };

const idIn = (value: unknown): Id | null => {
  const found = z.object({ id: inputSchema.shape.id }).safeParse(value);
  return found.success ? found.data.id : null;
};

/** A function that checks lines {"id", "text"} in turn; `supported` is null where a line could not be checked. */
export function makeChecker(
  base: FactBase,
): (line: string, number: number) => { reply: CheckReply; supported: boolean | null } {
  return (line, number) => {
    const failed = (id: Id | null, message: string) =>
      ({ reply: { id, status: 'error', error: { line: number, message } }, supported: null }) as const;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      return failed(null, `not JSON: ${error instanceof Error ? error.message : String(error)}`);
    }
    const read = inputSchema.safeParse(value);
    if (!read.success) {
      const [issue] = read.error.issues;
      return failed(idIn(value), `"${issue?.path.join('.') ?? ''}": ${issue?.message ?? 'not readable'}`);
    }
    try {
      const report = checkText(base, read.data.text);
      return { reply: { id: read.data.id, ...claimsJson(report) }, supported: allSupported(report) };
    } catch (error) {
      return failed(read.data.id, error instanceof RangeError ? error.message : bugMessage(error));
    }
  };
}
