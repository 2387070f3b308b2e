import type { FactBase } from '../base.ts';
import type { Problem } from '../problem.ts';
import type { YamlFile } from '../yaml.ts';

/** The data's files by name: "vocabulary/metrics.yml", "documents/ID/notes.yml", "lookup.yml". */
export type Files = ReadonlyMap<string, YamlFile>;

/** One rule that the data must keep; each is tested on tiny bad data. */
export interface DataCheck {
  name: string;
  description: string;
  check: (base: FactBase, files: Files) => Problem[];
}
