import type { DataOptions } from './data.ts';
import type { AddCommand } from './program.ts';
import { writeLine } from './output.ts';
import { EXIT, type ExitStatus, UsageError } from './status.ts';

interface Options extends DataOptions {
  json?: true;
  markdown?: true;
}

const EXAMPLES = `
Each figure that others give too is worked out from them and held against what is printed. Verdicts: exact (rounds to
the printed digits), rounding (differs, and what was rounded away explains it), no (does not tie).

Examples:
  $ kessan reconcile
  $ kessan reconcile --markdown > reconciliation.md
  $ kessan reconcile --json

Exit status: 0 when all ties or is explained in the data, 1 when something is not, 2 when the data can't be used.`;

export const addReconcile: AddCommand = (program, end) => {
  program
    .command('reconcile')
    .description('hold the document against itself: every figure that other figures give too')
    .option('--json', 'print one JSON object an identity a line')
    .option('--markdown', 'print Markdown')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      end(await reconcileDocument(options));
    });
};

async function reconcileDocument(options: Options): Promise<ExitStatus> {
  if (options.json && options.markdown) throw new UsageError('--json and --markdown exclude each other');
  const [{ dataIn, loadBase }, { FORM_CHECKS }, { reconcile }] = await Promise.all([
    import('../../facts/load.ts'),
    import('../../facts/checks/index.ts'),
    import('../../check/reconcile.ts'),
  ]);
  // What does not tie is what this command is to show, so it must not keep the data from loading.
  const base = loadBase(dataIn(options.data), FORM_CHECKS);
  const result = reconcile(base);
  if (options.json) {
    const { identityLine } = await import('../../check/reconcile-json.ts');
    for (const i of result.identities) await writeLine(JSON.stringify(identityLine(base, i)));
  } else {
    const [{ listText, markdownReport, summaryRows, verdictSentence }, { alignRows }] = await Promise.all([
      import('../../check/reconcile-report.ts'),
      import('./table.ts'),
    ]);
    await writeLine(
      options.markdown
        ? markdownReport(base, result)
        : [
            alignRows(summaryRows(result), new Set([1, 2, 3, 4])),
            verdictSentence(result),
            listText(base, result),
          ].join('\n\n'),
    );
  }
  return result.unexplained.length === 0 ? EXIT.done : EXIT.open;
}
