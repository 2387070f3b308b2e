import { type AddressInfo, createServer, type Server } from 'node:net';

/** How many ports are tried after the first. */
const TRIES = 50;
const LOOPBACK = { v4: '127.0.0.1', v6: '::1' };

/** Listens; resolves with why it could not, or null. */
function attempt(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | null> {
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => {
      server.removeListener('error', resolve);
      resolve(null);
    });
  });
}

/** Whether something else listens on an address. An address that this machine does not have is not taken. */
async function isTaken(host: string, port: number): Promise<boolean> {
  const probe = createServer();
  const error = await attempt(probe, host, port);
  if (error === null) await new Promise((resolve) => probe.close(resolve));
  return error?.code === 'EADDRINUSE';
}

/**
 * Listens on the first free port from `port` on; port 0 takes any. Throws when none of fifty is free. On this machine's
 * own address, a port is free only if nothing has it under `::1` either: browsers try that first for "localhost".
 */
export async function listenFrom(server: Server, host: string, port: number): Promise<number> {
  for (let n = port; n <= Math.min(port + TRIES, 65_535); n++) {
    if (host === LOOPBACK.v4 && n !== 0 && (await isTaken(LOOPBACK.v6, n))) continue;
    const error = await attempt(server, host, n);
    if (error === null) return (server.address() as AddressInfo).port;
    if (error.code !== 'EADDRINUSE') throw error;
  }
  throw new Error(`none of the ports ${port} to ${port + TRIES} is free`);
}
