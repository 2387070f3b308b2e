import { getSystemErrorMessage } from 'node:util';
import { DataError } from '../../facts/problem.ts';
import { UsageError } from './status.ts';

interface SystemError extends Error {
  errno: number;
  path?: string;
}

const isSystemError = (error: unknown): error is SystemError =>
  error instanceof Error && 'errno' in error && typeof error.errno === 'number';

/** What went wrong, for a person: no stack trace, and for a bug of Kessan's own that it is one. */
export function describeFailure(error: unknown): string {
  if (error instanceof UsageError) return `error: ${error.message}`;
  if (error instanceof DataError) return error.message;
  if (isSystemError(error)) {
    const what = error.path === undefined ? "can't read the input" : `can't read "${error.path}"`;
    return `error: ${what}: ${getSystemErrorMessage(error.errno)}`;
  }
  return `error: ${bugMessage(error)}`;
}

/** What to say of a failure that is nobody's mistake but ours. */
export function bugMessage(error: unknown): string {
  return `a bug in Kessan: ${error instanceof Error ? error.message : String(error)}`;
}
