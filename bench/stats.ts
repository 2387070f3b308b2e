/** The value below which a share of the numbers lies (nearest rank); NaN for no numbers. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);
export const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);
