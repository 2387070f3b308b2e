import { type DataOptions, openBase } from './data.ts';
import type { AddCommand } from './program.ts';
import { writeLine } from './output.ts';
import { EXIT, type ExitStatus } from './status.ts';

const EXAMPLES = `
Examples:
  $ kessan ask "operating income 3Q11"
  $ kessan ask revenue by quarter
  $ kessan ask --json "why did net income rise?"

Exit status: 0 answered, 1 asked back or declined, 2 the call or the data can't be used.`;

interface Options extends DataOptions {
  json?: true;
}

export const addAsk: AddCommand = (program, end) => {
  program
    .command('ask')
    .description('answer one question')
    .argument('<question...>', 'the question; several words are joined')
    .option('--json', 'print the answer as JSON')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: Options) => {
      end(await answerOne(words.join(' '), options));
    });
};

async function answerOne(question: string, { json, data }: Options): Promise<ExitStatus> {
  const [base, { ask }] = await Promise.all([openBase({ data }), import('../../ask.ts')]);
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
