/** What a practitioner reads in two seconds between two patients (S14). */
import type { Appointment, OpenRange } from '../../../contract/agenda.ts';
import type { Interval, LocalNow, Minute } from '../../../contract/time.ts';
import { waitingRoomOf } from './waiting-room.ts';

export interface GlanceFacts {
  /** One practitioner's day, cancelled ones left out. */
  readonly appointments: readonly Appointment[];
  readonly open: readonly OpenRange[];
  readonly now: LocalNow;
  /** When the consultation under way began, on the wall. */
  readonly startedMinute: (appointment: Appointment) => Minute;
  /** A gap shorter than that is no gap. */
  readonly step: number;
}

export interface Glance {
  readonly current: Appointment | null;
  readonly next: Appointment | null;
  readonly waiting: Appointment[];
  readonly late: number;
  readonly gaps: Interval[];
  readonly remaining: Appointment[];
}

/** After so many minutes, somebody who has not come no longer holds the others up. */
export const GRACE_MINUTES = 15;

/** Overrun of who is in the room; nobody there, the wait past their hour of those who came. */
const lateness = (
  facts: GlanceFacts,
  current: Appointment | null,
  waiting: readonly Appointment[],
): number => {
  const { minute } = facts.now;
  if (current) {
    const began = facts.startedMinute(current);
    const expectedEnd = Math.max(minute, began + (current.end - current.start));
    return Math.max(0, expectedEnd - current.end);
  }
  return Math.max(0, ...waiting.map((a) => minute - a.start));
};

const freeTime = ({ appointments, open, now, step }: GlanceFacts): Interval[] => {
  const gaps: Interval[] = [];
  const taken = appointments
    .map((a) => ({ start: a.start, end: a.releasedFrom ?? a.end }))
    .sort((a, b) => a.start - b.start);
  for (const range of [...open].sort((a, b) => a.start - b.start)) {
    let cursor = Math.max(range.start, now.minute);
    for (const { start, end } of [...taken, { start: range.end, end: range.end }]) {
      const until = Math.min(start, range.end);
      const last = gaps.at(-1);
      if (until > cursor) {
        if (last?.end === cursor) gaps[gaps.length - 1] = { start: last.start, end: until };
        else gaps.push({ start: cursor, end: until });
      }
      cursor = Math.max(cursor, end);
    }
  }
  return gaps.filter((gap) => gap.end - gap.start >= step);
};

export const glanceOf = (facts: GlanceFacts): Glance => {
  const room = waitingRoomOf(facts.appointments);
  const { minute } = facts.now;
  const current = room.inProgress.at(-1) ?? null;
  const stillExpected = room.expected.filter((a) => minute <= a.start + GRACE_MINUTES);
  const remaining = [...room.expected, ...room.waiting].sort((a, b) => a.start - b.start || a.id - b.id);
  const next = remaining.find((a) => a.status === 'arrived' || stillExpected.includes(a)) ?? null;
  return {
    current,
    next,
    waiting: room.waiting,
    late: lateness(facts, current, room.waiting),
    gaps: freeTime(facts),
    remaining,
  };
};
