import type { ReadStream } from 'node:fs';
import { type DataOptions, openBase } from './data.ts';
import type { AddCommand } from './program.ts';
import { linesOf } from './lines.ts';
import { writeLine } from './output.ts';
import { EXIT, type ExitStatus } from './status.ts';

/** How many conversations are remembered, the most recently used ones, so that memory stays bounded. */
const CONVERSATIONS = 100_000;

const EXAMPLES = `
One JSON object a line goes in, one comes out, in order:
  {"id": "a#1", "conversation": "a", "question": "operating income 3Q11"}
Lines with the same "conversation" follow up on each other (the ${CONVERSATIONS.toLocaleString('en')} most recent
conversations are remembered); without one a line stands alone. A line that can't be read gives
  {"id": null, "status": "error", "error": {"line": 7, "message": "..."}}
and the run goes on.

Examples:
  $ kessan batch questions.jsonl > answers.jsonl
  $ echo '{"id": 1, "question": "net income"}' | kessan batch

Exit status: 0, or 2 if a line could not be read.`;

export const addBatch: AddCommand = (program, end) => {
  program
    .command('batch')
    .description('answer JSON Lines, one line out for each line in')
    .argument('[file]', 'where the lines are; stdin if left out')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string | undefined, options: DataOptions) => {
      end(await answerLines(file, options));
    });
};

async function openFile(file: string): Promise<ReadStream> {
  const [{ createReadStream }, { requireFile }] = await Promise.all([
    import('node:fs'),
    import('./files.ts'),
  ]);
  await requireFile(file);
  return createReadStream(file);
}

async function answerLines(file: string | undefined, options: DataOptions): Promise<ExitStatus> {
  const input = file === undefined || file === '-' ? process.stdin : await openFile(file);
  const [base, { makeResponder }] = await Promise.all([openBase(options), import('./responder.ts')]);
  const respond = makeResponder(base, CONVERSATIONS);
  let status: ExitStatus = EXIT.done;
  let line = 0;
  for await (const text of linesOf(input)) {
    line++;
    if (text.trim() === '') continue;
    const reply = respond(text, line);
    if (reply.status === 'error') status = EXIT.unusable;
    await writeLine(JSON.stringify(reply));
  }
  return status;
}
