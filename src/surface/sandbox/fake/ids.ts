/** Ids and timestamps as Slack forms them; timestamps are unique and rise. */
export interface Ids {
  ts(): string;
  id(prefix: string): string;
}

export function createIds(now: () => number = Date.now): Ids {
  let last = 0;
  let count = 0;
  return {
    ts: () => {
      last = Math.max(last + 1, now() * 1_000);
      return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
    },
    id: (prefix) => {
      count += 1;
      return `${prefix}${count.toString(36).toUpperCase().padStart(8, '0')}`;
    },
  };
}
