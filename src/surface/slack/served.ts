import type { FactBase } from '../../facts/base.ts';
import { dataIn, loadBase } from '../../facts/load.ts';
import type { Served } from './config.ts';

/** The facts that a configuration serves, under its names. Throws DataError where they can't be used. */
export function loadServed({ data, ...names }: Served): FactBase {
  return underNames(loadBase(dataIn(data ?? undefined)), names);
}

/** The facts with another command or name of the bot than their document gives. */
export function underNames(
  base: FactBase,
  { command, displayName }: Pick<Served, 'command' | 'displayName'>,
): FactBase {
  if (command === null && displayName === null) return base;
  const { document } = base;
  return {
    ...base,
    document: {
      ...document,
      command: command ?? document.command,
      'display-name': displayName ?? document['display-name'],
    },
  };
}
