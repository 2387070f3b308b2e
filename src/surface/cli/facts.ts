import type { FactBase } from '../../facts/base.ts';
import type { Fact } from '../../model/fact.ts';
import { type DataOptions, openBase } from './data.ts';
import type { AddCommand } from './program.ts';
import { writeLine } from './output.ts';
import { EXIT, type ExitStatus } from './status.ts';

interface Options extends DataOptions {
  metric?: string;
  segment?: string;
  section?: string;
  period?: string;
  json?: true;
}

const EXAMPLES = `
Examples:
  $ kessan facts --metric "operating income"
  $ kessan facts --section I --json

Exit status: 0, 1 when no fact fits, 2 when a name or the data can't be used.`;

export const addFacts: AddCommand = (program, end) => {
  program
    .command('facts')
    .description('list the printed figures, one line for each printing')
    .option('--metric <name>', 'only this metric: its id or any of its names')
    .option('--segment <name>', 'only this segment: its id or any of its names')
    .option('--section <id>', 'only what this section prints, by its id')
    .option('--period <period>', 'only this period: 3Q11, "9M FY2011", FY2011, 2011-12-31, 2012-02')
    .option('--json', 'print one JSON object a line')
    .addHelpText('after', EXAMPLES)
    .action(async (options: Options) => {
      end(await listFacts(options));
    });
};

async function listFacts(options: Options): Promise<ExitStatus> {
  const base = await openBase(options);
  const facts = await filtered(base, options);
  if (facts.length === 0) {
    process.stderr.write('No printed figure fits.\n');
    return EXIT.open;
  }
  if (options.json) {
    const { factLine } = await import('../../facts/export.ts');
    for (const fact of facts) await writeLine(JSON.stringify(factLine(fact)));
  } else {
    const { factTable } = await import('./listings.ts');
    await writeLine(factTable(base, facts));
  }
  return EXIT.done;
}

async function filtered(base: FactBase, options: Options): Promise<Fact[]> {
  const { namedPeriod, namedSection, namedTarget } = await import('./named.ts');
  const metric = options.metric === undefined ? null : namedTarget(base, 'metric', options.metric);
  const segment = options.segment === undefined ? null : namedTarget(base, 'segment', options.segment);
  const section = options.section === undefined ? null : namedSection(base, options.section);
  const period = options.period === undefined ? null : namedPeriod(options.period);
  return base.facts.filter(
    (f) =>
      (metric === null || f.metric === metric) &&
      (segment === null || f.segment === segment) &&
      (section === null || f.sections.includes(section)) &&
      (period === null || f.period === period),
  );
}
