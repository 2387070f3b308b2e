import { type DataOptions, openBase } from './data.ts';
import type { AddCommand } from './program.ts';
import { writeLine } from './output.ts';
import { EXIT } from './status.ts';

const EXAMPLES = `
Examples:
  $ kessan sections
  $ kessan sections I

Exit status: 0, 2 when there is no such section or the data can't be used.`;

export const addSections: AddCommand = (program, end) => {
  program
    .command('sections')
    .description("list the document's sections, or the metrics of one")
    .argument('[id]', 'the section to show')
    .addHelpText('after', EXAMPLES)
    .action(async (id: string | undefined, options: DataOptions) => {
      const [base, { sectionPage, sectionTable }, { namedSection }] = await Promise.all([
        openBase(options),
        import('./listings.ts'),
        import('./named.ts'),
      ]);
      const section = id === undefined ? undefined : base.sections.get(namedSection(base, id));
      await writeLine(section ? sectionPage(base, section) : sectionTable(base.sections.values()));
      end(EXIT.done);
    });
};
