/** What the waiting room shows and what each line's keys do. Decides nothing that the desk would not decide again. */
import type { Appointment, AppointmentStatus } from '../../../../contract/agenda.ts';
import type { Instant, Minute } from '../../../../contract/time.ts';
import { beginWords, wordsOf } from '../../ui/words.ts';

/** After a quarter of an hour somebody should say whether this person still comes. */
export const LATE_AFTER = 15;

export type GroupKey = 'late' | 'waiting' | 'inProgress' | 'expected' | 'noshow' | 'done';

export interface Group {
  readonly key: GroupKey;
  readonly label: string;
  readonly rows: readonly Appointment[];
}

interface Room {
  readonly waiting: readonly Appointment[];
  readonly inProgress: readonly Appointment[];
  readonly expected: readonly Appointment[];
  readonly done: readonly Appointment[];
  readonly noshow: readonly Appointment[];
}

const isLate = ({ start }: Appointment, minute: Minute): boolean => start + LATE_AFTER <= minute;

/** What waits for a decision first, then who sits there (the longest wait on top), then the day as it comes. */
export const groupsOf = (room: Room, minute: Minute): Group[] =>
  [
    { key: 'late', label: 'Pas encore arrivés', rows: room.expected.filter((row) => isLate(row, minute)) },
    { key: 'waiting', label: 'En salle d’attente', rows: room.waiting },
    { key: 'inProgress', label: 'En consultation', rows: room.inProgress },
    { key: 'expected', label: 'Attendus', rows: room.expected.filter((row) => !isLate(row, minute)) },
    { key: 'noshow', label: 'Non venus', rows: room.noshow },
    { key: 'done', label: 'Terminés', rows: room.done },
  ].filter((group): group is Group => group.rows.length > 0);

/** Who at the counter probably means: still expected first, the closest to now, then everybody else. */
export const found = (room: Room, text: string, minute: Minute): Appointment[] => {
  if (wordsOf(text).length === 0) return [];
  const close = (a: Appointment, b: Appointment) =>
    Math.abs(a.start - minute) - Math.abs(b.start - minute) || a.id - b.id;
  const among = (rows: readonly Appointment[]) =>
    rows.filter(({ patient }) => beginWords(patient.displayName, text)).sort(close);
  return [
    ...among(room.expected),
    ...among(room.waiting),
    ...among(room.inProgress),
    ...among(room.noshow),
    ...among(room.done),
  ];
};

export type Wish = Exclude<AppointmentStatus, 'cancelled'>;

/** What Enter does on a line. */
export const nextStep: Readonly<Record<AppointmentStatus, { to: Wish; label: string } | null>> = {
  booked: { to: 'arrived', label: 'Arrivé' },
  arrived: { to: 'in-progress', label: 'En consultation' },
  'in-progress': { to: 'fulfilled', label: 'Terminé' },
  noshow: { to: 'arrived', label: 'Finalement arrivé' },
  fulfilled: null,
  cancelled: null,
};

/** What `r` does: the step before, the same day. */
export const stepBack = (row: Appointment): Wish | null => {
  switch (row.status) {
    case 'fulfilled':
      return row.startedAt === null ? (row.arrivedAt === null ? 'booked' : 'arrived') : 'in-progress';
    case 'in-progress':
      return row.arrivedAt === null ? 'booked' : 'arrived';
    case 'arrived':
    case 'noshow':
      return 'booked';
    default:
      return null;
  }
};

/** Whole minutes since the arrival. */
export const waited = ({ arrivedAt }: Appointment, now: Instant): number | null =>
  arrivedAt === null ? null : Math.max(0, Math.floor((now - arrivedAt) / 60_000));

/** « à l’heure », « 5 min d’avance », « 12 min de retard ». */
export const punctuality = (start: Minute, minute: Minute): string => {
  const early = start - minute;
  if (early === 0) return 'à l’heure';
  return early > 0 ? `${early}\u00a0min d’avance` : `${-early}\u00a0min de retard`;
};
