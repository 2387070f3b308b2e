import { z } from 'zod';

/** How Slack reaches the app: over a socket that the app opens, or by signed HTTP requests. */
export type Connection =
  | { mode: 'socket'; appToken: string; healthPort: number | null }
  | { mode: 'http'; signingSecret: string; port: number };

export interface SlackConfig {
  botToken: string;
  connection: Connection;
  /** Another base of the Web API than Slack's own, for tests and proxies. */
  apiUrl: string | null;
  logLevel: 'debug' | 'info' | 'warn' | 'error';
}

/** Which document is answered from, and what the command and the bot are called where not as the document has it. */
export interface Served {
  /** The folder of the data; the project's own where none is named. */
  data: string | null;
  command: string | null;
  displayName: string | null;
}

/** The environment can't be used; the message names all that is missing or wrong. */
export class ConfigError extends Error {}

const DEFAULT_PORT = 3000;

const blankAsMissing = (value: unknown): unknown => (value === '' ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankAsMissing, schema.optional());
const port = z.coerce
  .number({ error: 'must be a port number such as 3000' })
  .int('must be a whole number')
  .min(0, 'must be a port number from 0 to 65535')
  .max(65_535, 'must be a port number from 0 to 65535');

/** The variables that are read: KESSAN_DATA by every surface, PORT by the sandbox too, the others by the Slack app. */
export const environmentSchema = z.object({
  SLACK_BOT_TOKEN: optional(z.string().startsWith('xoxb-', 'must be a bot token, which begins with "xoxb-"')),
  SLACK_APP_TOKEN: optional(
    z.string().startsWith('xapp-', 'must be an app-level token, which begins with "xapp-"'),
  ),
  SLACK_SIGNING_SECRET: optional(z.string().min(16, 'must be the signing secret of the app, 32 hex digits')),
  SLACK_API_URL: optional(z.url('must be a URL such as https://slack.com/api/')),
  SLACK_COMMAND: optional(
    z.string().regex(/^\/[a-z0-9_-]{1,31}$/, 'must be a slash command in lower case, such as /iij'),
  ),
  SLACK_DISPLAY_NAME: optional(z.string().max(24, 'must have at most 24 characters')),
  PORT: optional(port),
  LOG_LEVEL: optional(
    z.enum(['debug', 'info', 'warn', 'error'], { error: 'must be debug, info, warn or error' }),
  ),
  KESSAN_DATA: optional(z.string()),
});

type Environment = Readonly<Record<string, string | undefined>>;

/** Whether somebody means to run the Slack app: any of its credentials is set. */
export const hasCredentials = (env: Environment): boolean =>
  [env.SLACK_BOT_TOKEN, env.SLACK_APP_TOKEN, env.SLACK_SIGNING_SECRET].some(
    (value) => value !== undefined && value !== '',
  );

/** The configuration of the Slack app. Throws ConfigError with one message for everything that is missing or wrong. */
export function readConfig(env: Environment): SlackConfig & { serves: Served } {
  const parsed = environmentSchema.safeParse(env);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
  const missing = [
    ...(env.SLACK_BOT_TOKEN
      ? []
      : ['SLACK_BOT_TOKEN is missing: the bot token of the installed app (xoxb-...)']),
    ...(env.SLACK_APP_TOKEN || env.SLACK_SIGNING_SECRET
      ? []
      : [
          'SLACK_APP_TOKEN (Socket Mode, xapp-...) or SLACK_SIGNING_SECRET (HTTP) is missing: it says how Slack reaches the app',
        ]),
  ];
  const problems = [...missing, ...wrong];
  if (!parsed.success || problems.length > 0) {
    const list = problems.map((p) => `  - ${p}`).join('\n');
    throw new ConfigError(
      `The Slack app can't start:\n${list}\nThe README tells where to find them; .env.example lists them all.`,
    );
  }
  const { data } = parsed;
  return {
    botToken: data.SLACK_BOT_TOKEN ?? '',
    connection: data.SLACK_APP_TOKEN
      ? { mode: 'socket', appToken: data.SLACK_APP_TOKEN, healthPort: data.PORT ?? null }
      : { mode: 'http', signingSecret: data.SLACK_SIGNING_SECRET ?? '', port: data.PORT ?? DEFAULT_PORT },
    apiUrl: data.SLACK_API_URL ?? null,
    logLevel: data.LOG_LEVEL ?? 'info',
    serves: {
      data: data.KESSAN_DATA ?? null,
      command: data.SLACK_COMMAND ?? null,
      displayName: data.SLACK_DISPLAY_NAME ?? null,
    },
  };
}
