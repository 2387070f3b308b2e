import { parseArgs } from 'node:util';
import { dataIn, loadBase } from '../../facts/load.ts';
import { DataError } from '../../facts/problem.ts';
import { createLog } from '../slack/log.ts';
import { onStop } from '../slack/stop.ts';
import { startSandbox } from './sandbox.ts';
import { listenFrom } from './web/listen.ts';
import { createWeb } from './web/server.ts';

const DEFAULT_PORT = 3000;
const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

const USAGE = `npm start -- [--port N] [--host NAME] [--data FOLDER]

Opens the sandbox: a page with the real app in it, without Slack. The next free port is taken where N (3000) is not.
Only this machine can reach it, unless --host names another address to listen on; whoever reaches it can use it.
--data, or KESSAN_DATA, names the folder of another document's data.
`;

/** Runs the sandbox until it is told to stop. Ends the process with 2 for arguments or data that can't be used. */
export async function runSandbox(args: readonly string[]): Promise<void> {
  const { host, port, data } = optionsOrExit(args);
  const base = baseOrExit(data);
  const sandbox = await startSandbox(base, createLog('warn'));
  const web = createWeb(sandbox, LOOPBACK.includes(host));
  onStop(async () => {
    web.closeAllConnections();
    web.close();
    await sandbox.stop();
    process.exit(0);
  });
  const taken = await listenFrom(web, host === 'localhost' ? '127.0.0.1' : host, port);
  const name = LOOPBACK.includes(host) ? 'localhost' : host;
  process.stdout.write(
    `${base.document['display-name']} for ${base.document.issuer.short}: http://${name}:${taken}\n` +
      'No Slack credentials are set, so this is the real app with a Slack of its own. Ctrl-C ends it.\n',
  );
  if (!LOOPBACK.includes(host))
    process.stderr.write(
      `Not only this machine can reach it: whoever reaches ${host} can use it and see all of it.\n`,
    );
}

function optionsOrExit(args: readonly string[]): { host: string; port: number; data: string | undefined } {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        host: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help === true) {
      process.stdout.write(USAGE);
      process.exit(0);
    }
    const port = Number(values.port ?? process.env.PORT ?? DEFAULT_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65_535)
      throw new Error(`"${values.port ?? process.env.PORT ?? ''}" is not a port`);
    return { host: values.host ?? 'localhost', port, data: values.data ?? process.env.KESSAN_DATA };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    process.exit(2);
  }
}

function baseOrExit(data: string | undefined): ReturnType<typeof loadBase> {
  try {
    return loadBase(dataIn(data));
  } catch (error) {
    if (!(error instanceof DataError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(2);
  }
}
