import type { FactBase } from '../../facts/base.ts';
import { dataIn, loadBase } from '../../facts/load.ts';
import { DataError } from '../../facts/problem.ts';
import { createSlackApp } from './app.ts';
import { ConfigError, readConfig, type SlackConfig } from './config.ts';
import { createLog, withoutSecrets } from './log.ts';
import { onStop } from './stop.ts';

/** How long a stop may take in all, before the process ends with what is under way. */
const LIMIT = 9_500;

/**
 * Runs the Slack app until it is told to stop. Ends the process with 0 after a stop that lost nothing, 1 when Slack
 * refuses to let it start or requests were abandoned, 2 for a configuration or data that can't be used.
 */
export async function runSlack(env: NodeJS.ProcessEnv): Promise<void> {
  const config = configOrExit(env);
  const log = createLog(config.logLevel);
  const app = createSlackApp({ base: baseOrExit(env.KESSAN_DATA), config, log });
  onStop(async (reason) => {
    log.info({ reason }, 'stopping');
    setTimeout(() => process.exit(1), LIMIT).unref();
    const { abandoned } = await app.stop();
    log.info({ abandoned }, 'stopped');
    log.flush();
    process.exit(abandoned === 0 ? 0 : 1);
  });
  try {
    await app.start();
  } catch (error) {
    const why = withoutSecrets(error instanceof Error ? error.message : String(error));
    process.stderr.write(`The Slack app could not start: ${why}\n`);
    process.exit(1);
  }
}

function configOrExit(env: NodeJS.ProcessEnv): SlackConfig {
  try {
    return readConfig(env);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}

function baseOrExit(data: string | undefined): FactBase {
  try {
    return loadBase(dataIn(data));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
