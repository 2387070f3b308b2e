/** Counts the requests that are under way. */
export interface InFlight {
  /** Begins one; the function that comes back ends it. */
  begin(): () => void;
  readonly count: number;
  /** Resolves when none is under way. */
  idle(): Promise<void>;
}

export function createInFlight(): InFlight {
  let count = 0;
  let waiting: (() => void)[] = [];
  return {
    begin: () => {
      count += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        count -= 1;
        if (count > 0) return;
        for (const resolve of waiting) resolve();
        waiting = [];
      };
    },
    get count() {
      return count;
    },
    idle: () => (count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.push(resolve))),
  };
}
