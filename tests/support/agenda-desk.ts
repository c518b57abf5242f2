/** Short ways to work a fictitious house's agenda in tests, always through the service. */
import type { Booking, SlotSearch } from '../../src/contract/agenda.ts';
import type { ErrorCode } from '../../src/contract/errors.ts';
import type { ClaimId } from '../../src/contract/ids.ts';
import { instantOf } from '../../src/contract/time.ts';
import * as agenda from '../../src/main/agenda/service.ts';
import type { Call } from '../../src/main/core/actor.ts';
import { DeskError } from '../../src/main/core/errors.ts';
import { CONSULTATION, clara, DUPONT, fillHouse, type HouseOptions, NGUYEN } from './agenda-house.ts';
import { openTestGround, type TestGround } from './ground.ts';

/** The day after the test clock's. */
export const TUESDAY = '2026-11-24';
export const MONDAY = '2026-11-23';

export const booking = (more: Partial<Booking> = {}): Booking => ({
  practitionerId: NGUYEN,
  day: TUESDAY,
  start: 600,
  appointmentTypeId: CONSULTATION,
  patientId: DUPONT,
  acceptPatientBusy: false,
  ...more,
});

export interface AgendaDesk {
  readonly house: TestGround;
  /** Moves the clock to this wall time of the house. */
  at(day: string, minute: number): void;
  book(more?: Partial<Booking>, call?: Call): ReturnType<typeof agenda.book>['appointment'];
  move(
    id: ClaimId,
    version: number,
    more: Partial<Parameters<typeof agenda.move>[2]>,
    call?: Call,
  ): ReturnType<typeof agenda.book>['appointment'];
  cancel(id: ClaimId, version: number, more?: object, call?: Call): ReturnType<typeof agenda.cancel>;
  say(
    id: ClaimId,
    version: number,
    status: 'booked' | 'arrived' | 'in-progress' | 'fulfilled' | 'noshow',
    more?: { excused?: boolean; release?: boolean },
    call?: Call,
  ): ReturnType<typeof agenda.setStatus>;
  slots(more?: Partial<SlotSearch>): ReturnType<typeof agenda.freeSlots>['slots'];
  close(): void;
}

export const openAgendaDesk = (options: HouseOptions = {}): AgendaDesk => {
  const house = openTestGround();
  fillHouse(house.ground, options);
  const { ground, clock } = house;
  const zone = options.zone ?? 'Europe/Paris';
  clock.set(instantOf(MONDAY, 480, zone));
  return {
    house,
    at: (day, minute) => clock.set(instantOf(day, minute, zone)),
    book: (more, call = clara) => agenda.book(ground, call, booking(more)).appointment,
    move: (id, version, more, call = clara) =>
      agenda.move(ground, call, {
        id,
        version,
        practitionerId: NGUYEN,
        day: TUESDAY,
        start: 600,
        acceptPatientBusy: false,
        ...more,
      }).appointment,
    cancel: (id, version, more = {}, call = clara) =>
      agenda.cancel(ground, call, { id, version, by: 'patient', ...more }),
    say: (id, version, status, more = {}, call = clara) =>
      agenda.setStatus(ground, call, { id, version, status, release: false, ...more }),
    slots: (more = {}) =>
      agenda.freeSlots(ground, {
        who: { kind: 'practitioner', practitionerId: NGUYEN },
        appointmentTypeId: CONSULTATION,
        limit: 10,
        horizonDays: 90,
        ...more,
      }).slots,
    close: house.close,
  };
};

/** What was refused, in full: the screen makes its sentence of nothing else. */
export const refused = (work: () => unknown): { code: ErrorCode; data: unknown } => {
  try {
    work();
  } catch (error) {
    if (error instanceof DeskError) return { code: error.code, data: error.data };
    throw error;
  }
  throw new Error('nothing was refused');
};
