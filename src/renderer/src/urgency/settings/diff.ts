/** What one version of the list changed in the one before: signs added and taken away, each list in its own order. */
export interface Difference {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** The same signs, in another order. */
  readonly reordered: boolean;
}

export const differenceOf = (before: readonly string[], after: readonly string[]): Difference => {
  const [old, now] = [new Set(before), new Set(after)];
  const added = after.filter((sign) => !old.has(sign));
  const removed = before.filter((sign) => !now.has(sign));
  const kept = after.filter((sign) => old.has(sign));
  const keptBefore = before.filter((sign) => now.has(sign));
  return { added, removed, reordered: kept.some((sign, at) => sign !== keptBefore[at]) };
};

/** One sign a line, as it is typed; empty lines and a sign typed twice count for nothing. */
export const signsIn = (text: string): string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
];
