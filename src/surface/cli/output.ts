import { once } from 'node:events';

/** Ends the process without a word when whoever reads the output has gone (`kessan facts | head`). */
export function quietOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}

/** Writes to stdout and waits while the reader is slower than the writer, so that nothing piles up in memory. */
export async function write(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Writes a text and ends its line. */
export const writeLine = (text: string): Promise<void> => write(`${text}\n`);
