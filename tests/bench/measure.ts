/** What a benchmark counts in, and how its figures stand beside their budget. */

export interface Timing {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** Time that passed, and time that the processor worked for it: on a busy machine the second still tells. */
export interface Measured extends Timing {
  readonly cpu: Timing;
}

export const timing = (ms: readonly number[]): Timing => {
  const sorted = ms.toSorted((a, b) => a - b);
  const at = (q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? 0;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
};

export const measure = <T>(items: readonly T[], work: (item: T) => unknown): Measured => {
  const passed: number[] = [];
  const worked: number[] = [];
  for (const item of items) {
    const cpu = process.cpuUsage();
    const start = performance.now();
    work(item);
    passed.push(performance.now() - start);
    const { user, system } = process.cpuUsage(cpu);
    worked.push((user + system) / 1000);
  }
  return { ...timing(passed), cpu: timing(worked) };
};

/** One line of the table: a figure, what it may be at most, and the same work without Parvis, in the same run. */
export interface Figure {
  readonly what: string;
  readonly unit: 'ms' | 'MB';
  readonly measured: Timing & { readonly cpu?: Timing };
  /** At p95, for milliseconds. Null: shown, bound to nothing. */
  readonly budget: number | null;
  readonly against: { readonly what: string; readonly measured: Timing; readonly ratio: number } | null;
}

export const figure = (
  what: string,
  budget: number | null,
  measured: Timing & { readonly cpu?: Timing },
  against?: { readonly what: string; readonly measured: Timing },
): Figure => ({
  what,
  unit: 'ms',
  measured,
  budget,
  against: against ? { ...against, ratio: measured.p95 / against.measured.p95 } : null,
});

/** Always the same chance: a run can be compared with the one before. */
export const chance = (seed: number): (() => number) => {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};
