import { Command, CommanderError } from 'commander';
import { addAsk } from './ask.ts';
import { addBatch } from './batch.ts';
import { addChat } from './chat.ts';
import { addCheck } from './check.ts';
import { addDataOption } from './data.ts';
import { addFacts } from './facts.ts';
import { addMetrics } from './metrics.ts';
import { quietOnClosedPipe } from './output.ts';
import { addReconcile } from './reconcile.ts';
import { addSections } from './sections.ts';
import { EXIT, type ExitStatus } from './status.ts';
import { addVerify } from './verify.ts';

/** Adds a command to the program; the command's action hands its exit status to `end`. */
export type AddCommand = (program: Command, end: (status: ExitStatus) => void) => void;

const COMMANDS: readonly AddCommand[] = [
  addAsk,
  addChat,
  addBatch,
  addCheck,
  addFacts,
  addMetrics,
  addSections,
  addReconcile,
  addVerify,
];

const EXAMPLES = `
Examples:
  $ npm run -s kessan -- ask "operating income 3Q11"
  $ npm run -s kessan -- ask --json "gross margin ratio"
  $ npm start

Exit status: 0 answered or done, 1 asked back, declined or not as it should be, 2 the call or the data can't be used.`;

/** Runs the command line and gives its exit status; failures are told on stderr in a sentence. */
export async function run(args: readonly string[]): Promise<ExitStatus> {
  quietOnClosedPipe();
  let status: ExitStatus = EXIT.done;
  const program = new Command('kessan')
    .description(
      "Answers questions about an issuer's earnings document, with the section each figure is from.",
    )
    .exitOverride()
    .showHelpAfterError('(--help shows the commands and options)')
    .addHelpText('after', EXAMPLES);
  for (const add of COMMANDS) {
    add(program, (end) => {
      status = end;
    });
  }
  program.commands.forEach(addDataOption);
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    // commander has told the user already; only asking for help ends well.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.unusable;
    const { describeFailure } = await import('./failure.ts');
    process.stderr.write(`${describeFailure(error)}\n`);
    return EXIT.unusable;
  }
}
