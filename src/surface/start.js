import './compile-cache.js';
import { existsSync } from 'node:fs';
import process from 'node:process';

// First, since it notes which process started this one.
await import('./slack/stop.ts');
const { hasCredentials } = await import('./slack/config.ts');

const ENV_FILE = '.env';
if (existsSync(ENV_FILE)) process.loadEnvFile(ENV_FILE);

// `npm start`: the Slack app where credentials are set, else the sandbox on this machine. Each is loaded only when it runs.
if (hasCredentials(process.env)) {
  const { runSlack } = await import('./slack/main.ts');
  await runSlack(process.env);
} else {
  const { runSandbox } = await import('./sandbox/main.ts');
  await runSandbox(process.argv.slice(2));
}
