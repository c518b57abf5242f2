/** Which status may follow which, and what that writes. The table is docs/spec/appointment-status.md. */
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import type { Day, Instant, LocalNow, Minute } from '../../../contract/time.ts';

export interface StatusFacts {
  readonly status: AppointmentStatus;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
  readonly arrivedAt: Instant | null;
  readonly startedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly excused: boolean | null;
  readonly releasedFrom: Minute | null;
  /** House's day on which the present status was given. */
  readonly statusDay: Day;
}

export interface StatusWish {
  readonly status: Exclude<AppointmentStatus, 'cancelled'>;
  readonly excused?: boolean | undefined;
  readonly release: boolean;
}

/** What the row says after the change, of all that a status carries. */
export type StatusColumns = Pick<
  StatusFacts,
  'status' | 'arrivedAt' | 'startedAt' | 'endedAt' | 'excused' | 'releasedFrom'
>;

export type StatusDecision =
  | { readonly kind: 'changed'; readonly columns: StatusColumns }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused' };

type Move = 'today' | 'today-or-later' | 'back';

const MOVES: Readonly<Record<AppointmentStatus, Partial<Record<AppointmentStatus, Move>>>> = {
  booked: { arrived: 'today', 'in-progress': 'today', fulfilled: 'today-or-later', noshow: 'today-or-later' },
  arrived: { 'in-progress': 'today', fulfilled: 'today-or-later', booked: 'back' },
  'in-progress': { fulfilled: 'today-or-later', arrived: 'back', booked: 'back' },
  fulfilled: { 'in-progress': 'back', arrived: 'back', booked: 'back' },
  noshow: { arrived: 'today', booked: 'back', noshow: 'back' },
  cancelled: {},
};

const allowed = (move: Move, facts: StatusFacts, today: Day): boolean => {
  switch (move) {
    case 'today':
      return today === facts.day;
    case 'today-or-later':
      return today >= facts.day;
    case 'back':
      return today === facts.day || today === facts.statusDay;
  }
};

/** One step back only: an arrival that was noted is not skipped, a step that never was is not invented. */
const stepsBackTo = (facts: StatusFacts): AppointmentStatus | null => {
  if (facts.status === 'fulfilled' && facts.startedAt !== null) return 'in-progress';
  if (facts.status === 'fulfilled' || facts.status === 'in-progress')
    return facts.arrivedAt === null ? 'booked' : 'arrived';
  return 'booked';
};

const isBack = (facts: StatusFacts, to: AppointmentStatus): boolean =>
  to === 'noshow' || to === stepsBackTo(facts);

/** Minutes given back start now: the past is not given, and a release of nothing is none. */
const releaseFrom = (facts: StatusFacts, wish: StatusWish, wall: LocalNow): Minute | null => {
  if (!wish.release) return null;
  const from = wall.day > facts.day ? facts.end : Math.max(wall.minute, facts.start);
  return from < facts.end ? from : null;
};

export const decideStatus = (
  facts: StatusFacts,
  wish: StatusWish,
  now: Instant,
  wall: LocalNow,
): StatusDecision => {
  const to = wish.status;
  if (to === facts.status) {
    const correction =
      to === 'noshow' &&
      ((wish.excused !== undefined && wish.excused !== facts.excused) ||
        (wish.release && facts.releasedFrom === null && releaseFrom(facts, wish, wall) !== null));
    if (!correction) return { kind: 'unchanged' };
  }
  const move = MOVES[facts.status][to];
  if (!move || !allowed(move, facts, wall.day)) return { kind: 'refused' };
  if (move === 'back' && !isBack(facts, to)) return { kind: 'refused' };
  const today = wall.day === facts.day;
  const kept = { arrivedAt: facts.arrivedAt, startedAt: facts.startedAt };
  const plain = { endedAt: null, excused: null, releasedFrom: null };
  switch (to) {
    case 'booked':
      return changed({ status: to, arrivedAt: null, startedAt: null, ...plain });
    case 'arrived':
      return changed({ status: to, arrivedAt: facts.arrivedAt ?? now, startedAt: null, ...plain });
    case 'in-progress':
      return changed({ status: to, ...kept, startedAt: facts.startedAt ?? now, ...plain });
    case 'fulfilled':
      return changed({ status: to, ...kept, ...plain, endedAt: today ? now : null });
    case 'noshow':
      return changed({
        status: to,
        arrivedAt: null,
        startedAt: null,
        ...plain,
        excused: wish.excused ?? facts.excused ?? false,
        releasedFrom: facts.releasedFrom ?? releaseFrom(facts, wish, wall),
      });
  }
};

const changed = (columns: StatusColumns): StatusDecision => ({ kind: 'changed', columns });
