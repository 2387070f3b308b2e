/** A stretch of a text; the offsets are UTF-16. */
interface Span {
  start: number;
  end: number;
}

/** The spans from left to right, the longer first where two start together, without those that reach into an earlier one. */
export function apart<T extends Span>(spans: readonly T[]): T[] {
  const sorted = [...spans].sort((a, b) => a.start - b.start || b.end - a.end);
  let reached = 0;
  return sorted.filter(({ start, end }) => {
    const free = start >= reached;
    reached = Math.max(reached, end);
    return free;
  });
}
