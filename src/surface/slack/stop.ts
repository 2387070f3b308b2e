/** The process that started this one, noted before anything is loaded: it may be told to stop at any time. */
const PARENT = process.ppid;

/** How often it is looked whether the process that started this one is still there, in milliseconds. */
const LOOK = 500;

/**
 * Calls back once, when the process is told to stop: by SIGTERM or SIGINT, or, under `npm start`, by the end of npm,
 * which may not pass a signal on and would leave an orphan.
 */
export function onStop(stop: (reason: string) => Promise<void>): void {
  let stopping = false;
  const begin = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    void stop(reason);
  };
  process.on('SIGTERM', () => {
    begin('SIGTERM');
  });
  process.on('SIGINT', () => {
    begin('SIGINT');
  });
  if (process.env.npm_lifecycle_event === undefined) return;
  setInterval(() => {
    if (process.ppid !== PARENT) begin('npm has ended');
  }, LOOK).unref();
}
