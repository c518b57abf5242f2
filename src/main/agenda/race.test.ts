/**
 * Two windows and one place. One process writes, so a race is two screens that saw the same list and call in any order:
 * whatever the order, nobody wins what somebody else has, and who loses is offered what is really free.
 */
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type AgendaDesk, booking, openAgendaDesk, TUESDAY } from '../../../tests/support/agenda-desk.ts';
import {
  BERNARD,
  COLIN,
  CONSULTATION,
  clara,
  DUPONT,
  fixtureDb,
  louis,
  MARTIN,
  NGUYEN,
  PETIT,
  PHYSIO,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import type { Appointment, Slot } from '../../contract/agenda.ts';
import type { ClaimId } from '../../contract/ids.ts';
import { all, run } from '../core/db.ts';
import { DeskError } from '../core/errors.ts';
import { hasRoom, headsByMinute } from './rules/occupancy.ts';
import * as agenda from './service.ts';

let desk: AgendaDesk;
beforeEach(() => {
  desk = openAgendaDesk();
});
afterEach(() => desk.close());

const CAPACITY: Readonly<Record<number, number>> = { [NGUYEN]: 1, [PETIT]: 1, [COLIN]: 3 };

const step = fc.record({
  window: fc.constantFrom(clara, louis),
  act: fc.constantFrom('book', 'book', 'book', 'move', 'cancel', 'revive'),
  who: fc.constantFrom(NGUYEN, NGUYEN, PETIT, COLIN),
  start: fc.integer({ min: 40, max: 44 }).map((quarter) => quarter * 15),
  minutes: fc.constantFrom(10, 15, 30, 45),
  patient: fc.constantFrom(DUPONT, MARTIN, ROUX, BERNARD),
  which: fc.nat({ max: 30 }),
});

interface Live {
  readonly id: ClaimId;
  readonly version: number;
  readonly practitioner_id: number;
  readonly capacity: number;
  readonly start: number;
  readonly end: number;
}

const live = (): Live[] =>
  all(
    desk.house.ground.db,
    `SELECT id, version, practitioner_id, capacity, start_min AS start, end_min AS "end" FROM claims
      WHERE status <> 'cancelled' ORDER BY id`,
  );

const empty = () => {
  const db = fixtureDb(desk.house.ground);
  run(db, 'DELETE FROM claims');
};

/** Every proposal is accepted at once, by itself; tried out, then put back as it was. */
const reallyFree = (proposals: readonly Slot[], accept: (slot: Slot) => Appointment) => {
  const db = fixtureDb(desk.house.ground);
  const before = live();
  for (const slot of proposals) {
    const { id, overbooked } = accept(slot);
    expect(overbooked).toBeNull();
    const was = before.find((claim) => claim.id === id);
    if (was)
      run(
        db,
        `UPDATE claims SET practitioner_id = :practitioner_id, start_min = :start, end_min = :end, version = :version,
           day = '${TUESDAY}', capacity = :capacity WHERE id = :id`,
        { ...was },
      );
    else run(db, 'DELETE FROM claims WHERE id = ?', [id]);
    expect(live()).toEqual(before);
  }
};

const bookAt = ({ practitionerId, day, start, end }: Slot): Appointment =>
  desk.book({
    practitionerId,
    day,
    start,
    minutes: end - start,
    appointmentTypeId: practitionerId === COLIN ? PHYSIO : CONSULTATION,
    acceptPatientBusy: true,
  });

const moveTo =
  ({ id, version }: Live) =>
  ({ practitionerId, day, start, end }: Slot): Appointment =>
    desk.move(id, version, { practitionerId, day, start, minutes: end - start, acceptPatientBusy: true });

test('in any order of calls from two windows, no minute ever holds more than its capacity', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 12 }), (steps) => {
      empty();
      const { ground } = desk.house;
      const lists = new Map([
        [clara, live()],
        [louis, live()],
      ]);
      for (const { window, act, who, start, minutes, patient, which } of steps) {
        const place = { practitionerId: who, day: TUESDAY, start, minutes, acceptPatientBusy: true };
        // What this window saw when it last looked: often out of date.
        const seen = lists.get(window) ?? [];
        const target = seen[which % Math.max(1, seen.length)];
        const before = live();
        try {
          if (act === 'book')
            agenda.book(
              ground,
              window,
              booking({
                ...place,
                appointmentTypeId: who === COLIN ? PHYSIO : CONSULTATION,
                patientId: patient,
              }),
            );
          else if (target && act === 'move') agenda.move(ground, window, { ...target, ...place });
          else if (target && act === 'cancel') agenda.cancel(ground, window, { ...target, by: 'patient' });
          else if (target && act === 'revive')
            run(
              fixtureDb(ground),
              `UPDATE claims SET status = 'booked', cancelled_at = NULL, cancelled_by = NULL WHERE id = ?`,
              [target.id],
            );
        } catch (error) {
          // A refusal changes nothing at all.
          expect(live()).toEqual(before);
          if (error instanceof DeskError && error.code === 'SLOT_TAKEN') {
            const { proposals, with: others } = error.data as { proposals: Slot[]; with: ClaimId[] };
            expect(others.length).toBeGreaterThan(0);
            reallyFree(proposals, act === 'move' && target ? moveTo(target) : bookAt);
          } else if (
            !(error instanceof DeskError) &&
            !(error instanceof Error && error.message === 'claims: no room')
          )
            throw error;
        }
        const after = live();
        for (const claim of after) {
          const same = after.filter((c) => c.practitioner_id === claim.practitioner_id);
          const capacity = CAPACITY[claim.practitioner_id] ?? 0;
          expect(hasRoom(claim, headsByMinute(same), capacity + 1)).toBe(true);
        }
        if (which % 3 === 0) lists.set(window, after);
      }
    }),
    { numRuns: 40 },
  );
});

test('of two windows that want the same place exactly one gets it, and the other a way on', () => {
  const outcomeOf = (work: () => unknown): DeskError | null => {
    try {
      work();
      return null;
    } catch (error) {
      if (error instanceof DeskError) return error;
      throw error;
    }
  };
  fc.assert(
    fc.property(
      fc.boolean(),
      fc.integer({ min: 35, max: 47 }),
      fc.integer({ min: -1, max: 1 }),
      (claraFirst, quarter, shift) => {
        empty();
        const [first, second] = claraFirst ? [clara, louis] : [louis, clara];
        desk.book({ start: quarter * 15, minutes: 30 }, first);
        // Less than half an hour apart, the two overlap.
        const lost = outcomeOf(() =>
          desk.book({ start: quarter * 15 + shift * 10, minutes: 30, patientId: MARTIN }, second),
        );
        expect(lost?.code).toBe('SLOT_TAKEN');
        const { proposals } = (lost as DeskError).data as { proposals: Slot[] };
        expect(proposals).toHaveLength(5);
        reallyFree(proposals, bookAt);
        expect(live()).toHaveLength(1);
      },
    ),
    { numRuns: 30 },
  );
});
