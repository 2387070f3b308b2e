import { type Command, Option } from 'commander';
import type { FactBase } from '../../facts/base.ts';

/** What every command is told about its data. */
export interface DataOptions {
  data?: string | undefined;
}

/** Adds --data, which the environment may set, too. */
export function addDataOption(command: Command): void {
  command.addOption(
    new Option('--data <folder>', 'answer from the data in this folder (vocabulary/, documents/ID/)').env(
      'KESSAN_DATA',
    ),
  );
}

/** Loads the data that a command is to work on. Throws DataError with all that is wrong with it. */
export async function openBase({ data }: DataOptions): Promise<FactBase> {
  const [{ dataIn }, { loadKnown }] = await Promise.all([
    import('../../facts/load.ts'),
    import('./known-data.ts'),
  ]);
  return loadKnown(dataIn(data));
}
