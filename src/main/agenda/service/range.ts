import type { AgendaDay, Appointment, Column, Hold } from '../../../contract/agenda.ts';
import type { ClaimId, PractitionerId } from '../../../contract/ids.ts';
import { addDays, type Day, daysBetween } from '../../../contract/time.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { holidaysIn } from '../../practice/store/opening-facts.ts';
import { practitioners } from '../../practice/store/practitioners.ts';
import { appointmentsBetween, dayOfClaims, holdsBetween } from '../store/appointments.ts';
import { framesOf } from './frames.ts';

export const MOST_DAYS = 31;

export interface RangeWanted {
  readonly from: Day;
  readonly to: Day;
  readonly practitionerIds?: readonly PractitionerId[] | undefined;
}

/**
 * Days side by side, one column per practitioner: those who work here, and those who have left with somebody still booked.
 * Cancelled appointments are left out (R8); a row that cannot be read is named and hides nothing (R11).
 * @throws DeskError INVALID_INPUT
 */
export const range = (ground: Ground, { from, to, practitionerIds }: RangeWanted): AgendaDay[] => {
  const length = daysBetween(from, to) + 1;
  if (length < 1) failFields({ path: 'to', code: 'to-before-from' });
  if (length > MOST_DAYS) failFields({ path: 'to', code: 'too-many-days' });
  const { db } = ground;
  const of = practitionerIds ?? null;
  const { appointments, unreadable } = appointmentsBetween(db, from, to, of);
  const onDay = Map.groupBy(appointments, (a: Appointment) => a.day);
  const unreadableOn = Map.groupBy(dayOfClaims(db, unreadable), (claim) => claim.day);
  const holds = Map.groupBy(
    holdsBetween(db, from, to, ground.clock.now()).filter(
      (hold) => of?.includes(hold.practitionerId) ?? true,
    ),
    (hold: Hold) => hold.day,
  );
  const busy = new Set([...appointments, ...[...unreadableOn.values()].flat()].map((a) => a.practitionerId));
  const shown = practitioners(db).filter((p) => (of ? of.includes(p.id) : p.active || busy.has(p.id)));
  const frames = framesOf(
    db,
    shown.map((p) => p.id),
    from,
    to,
    ground.clock.now(),
  );
  const holidays = holidaysIn(db, from, to);
  return Array.from({ length }, (_, i) => {
    const day = addDays(from, i);
    const there = onDay.get(day) ?? [];
    const here = new Set([...there, ...(unreadableOn.get(day) ?? [])].map((a) => a.practitionerId));
    const columns = shown.map((p): Column => {
      const { open, absences } = frames(p.id, day);
      return { practitionerId: p.id, open, absences, present: open.length > 0 || here.has(p.id) };
    });
    return {
      day,
      holiday: holidays.get(day) ?? null,
      columns,
      appointments: there,
      holds: holds.get(day) ?? [],
      unreadable: (unreadableOn.get(day) ?? []).map((claim): ClaimId => claim.id),
    };
  });
};
