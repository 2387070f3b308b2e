/** What the process tells its caller on exit. */
export const EXIT = {
  /** The question was answered, or the command did its work. */
  done: 0,
  /** Kessan asked back or declined, or nothing fits a filter. */
  open: 1,
  /** The call or the data can't be used. */
  unusable: 2,
} as const;
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** The caller's mistake, said in one sentence; it ends the command with status 2 and no stack trace. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}
