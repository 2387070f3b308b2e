import type { FactBase } from '../../facts/base.ts';
import type { DataOptions } from './data.ts';
import type { AddCommand } from './program.ts';
import { write, writeLine } from './output.ts';
import { EXIT, type ExitStatus } from './status.ts';

const EXAMPLES = `
Runs the checks of the data and asks the document's examples; with the document's text at PATH also checks that each fact's digits stand in its
section, that a fact or a listed exception covers each numeral of the document, and that our sentences are our own.

Examples:
  $ npm run verify
  $ npm run verify -- iij-fy2011-3q.txt

Exit status: 0 when all is well, 2 when there are problems or a file can't be read.`;

export const addVerify: AddCommand = (program, end) => {
  program
    .command('verify')
    .description("check the data, and hold it against the document's text")
    .argument('[path]', "the document's text")
    .addHelpText('after', EXAMPLES)
    .action(async (path: string | undefined, options: DataOptions) => {
      end(await verify(path, options));
    });
};

async function verify(path: string | undefined, options: DataOptions): Promise<ExitStatus> {
  const source = path === undefined ? null : await readSource(path);
  const { dataIn, loadBase } = await import('../../facts/load.ts');
  const base = loadBase(dataIn(options.data));
  await writeLine(
    `${base.facts.length} facts, ${base.metrics.size} metrics, ${base.segments.size} segments, ${base.notes.length} notes: the data checks found no problem.`,
  );
  const asked = await verifyExamples(base);
  if (path === undefined || source === null) {
    await writeLine(
      "Only the data was checked; give the path of the document's text to hold it against that.",
    );
    return asked;
  }
  const read = await verifyText(base, source, path);
  return asked === EXIT.done ? read : asked;
}

/** Asks each example of the document: help and prompts show them, so that each has to be answered, as what it is an example of. */
async function verifyExamples(base: FactBase): Promise<ExitStatus> {
  const { ask } = await import('../../ask.ts');
  let status: ExitStatus = EXIT.done;
  for (const [id, question] of Object.entries(base.document.examples)) {
    const { intent, status: became } = ask(base, question).answer;
    if (became === 'answered' && intent === id) continue;
    status = EXIT.unusable;
    const read = became === 'answered' ? `read as "${intent}"` : became;
    await writeLine(
      `Error: document.yml: the example "${question}" of "${id}" is ${read}. Ask it another way.`,
    );
  }
  return status;
}

async function readSource(path: string): Promise<string> {
  const [{ readFile }, { requireFile }] = await Promise.all([
    import('node:fs/promises'),
    import('./files.ts'),
  ]);
  await requireFile(path);
  return await readFile(path, 'utf8');
}

async function verifyText(base: FactBase, source: string, path: string): Promise<ExitStatus> {
  const [{ verifyDocument }, { verifyWords }, { formatProblem }] = await Promise.all([
    import('../../facts/verify.ts'),
    import('../../facts/verify-words.ts'),
    import('../../facts/problem.ts'),
  ]);
  const report = verifyDocument(base, source, path);
  const problems = [...report.problems, ...verifyWords(base, source, path)];
  for (const problem of problems) await writeLine(`Error: ${formatProblem(problem)}`);
  await write(
    `${report.facts} printings looked for in ${path}.\n` +
      `Of its numerals ${report.covered} are covered by facts and ${report.excepted} by exceptions.\n` +
      `${problems.length === 0 ? 'No problem' : problems.length === 1 ? '1 problem' : `${problems.length} problems`}.\n`,
  );
  return problems.length === 0 ? EXIT.done : EXIT.unusable;
}
