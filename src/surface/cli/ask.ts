import type { AddCommand } from './program.ts';
import { writeLine } from './output.ts';
import { EXIT, type ExitStatus } from './status.ts';

const EXAMPLES = `
Examples:
  $ kessan ask "operating income 3Q11"
  $ kessan ask ATM revenue by quarter
  $ kessan ask --json "why did net income rise?"

Exit status: 0 answered, 1 asked back or declined, 2 the call or the data can't be used.`;

export const addAsk: AddCommand = (program, end) => {
  program
    .command('ask')
    .description('answer one question')
    .argument('<question...>', 'the question; several words are joined')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: { json?: true }) => {
      end(await answerOne(words.join(' '), options.json === true));
    });
};

async function answerOne(question: string, json: boolean): Promise<ExitStatus> {
  const [{ loadBase }, { ask }] = await Promise.all([import('../../facts/load.ts'), import('../../ask.ts')]);
  const base = loadBase();
  const { answer } = ask(base, question);
  if (json) {
    const { toJson } = await import('../../render/json.ts');
    await writeLine(JSON.stringify(toJson(base, answer)));
  } else {
    const { readable } = await import('./readable.ts');
    await writeLine(readable(base, answer));
  }
  return answer.status === 'answered' ? EXIT.done : EXIT.open;
}
