/** What a file that was set aside has and the file in use has not. Pure. */
import type { SalvageKind } from '../../../contract/salvage.ts';

/** A line of either file, whichever table it comes from; null where that table has no such column. */
export interface Row {
  readonly id: number;
  readonly version: number;
  readonly madeAt: number;
  readonly patientId: number | null;
  readonly callerName: string | null;
  readonly phone: string | null;
  readonly practitionerId: number | null;
  readonly profession: string | null;
  readonly nature: string | null;
  readonly day: string | null;
  readonly start: number | null;
  readonly due: number | null;
  readonly status: string;
  readonly words: string | null;
}

export type Verdict = 'same' | 'settled' | 'new' | 'changed';

const CLOSED: Readonly<Record<SalvageKind, (status: string) => boolean>> = {
  appointment: (status) => status === 'cancelled',
  callback: (status) => status !== 'open',
  request: (status) => status !== 'open',
  waitlist: (status) => status === 'closed',
};

export const isOver = (kind: SalvageKind, { status }: Pick<Row, 'status'>): boolean => CLOSED[kind](status);

const factsOf = ({ id: _, version: __, madeAt: ___, ...facts }: Row): string =>
  JSON.stringify(Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1)));

/**
 * By what a line that is typed again is known: it has another number, made at another time.
 * @param person told apart by name and birth, since numbers of people are given again too; null when unknown
 */
export const keyOf = (kind: SalvageKind, row: Row, person: string | null): string | null => {
  const whom = person ?? row.callerName ?? row.phone;
  if (whom === null) return null;
  switch (kind) {
    case 'appointment':
      return JSON.stringify([whom, row.practitionerId, row.day, row.start]);
    case 'callback':
      return JSON.stringify([whom]);
    case 'request':
      return JSON.stringify([whom, row.nature]);
    case 'waitlist':
      return JSON.stringify([whom, row.nature, row.profession]);
  }
};

/** Lines made since the copy took its place, each of which answers for one that was lost. */
export interface TypedAgain {
  /** @returns whether there was one left under this key */
  take(key: string): boolean;
}

export const typedAgain = (keys: Iterable<string>): TypedAgain => {
  const left = new Map<string, number>();
  for (const key of keys) left.set(key, (left.get(key) ?? 0) + 1);
  return {
    take: (key) => {
      const n = left.get(key) ?? 0;
      if (n > 0) left.set(key, n - 1);
      return n > 0;
    },
  };
};

/** Both files have it from the copy. What was made since stands in one of them only, and its number may be another's. */
export const isTwin = (
  aside: Pick<Row, 'madeAt'>,
  inUse: Pick<Row, 'madeAt'> | undefined,
  copyAt: number,
): boolean => inUse !== undefined && inUse.madeAt === aside.madeAt && aside.madeAt <= copyAt;

/**
 * @param twin the same line in the file in use, see `isTwin`; undefined when it has none
 * @param key of the line set aside, see `keyOf`
 */
export const verdictOf = (
  kind: SalvageKind,
  aside: Row,
  twin: Row | undefined,
  key: string | null,
  again: TypedAgain,
): Verdict => {
  if (twin === undefined) {
    if (isOver(kind, aside)) return 'settled';
    return key !== null && again.take(key) ? 'same' : 'new';
  }
  // Somebody has worked on it since: the file in use knows better.
  if (twin.version > aside.version) return 'same';
  return factsOf(twin) === factsOf(aside) ? 'same' : 'changed';
};
