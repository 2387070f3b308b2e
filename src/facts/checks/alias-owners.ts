import { foldName } from '../../lexicon/fold.ts';
import type { Origin } from '../../model/fact.ts';
import type { FactBase } from '../base.ts';
import type { Problem } from '../problem.ts';
import type { DataCheck, Files } from './check.ts';
import { type FileName, placeOf } from './places.ts';

interface Owned {
  text: string;
  folded: string;
  owner: string;
  place: () => Origin;
}

/** A name belongs to one metric or segment, also where two spellings read alike. */
export const aliasOwners: DataCheck = {
  name: 'alias-owners',
  description:
    'no alias or label belongs to two metrics or segments once case, plural and spelling are folded',
  check: (base, files) => {
    const owners = new Map<string, Owned>();
    return namesOf(base, files).flatMap((name): Problem[] => {
      if (name.folded === '') return [emptyName(name)];
      const first = owners.get(name.folded);
      if (!first) owners.set(name.folded, name);
      return first && first.owner !== name.owner ? [ownedTwice(name, first)] : [];
    });
  },
};

function namesOf(base: FactBase, files: Files): Owned[] {
  const of = (
    kind: string,
    file: FileName,
    entry: { id: string; label: string; aliases: readonly string[] },
  ): Owned[] => {
    const owned = (text: string, ...path: (string | number)[]): Owned => ({
      text,
      folded: foldName(text).join(' '),
      owner: `${kind} ${entry.id}`,
      place: () => placeOf(files, file, entry.id, path),
    });
    return [owned(entry.label, 'label'), ...entry.aliases.map((alias, i) => owned(alias, 'aliases', i))];
  };
  return [
    ...[...base.metrics.values()].flatMap((m) => of('metric', 'metrics.yml', m)),
    ...[...base.segments.values()].flatMap((s) => of('segment', 'segments.yml', s)),
  ];
}

function ownedTwice(name: Owned, first: Owned): Problem {
  const { file, line } = first.place();
  return {
    ...name.place(),
    what: `"${name.text}" of ${name.owner} reads like "${first.text}" of ${first.owner}`,
    expected: 'one owner for a name',
    remedy: `Drop it here or at ${file}:${line}`,
  };
}

function emptyName(name: Owned): Problem {
  return {
    ...name.place(),
    what: `"${name.text}" of ${name.owner} has no word that tells it apart`,
    expected: 'a name with a letter or a digit in it, other than an article',
    remedy: 'Drop it',
  };
}
