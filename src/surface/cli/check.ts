import type { FactBase } from '../../facts/base.ts';
import type { ClaimReport } from '../../model/claim.ts';
import { type DataOptions, openBase } from './data.ts';
import type { AddCommand } from './program.ts';
import { linesOf } from './lines.ts';
import { writeLine } from './output.ts';
import { EXIT, type ExitStatus, UsageError } from './status.ts';

const EXAMPLES = `
Takes a text, Markdown or plain, and tells claim by claim whether the document supports it: each number with what it is
said of, and words such as "doubled" or "unchanged". A period once named holds until another is named.

With --batch, JSON Lines go in, {"id": "a", "text": "..."}, and one report a line comes out, with its id.

Examples:
  $ kessan check draft.md
  $ echo "Operating income rose 64.5% to JPY 4.0 billion." | kessan check -
  $ kessan check --json release.txt

Exit status: 0 when all claims are supported, 1 when one is not, 2 when the text can't be read.`;

interface Options extends DataOptions {
  json?: true;
  markdown?: true;
  batch?: true;
}

export const addCheck: AddCommand = (program, end) => {
  program
    .command('check')
    .description('check the figures in a text before it is posted')
    .argument('<file>', 'where the text is; - for stdin')
    .option('--json', 'print the report as JSON')
    .option('--markdown', 'print the report as a Markdown table')
    .option('--batch', 'read JSON Lines, write one report a line')
    .addHelpText('after', EXAMPLES)
    .action(async (file: string, options: Options) => {
      end(options.batch ? await checkLines(file, options) : await checkOne(file, options));
    });
};

async function open(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file === '-') return process.stdin;
  const [{ createReadStream }, { requireFile }] = await Promise.all([
    import('node:fs'),
    import('./files.ts'),
  ]);
  await requireFile(file);
  return createReadStream(file);
}

/** The text of a file; refused as soon as it is known to be too long, so that nothing large is kept. */
async function readText(file: string, most: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of await open(file)) {
    bytes += chunk.length;
    if (bytes > most) throw new UsageError(tooLong(most));
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

const tooLong = (most: number): string =>
  `The text is longer than ${most / 1000} KB. Check it in parts, for instance a chapter at a time.`;

async function checkOne(file: string, options: Options): Promise<ExitStatus> {
  const { checkText, MAX_TEXT } = await import('../../check/check.ts');
  const text = await readText(file, MAX_TEXT);
  const base = await openBase(options);
  const report = checkText(base, text);
  await writeLine(await shown(base, text, report, options));
  const { allSupported } = await import('../../render/claims.ts');
  return allSupported(report) ? EXIT.done : EXIT.open;
}

async function shown(base: FactBase, text: string, report: ClaimReport, options: Options): Promise<string> {
  if (options.json) {
    const { claimsJson } = await import('../../render/claims.ts');
    return JSON.stringify(claimsJson(report));
  }
  const { claimsMarkdown, claimsText } = await import('./claims.ts');
  return options.markdown ? claimsMarkdown(base, text, report) : claimsText(base, text, report);
}

/** A line that can't be read gives an error with its number, and the run goes on. */
async function checkLines(file: string, options: Options): Promise<ExitStatus> {
  const [base, { makeChecker }] = await Promise.all([openBase(options), import('./check-lines.ts')]);
  const check = makeChecker(base);
  let status: ExitStatus = EXIT.done;
  let line = 0;
  for await (const text of linesOf(await open(file))) {
    line++;
    if (text.trim() === '') continue;
    const { reply, supported } = check(text, line);
    if (supported === null) status = EXIT.unusable;
    else if (!supported && status === EXIT.done) status = EXIT.open;
    await writeLine(JSON.stringify(reply));
  }
  return status;
}
