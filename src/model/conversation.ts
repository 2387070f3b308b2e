import type { Item, Query } from './query.ts';

/** What a conversation remembers: the last question read, and the cells that the last answers gave, latest last. A plain value. */
export interface Conversation {
  query: Query | null;
  recent: readonly Item[];
  /** The readings that were just offered, of which the next turn may name one. */
  open?: readonly Query[];
}

export const NEW_CONVERSATION: Conversation = { query: null, recent: [] };

/** How many cells are kept for "sum of the three". */
export const RECENT = 12;
