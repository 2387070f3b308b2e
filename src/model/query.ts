import type { MetricId, Scenario, SegmentId } from './fact.ts';
import type { Period } from './period.ts';

export const INTENTS = [
  'lookup', 'change', 'compare', 'trend', 'rank', 'ratio', 'share', 'aggregate', 'target',
  'explain', 'define', 'list', 'source', 'check', 'help',
] as const; // prettier-ignore
export type Intent = (typeof INTENTS)[number];

/** A part of a question's reading: said by the user, or assumed by Kessan and shown as such. */
export interface Slot<T> {
  value: T;
  from: 'said' | 'assumed';
}

export const said = <T>(value: T): Slot<T> => ({ value, from: 'said' });
export const assumed = <T>(value: T): Slot<T> => ({ value, from: 'assumed' });

/** One cell asked for: which metric, of which segment, when, actual or target. */
export interface Item {
  metric: Slot<MetricId>;
  segment: Slot<SegmentId>;
  period: Slot<Period>;
  scenario: Slot<Scenario>;
}

/** What a change is counted from: the year before, the quarter before, or a period that was named. */
export type Base = { kind: 'yoy' } | { kind: 'qoq' } | { kind: 'period'; period: Period };

export type ChangeForm = 'amount' | 'percent' | 'both';

/** The unit that somebody wants amounts in; null keeps the printed one. */
export type OutputUnit = 'yen' | 'thousand' | 'million' | 'oku' | 'billion' | 'trillion';

export type Direction = 'up' | 'down' | 'flat';

/** A number that is claimed; its value is decimal text in base units. */
export interface ClaimedNumber {
  value: string;
  valueUnit: 'JPY' | 'percent' | 'points' | 'times' | null;
  decimals: number;
  /** How the claimed value is bounded: about, over, under, or just so. */
  bound: 'exact' | 'about' | 'over' | 'under';
}

/** A claim about an item to be checked: a direction, numbers, or both. */
export interface Claim {
  direction: Direction | null;
  /** Every number of the statement: it holds only if all of them do. */
  numbers: ClaimedNumber[];
  /** The date that an event is said to have; without a day or a year where none was said. */
  date?: { year: number | null; month: number; day: number | null };
  /** The sign claimed is said to be new: it was another one before. */
  turned?: true;
  /** A loss, a deficit or a fall is spoken of, so that sizes go without their sign. */
  unsigned: boolean;
  /** The statement says the opposite ("did not fall"). */
  negated: boolean;
}

interface Common {
  unit: OutputUnit | null;
}

/** Highest and lowest by value; farthest and nearest by the size of the move, whichever its sign. */
export type RankOrder = 'highest' | 'lowest' | 'farthest' | 'nearest';

export type TargetAsk = 'level' | 'progress' | 'remaining' | 'revision' | 'growth';

export type Query =
  | ({ intent: 'lookup'; item: Item } & Common)
  /** `also`: a second comparison asked for in the same breath ("yoy and qoq"). */
  | ({ intent: 'change'; item: Item; base: Slot<Base>; also?: Slot<Base>; form: Slot<ChangeForm> } & Common)
  | ({ intent: 'compare'; items: Item[] } & Common)
  | ({ intent: 'trend'; items: Item[]; of: 'level' | 'change' } & Common)
  | ({
      intent: 'rank';
      items: Item[];
      by: 'level' | 'change';
      base: Slot<Base>;
      also?: Slot<Base>;
      form: ChangeForm;
      order: RankOrder;
      top: number;
    } & Common)
  | ({ intent: 'ratio'; numerator: Item; denominator: Item[]; as: 'percent' | 'times' | 'per' } & Common)
  | ({ intent: 'share'; part: Item; whole: Item[] } & Common)
  | ({ intent: 'aggregate'; op: 'sum' | 'average' | 'difference'; items: Item[] } & Common)
  | ({ intent: 'target'; ask: TargetAsk; item: Item; form: ChangeForm } & Common)
  | ({
      intent: 'explain';
      item: Item | null;
      base: Slot<Base> | null;
      direction: Direction | null;
      notes: string[];
    } & Common)
  | ({ intent: 'define'; note: string } & Common)
  | ({ intent: 'list'; notes: string[]; metrics: string[] } & Common)
  | ({ intent: 'source'; sections: string[]; item: Item | null } & Common)
  | ({ intent: 'check'; item: Item; base: Slot<Base> | null; claim: Claim } & Common)
  | ({ intent: 'help'; kind: 'help' | 'greeting' | 'thanks' } & Common);

export type QueryOf<I extends Intent> = Extract<Query, { intent: I }>;

/** The cells that a query asks for, in order. */
export function itemsIn(query: Query | null): Item[] {
  if (query === null) return [];
  switch (query.intent) {
    case 'lookup':
    case 'change':
    case 'target':
    case 'check':
      return [query.item];
    case 'compare':
    case 'trend':
    case 'rank':
    case 'aggregate':
      return query.items;
    case 'ratio':
      return [query.numerator, ...query.denominator];
    case 'share':
      return [query.part, ...query.whole];
    case 'explain':
    case 'source':
      return query.item ? [query.item] : [];
    case 'define':
    case 'list':
    case 'help':
      return [];
  }
}

/** The same query over other cells. */
export function withItems(query: Query, change: (item: Item) => Item): Query {
  switch (query.intent) {
    case 'lookup':
    case 'change':
    case 'target':
    case 'check':
      return { ...query, item: change(query.item) };
    case 'compare':
    case 'trend':
    case 'rank':
    case 'aggregate':
      return { ...query, items: query.items.map(change) };
    case 'ratio':
      return { ...query, numerator: change(query.numerator), denominator: query.denominator.map(change) };
    case 'share':
      return { ...query, part: change(query.part), whole: query.whole.map(change) };
    case 'explain':
    case 'source':
      return { ...query, item: query.item && change(query.item) };
    case 'define':
    case 'list':
    case 'help':
      return query;
  }
}
