import { cellKey } from '../base.ts';
import type { Equation } from './equations.ts';

/** A sum of cells by their keys, each so many times, and a constant. */
export interface Sum {
  terms: ReadonlyMap<string, number>;
  constant: number;
}

/** An equation with everything on one side: the sum is nothing. */
export interface Row extends Sum {
  equation: Equation;
}

/** What follows from some equations when some of their cells are known. */
export interface Solution {
  /** Equations that hold between known cells alone, as they are or after unknown cells were replaced. */
  relations: Row[];
  /** The known cells that a cell is the sum of; null where the equations don't determine it. */
  derive: (key: string) => Sum | null;
}

/**
 * Replaces unknown cells until only equations between known ones are left. Cells that one equation determines go
 * first, by the equation that they are the left side of where there is one; what remains is eliminated as in Gauss,
 * the equation with the fewest unknown cells first, over coefficients of one only.
 */
export function solve(equations: readonly Equation[], known: ReadonlySet<string>): Solution {
  const open = new OpenRows(equations.map(rowOf), known);
  const definitions = new Map<string, Row>();
  for (let pivots = open.next(); pivots.size > 0; pivots = open.next()) {
    for (const [key, row] of pivots) {
      definitions.set(key, row);
      open.replace(key, row);
    }
  }
  return { relations: open.relations, derive: (key) => derived(key, definitions, known) };
}

/** The sum with another one added so many times; cells that cancel out are dropped. */
function plusTimes(a: Sum, b: Sum, times: number): Sum {
  const terms = new Map(a.terms);
  for (const [key, n] of b.terms) {
    const total = (terms.get(key) ?? 0) + n * times;
    if (total === 0) terms.delete(key);
    else terms.set(key, total);
  }
  return { terms, constant: a.constant + b.constant * times };
}

/** A row solved for a cell that it has once: what the cell is the sum of. Null where it counts otherwise. */
export function solvedFor(row: Sum, key: string): Sum | null {
  const own = row.terms.get(key);
  if (own === undefined || Math.abs(own) !== 1) return null;
  const others = [...row.terms].filter(([other]) => other !== key);
  return { terms: new Map(others.map(([other, n]) => [other, -n * own])), constant: -row.constant * own };
}

/** A sum with another one in the place of a cell. */
export function substituted(sum: Sum, key: string, means: Sum): Sum {
  let result: Sum = { terms: new Map(), constant: sum.constant };
  for (const [other, n] of sum.terms) {
    const part = other === key ? means : { terms: new Map([[other, 1]]), constant: 0 };
    result = plusTimes(result, part, n);
  }
  return result;
}

function rowOf(equation: Equation): Row {
  const cell = (key: string): Sum => ({ terms: new Map([[key, 1]]), constant: 0 });
  const right = equation.right.reduce<Sum>((sum, r) => plusTimes(sum, cell(cellKey(r.cell)), -r.times), {
    terms: new Map(),
    constant: -equation.constant,
  });
  return { equation, ...plusTimes(cell(cellKey(equation.left)), right, 1) };
}

/** The rows that still have unknown cells, found by those; the others, as they come about, are relations. */
class OpenRows {
  readonly relations: Row[] = [];
  private readonly known: ReadonlySet<string>;
  /** The unknown cells of each row. */
  private readonly unknowns = new Map<Row, readonly string[]>();
  private readonly rowsWith = new Map<string, Set<Row>>();
  /** The rows by how many unknown cells they have, in the order in which they came. */
  private readonly sized: (Set<Row> | undefined)[] = [];
  /** The place of each row in the order in which they came, and those of which a cell has met fewer rows since the last look. */
  private readonly places = new Map<Row, number>();
  private came = 0;
  private touched = new Set<Row>();
  /** Rows that can't meet another one as long as no more is known. */
  private idle: Row[] = [];
  /** What the cells replaced so far are the sums of, in that order. */
  private readonly replaced = new Map<string, Sum>();

  constructor(rows: readonly Row[], known: ReadonlySet<string>) {
    this.known = known;
    for (const row of rows) this.add(row);
  }

  private add(row: Row): void {
    const unknown = [...row.terms.keys()].filter((key) => !this.known.has(key));
    if (unknown.length === 0) {
      if (row.terms.size > 0) this.relations.push(row);
      return;
    }
    this.unknowns.set(row, unknown);
    (this.sized[unknown.length] ??= new Set()).add(row);
    this.places.set(row, this.came++);
    this.touched.add(row);
    for (const key of unknown) {
      const rows = this.rowsWith.get(key);
      if (rows) rows.add(row);
      else this.rowsWith.set(key, new Set([row]));
    }
  }

  private remove(row: Row): void {
    const keys = this.unknowns.get(row) ?? [];
    for (const key of keys) {
      const rows = this.rowsWith.get(key);
      rows?.delete(row);
      // Only who has a cell to himself can be put aside.
      if (rows?.size === 1) for (const other of rows) this.touched.add(other);
    }
    this.sized[keys.length]?.delete(row);
    this.unknowns.delete(row);
    this.places.delete(row);
    this.touched.delete(row);
  }

