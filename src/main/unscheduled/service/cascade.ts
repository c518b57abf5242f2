/** One request down the cascade: what each step has to offer now, what was tried, and the booking that ends it. */
import type { Booking, Slot } from '../../../contract/agenda.ts';
import { DirectoryWishes } from '../../../contract/directory.ts';
import type { PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { Practitioner } from '../../../contract/practice.ts';
import type { Profession } from '../../../contract/professions.ts';
import { type Instant, localNow } from '../../../contract/time.ts';
import type { Cascade, CascadeStepKind, CascadeTick, OutsideHelp } from '../../../contract/unscheduled.ts';
import { unscheduledType } from '../../agenda/rules/reserve.ts';
import { everyFreeSlot, openOn, ownDoctorOf } from '../../agenda/service.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import { unscheduledSettings } from '../../practice/store/reserve.ts';
import { searchAt } from '../../redirections/service.ts';
import { bookWithin, type RequestBooked, type RequestRow, requestById } from '../../requests/service.ts';
import { urgencyRuledOut } from '../../urgency/service.ts';
import { numbers } from '../../urgency/store/cards.ts';
import { currentStep, emptySteps, stepsOf } from '../rules/cascade.ts';
import { mayHelp } from '../rules/outside.ts';
import { deadlineOf, HALF_DAY_AT, type HalfDay, nextHalfDay, type Windows } from '../rules/windows.ts';
import * as store from '../store.ts';

const staffOf = (tx: Tx) => tx.call.actor.id ?? fail('NO_ACTOR', {});

/**
 * The request, which may be led down the cascade.
 * @throws DeskError NOT_FOUND, CONFLICT `request-closed` or `not-unscheduled`, URGENCY_NOT_RULED_OUT
 */
const ready = (tx: Tx, id: RequestId): RequestRow => {
  const row = requestById(tx.db, id);
  if (row.closedAt !== null) fail('CONFLICT', { reason: 'request-closed' });
  if (row.nature !== 'unscheduled') fail('CONFLICT', { reason: 'not-unscheduled' });
  if (urgencyRuledOut(tx.db, id, tx.now) === null) fail('URGENCY_NOT_RULED_OUT', {});
  return row;
};

/** Whoever was asked for by name, else the person's own doctor, if she is of that profession and still here. */
const ownOf = (db: ReadDb, row: RequestRow, profession: Profession): PractitionerId | null => {
  const id = row.practitionerId ?? ownDoctorOf(db, row.patientId);
  if (id === null) return null;
  const who = practitioner(db, id);
  return who.active && who.profession === profession ? id : null;
};

/** Read out on the phone one after the other: more would be a list to look through, and that is the directory's. */
const ENTRIES_OUTSIDE = 4;

/** According to the directory, whoever answered badly of late last; those without a number cannot be rung. */
const entriesOutside = (db: ReadDb, now: Instant, profession: Profession): OutsideHelp[] =>
  searchAt(db, now, DirectoryWishes.parse({ unscheduled: true, limit: 100 }))
    .entries.filter(({ entry }) => mayHelp(entry, profession))
    .flatMap(({ entry }) =>
      entry.publicPhone === null ? [] : [{ kind: 'directory' as const, entry, phone: entry.publicPhone }],
    )
    .slice(0, ENTRIES_OUTSIDE);

const outsideOf = (db: ReadDb, now: Instant, profession: Profession): OutsideHelp[] => {
  const { cptsName, cptsPhone } = unscheduledSettings(db);
  return [
    ...(cptsPhone === null ? [] : [{ kind: 'cpts' as const, name: cptsName, phone: cptsPhone }]),
    ...entriesOutside(db, now, profession),
    { kind: 'out-of-hours' as const, name: null, phone: numbers(db).outOfHours },
  ];
};

const openHalf =
  (open: ReturnType<typeof openOn>, among: readonly Practitioner[]) =>
  ({ day, half }: HalfDay): boolean =>
    among.some(({ id }) =>
      open(id, day).some(({ start, end }) => (half === 'morning' ? start < HALF_DAY_AT : end > HALF_DAY_AT)),
    );

/** A booking that was taken back left the request open: its step is to be tried again. */
const standing = (ticks: Map<CascadeStepKind, CascadeTick>): Map<CascadeStepKind, CascadeTick> =>
  new Map([...ticks].filter(([, { what }]) => what !== 'booked'));

const cascadeOf = (tx: Tx, row: RequestRow): Cascade => {
  const { db, now } = tx;
  const zone = housesZone(db);
  const wall = localNow(now, zone);
  const profession = row.profession ?? 'general-practitioner';
  const among = practitioners(db).filter((who) => who.active && who.profession === profession);
  const type = unscheduledType(appointmentTypes(db).filter((one) => one.profession === profession));
  const { deadline, late } = deadlineOf(row.openedAt, now);
  const until = localNow(deadline, zone).day;
  const own = ownOf(db, row, profession);
  const open = openOn(
    db,
    among.map(({ id }) => id),
    wall.day,
    until,
    now,
  );
  const next = nextHalfDay(wall, deadline, zone, openHalf(open, among));
  const windows: Windows = { wall, zone, deadline, next, ownDoctorId: own };
  const free: Slot[] =
    type === null
      ? []
      : everyFreeSlot(db, now, {
          among,
          from: wall.day,
          to: until,
          minutes: type.minutes,
          kind: type.kind,
          patientId: row.patientId,
        }).map((slot) => ({ ...slot, ownDoctor: slot.practitionerId === own }));
  const steps = stepsOf(
    free,
    windows,
    new Map(among.map(({ id, position }) => [id, position])),
    standing(store.ticksOf(db, row.id)),
  );
  const { sorterId } = unscheduledSettings(db);
  return {
    requestId: row.id,
    profession,
    appointmentTypeId: type?.id ?? null,
    ownDoctorId: own,
    deadline,
    late,
    nextHalfDay: next,
    steps,
    current: currentStep(steps),
    outside: outsideOf(db, now, profession),
    sorterId: sorterId !== null && practitioner(db, sorterId).active ? sorterId : null,
  };
};

const tick = (tx: Tx, row: RequestRow, step: CascadeStepKind, what: CascadeTick['what']): void => {
  const by = staffOf(tx);
  store.insertTick(tx.db, row.id, step, { what, at: tx.now, by });
  tx.record({
    action: 'cascade.ticked',
    rows: [{ entity: 'request', id: row.id }],
    after: { requestId: row.id, step, what, at: tx.now },
  });
};

/** Looks, ticks what has nothing to offer, and says where one stands. */
const lookAgain = (tx: Tx, row: RequestRow): Cascade => {
  const seen = cascadeOf(tx, row);
  const empty = emptySteps(seen.steps);
  if (empty.length === 0) return seen;
  for (const step of empty) tick(tx, row, step, 'nothing');
  return cascadeOf(tx, row);
};

/** @throws DeskError NOT_FOUND, CONFLICT, URGENCY_NOT_RULED_OUT */
export const walk = (ground: Ground, call: Call, requestId: RequestId): Cascade =>
  ground.write(call, (tx) => lookAgain(tx, ready(tx, requestId)));

/**
 * The last resort cannot be passed: nobody is left with nothing.
 * @throws DeskError NOT_FOUND, CONFLICT, URGENCY_NOT_RULED_OUT
 */
export const pass = (
  ground: Ground,
  call: Call,
  { requestId, step }: { requestId: RequestId; step: CascadeStepKind },
): Cascade =>
  ground.write(call, (tx) => {
    const row = ready(tx, requestId);
    if (step === 'fifteen') fail('CONFLICT', { reason: 'last-step' });
    const seen = cascadeOf(tx, row).steps.find(({ kind }) => kind === step);
    // Pressed twice, or at two desks: one line says it.
    if (seen?.tick == null || seen.slots.length > 0)
      if (seen?.tick?.what !== 'declined')
        tick(tx, row, step, (seen?.slots.length ?? 0) > 0 ? 'declined' : 'nothing');
    return lookAgain(tx, row);
  });

/**
 * Books, closes the request and ticks the step, in one transaction.
 * @throws DeskError those of a booking, NOT_FOUND, STALE_VERSION, CONFLICT, URGENCY_NOT_RULED_OUT
 */
export const book = (
  ground: Ground,
  call: Call,
  { step, ...sent }: { id: RequestId; version: number; booking: Booking; step: CascadeStepKind },
): RequestBooked =>
  ground.write(call, (tx) => {
    const row = ready(tx, sent.id);
    // Before the booking, so that Ctrl+Z still finds the booking last.
    tick(tx, row, step, 'booked');
    return bookWithin(tx, sent);
  });
