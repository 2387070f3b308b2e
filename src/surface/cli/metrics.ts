import type { FactBase } from '../../facts/base.ts';
import type { Metric } from '../../model/fact.ts';
import { type DataOptions, openBase } from './data.ts';
import type { AddCommand } from './program.ts';
import { writeLine } from './output.ts';
import { EXIT, type ExitStatus } from './status.ts';

/** How many metrics a search shows. */
const HITS = 8;

const EXAMPLES = `
Examples:
  $ kessan metrics
  $ kessan metrics oprating incme
  $ kessan metrics margin --json

Exit status: 0, 1 when nothing is near the words, 2 when the data can't be used.`;

interface Options extends DataOptions {
  json?: true;
}

export const addMetrics: AddCommand = (program, end) => {
  program
    .command('metrics')
    .description('list the metrics, or those whose names are near some words')
    .argument('[words...]', 'part of a name; misspellings are fine')
    .option('--json', 'print one JSON object a line, with all names')
    .addHelpText('after', EXAMPLES)
    .action(async (words: string[], options: Options) => {
      end(await listMetrics(words.join(' '), options));
    });
};

async function listMetrics(words: string, options: Options): Promise<ExitStatus> {
  const base = await openBase(options);
  const metrics = words.trim() === '' ? [...base.metrics.values()] : await nearMetrics(base, words);
  if (metrics.length === 0) {
    process.stderr.write(`No metric has a name near "${words}".\n`);
    return EXIT.open;
  }
  const { metricTable } = await import('./listings.ts');
  if (!options.json) {
    await writeLine(metricTable(base, metrics));
    return EXIT.done;
  }
  const { figureCounts } = await import('../../facts/base.ts');
  const counts = figureCounts(base);
  for (const { id, label, unit, nature, aliases } of metrics) {
    await writeLine(JSON.stringify({ id, label, unit, nature, aliases, printed: counts.get(id) ?? 0 }));
  }
  return EXIT.done;
}

async function nearMetrics(base: FactBase, words: string): Promise<Metric[]> {
  const { searchNames } = await import('../../lexicon/search.ts');
  return searchNames(base.names, words, Infinity)
    .flatMap(({ target }) => (target.kind === 'metric' ? (base.metrics.get(target.id) ?? []) : []))
    .slice(0, HITS);
}