  /** Takes the row that tells a cell out, and puts what it tells in the cell's place everywhere else. */
  replace(key: string, pivot: Row): void {
    this.remove(pivot);
    const means = solvedFor(pivot, key);
    if (!means) return;
    this.replaced.set(key, means);
    for (const row of [...(this.rowsWith.get(key) ?? [])]) {
      this.remove(row);
      this.add({ ...row, ...substituted(row, key, means) });
    }
  }

  /** The cells to replace next, each with the row that tells it: all that are determined, else one of the entangled. */
  next(): Map<string, Row> {
    const sure = this.determined();
    if (sure.size > 0) return sure;
    this.setIdle();
    const one = this.entangled();
    if (one.size > 0) return one;
    this.revive();
    return this.determined();
  }

  private determined(): Map<string, Row> {
    const determined = new Map<string, Row>();
    for (const row of this.sized[1] ?? []) {
      const [key = ''] = this.unknowns.get(row) ?? [];
      if (!countsOnce(row, key)) continue;
      const held = determined.get(key);
      if (!held || rank(row, key) < rank(held, key)) determined.set(key, row);
    }
    return determined;
  }

  /** Puts the rows aside that have an unknown cell to themselves, and those that only such rows could meet. */
  private setIdle(): void {
    const place = (row: Row): number => this.places.get(row) ?? 0;
    const waiting = [...this.touched].sort((a, b) => place(a) - place(b));
    this.touched = new Set();
    for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
      const keys = this.unknowns.get(row);
      if (!keys?.some((key) => this.rowsWith.get(key)?.size === 1)) continue;
      this.remove(row);
      this.idle.push(row);
      waiting.push(...keys.flatMap((key) => [...(this.rowsWith.get(key) ?? [])]));
    }
  }

  /** Brings the rows put aside back, with what has become known since. */
  private revive(): void {
    const rows = this.idle;
    this.idle = [];
    for (const row of rows) {
      let sum: Sum = row;
      for (const [key, means] of this.replaced) if (sum.terms.has(key)) sum = substituted(sum, key, means);
      this.add({ ...row, ...sum });
    }
  }

  private entangled(): Map<string, Row> {
    for (const rows of this.sized) {
      for (const row of rows ?? []) {
        const usable = (this.unknowns.get(row) ?? []).filter((key) => countsOnce(row, key));
        const left = cellKey(row.equation.left);
        const key = usable.includes(left) ? left : usable[0];
        if (key !== undefined) return new Map([[key, row]]);
      }
    }
    return new Map();
  }
}

const countsOnce = (row: Row, key: string): boolean => Math.abs(row.terms.get(key) ?? 0) === 1;

/** Which row tells a cell best: its own definition, else the shortest. */
const rank = (row: Row, key: string): number =>
  (cellKey(row.equation.left) === key ? 0 : 1_000) + row.terms.size;

function derived(key: string, definitions: ReadonlyMap<string, Row>, known: ReadonlySet<string>): Sum | null {
  if (known.has(key)) return { terms: new Map([[key, 1]]), constant: 0 };
  const row = definitions.get(key);
  const own = row ? solvedFor(row, key) : null;
  let sum = own;
  for (const other of own?.terms.keys() ?? []) {
    if (known.has(other)) continue;
    const means = derived(other, definitions, known);
    sum = sum && means && substituted(sum, other, means);
  }
  return sum;
}

/** Of some rows, the shorter first, those that don't follow from the ones before them and from what is given. */
export function independent(rows: readonly Row[], given: readonly Row[]): Row[] {
  /** By their key the pivots with their places: one holds no key of an earlier one, so that the earliest goes first. */
  const basis = new Map<string, { place: number; key: string; sum: Sum }>();
  const earliest = (row: Sum): { key: string; sum: Sum } | null => {
    const pivots = [...row.terms.keys()].flatMap((key) => basis.get(key) ?? []);
    return pivots.reduce<(typeof pivots)[number] | null>((a, b) => (a && a.place < b.place ? a : b), null);
  };
  const reduced = (row: Sum): Sum => {
    let rest = row;
    for (let pivot = earliest(rest); pivot; pivot = earliest(rest)) {
      const { key, sum } = pivot;
      rest = plusTimes(timesAll(rest, sum.terms.get(key) ?? 1), sum, -(rest.terms.get(key) ?? 0));
    }
    return rest;
  };
  const isNew = (row: Row): boolean => {
    const sum = reduced(row);
    const [key] = sum.terms.keys();
    if (key !== undefined) basis.set(key, { place: basis.size, key, sum });
    return key !== undefined;
  };
  given.forEach(isNew);
  return [...rows].sort((a, b) => a.terms.size - b.terms.size).filter(isNew);
}

const timesAll = (sum: Sum, n: number): Sum => ({
  terms: new Map([...sum.terms].map(([key, m]) => [key, m * n])),
  constant: sum.constant * n,
});
