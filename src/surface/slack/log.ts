import { type Logger as BoltLogger, LogLevel } from '@slack/bolt';
import { type DestinationStream, pino, type Logger } from 'pino';

export type Log = Logger;

/** What must never stand in a log: tokens, response_urls, the tickets of sockets, Slack's verification token. */
const SECRETS =
  /xox[a-z]-[\w-]+|xapp-[\w-]+|(?<=\/commands\/|\/actions\/|\/services\/)[\w/-]+|(?<=[?&]ticket=)[\w-]+|(?<="token\\*"\s*:\s*\\*")[^"\\]+/g;

/** A text with its secrets blotted out. */
export const withoutSecrets = (text: string): string => text.replace(SECRETS, '[redacted]');

/** JSON lines on stdout, or on another stream. Secrets are blotted out of every line, wherever they stand in it. */
export function createLog(level: string, stream?: DestinationStream): Log {
  const out = stream ?? pino.destination({ dest: 1, sync: false });
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    {
      write: (line: string) => {
        out.write(withoutSecrets(line));
      },
    },
  );
}

const LEVELS = { debug: LogLevel.DEBUG, info: LogLevel.INFO, warn: LogLevel.WARN, error: LogLevel.ERROR };
type Level = keyof typeof LEVELS;
const isLevel = (name: string): name is Level => Object.hasOwn(LEVELS, name);

const asText = (parts: readonly unknown[]): string =>
  parts
    .map((p) => (p instanceof Error ? p.message : typeof p === 'string' ? p : JSON.stringify(p)))
    .join(' ');

/** Bolt's own messages in our log. Its debug messages hold whole payloads: they come out at debug level only. */
export function boltLogger(log: Log): BoltLogger {
  const own = log.child({ from: 'bolt' });
  return {
    debug: (...parts) => {
      if (own.isLevelEnabled('debug')) own.debug(asText(parts));
    },
    info: (...parts) => {
      own.info(asText(parts));
    },
    warn: (...parts) => {
      own.warn(asText(parts));
    },
    error: (...parts) => {
      own.error(asText(parts));
    },
    setLevel: () => undefined,
    getLevel: () => LEVELS[isLevel(own.level) ? own.level : 'info'],
    setName: () => undefined,
  };
}
