/** The reserve for unscheduled care: who may be put into it, what it still holds, extra slots, and giving it back. */
import type { ErrorData } from '../../../contract/errors.ts';
import type { ExceptionId, PractitionerId } from '../../../contract/ids.ts';
import type { OpeningException, Practitioner } from '../../../contract/practice.ts';
import {
  addDays,
  type Day,
  daysBetween,
  type Interval,
  localNow,
  type Minute,
  weekdayOf,
} from '../../../contract/time.ts';
import type { ExtraPlace, UnscheduledDay } from '../../../contract/unscheduled.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { kindHere, unsaidRule } from '../../practice/rules/reserve.ts';
import {
  exceptionFaults,
  insertExceptionWithin,
  removeExceptionWithin,
} from '../../practice/service/exceptions.ts';
import { appointmentTypes } from '../../practice/store/appointment-types.ts';
import { exception, exceptionsOf } from '../../practice/store/exceptions.ts';
import { housesZone } from '../../practice/store/house.ts';
import { holidaysIn } from '../../practice/store/opening-facts.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import { reserveRules } from '../../practice/store/reserve.ts';
import { offers } from '../rules/offers.ts';
import { isPast } from '../rules/placement.ts';
import {
  extraPlaces as placesForExtra,
  placesInReserve,
  placesOfReserve,
  unscheduledType,
} from '../rules/reserve.ts';
import { occupiedBetween, standingIn } from '../store/occupied.ts';
import { insertRelease } from '../store/releases.ts';
import { givenFramesOf, reserveStatesOf } from './frames.ts';
import { MOST_DAYS } from './range.ts';

/** @param followedBy the person's own doctor, when in the house @returns whose reserve is not for that person */
export const barredFrom = (
  db: ReadDb,
  followedBy: PractitionerId | null,
): ((here: Practitioner) => boolean) => {
  if (followedBy === null) return () => false;
  const rules = reserveRules(db);
  const own = practitioner(db, followedBy);
  // Somebody who has left has no reserve: her patients are nobody's until another doctor takes them on.
  const doctor = own.active ? own : null;
  return (here) =>
    kindHere('unscheduled', here, rules.get(here.id) ?? unsaidRule(here.id), doctor) !== 'unscheduled';
};

/** Length of one unscheduled appointment with this practitioner, in minutes. */
const lengthOf = (db: ReadDb, who: Practitioner): number =>
  unscheduledType(appointmentTypes(db).filter((type) => offers(who, type)))?.minutes ?? who.step;

/** @throws DeskError INVALID_INPUT */
export const unscheduledDays = (
  { db, clock }: Ground,
  { from, to }: { from: Day; to: Day },
): UnscheduledDay[] => {
  const length = daysBetween(from, to) + 1;
  if (length < 1) failFields({ path: 'to', code: 'to-before-from' });
  if (length > MOST_DAYS) failFields({ path: 'to', code: 'too-many-days' });
  const now = clock.now();
  const wall = localNow(now, housesZone(db));
  const here = practitioners(db).filter(({ active }) => active);
  const ids = here.map(({ id }) => id);
  const frames = givenFramesOf(db, ids, from, to);
  const states = reserveStatesOf(db, from, to, now);
  const occupied = occupiedBetween(db, from, to, now, null);
  const holidays = holidaysIn(db, from, to);
  const lengths = new Map(here.map((who) => [who.id, lengthOf(db, who)]));
  return Array.from({ length }, (_, i) => {
    const day = addDays(from, i);
    const reserves = here.flatMap(({ id, step }) => {
      const { open } = frames(id, day);
      const state = states(id, day);
      const of = { open, step, minutes: lengths.get(id) ?? step };
      const offered = placesInReserve({ ...of, busy: [], notBefore: 0 });
      const extra = exceptionsOf(db, id, day, day).filter(
        ({ effect, kind }) => effect === 'extra' && kind === 'unscheduled',
      );
      if (offered === 0 && extra.length === 0) return [];
      const notBefore = day < wall.day ? 1440 : day === wall.day ? wall.minute : 0;
      const left = state === 'kept' ? placesInReserve({ ...of, busy: occupied.on(id, day), notBefore }) : 0;
      return [{ practitionerId: id, state, offered, left, extra }];
    });
    return {
      day,
      working: weekdayOf(day) <= 5 && !holidays.has(day),
      offered: reserves.reduce((sum, one) => sum + one.offered, 0),
      left: reserves.reduce((sum, one) => sum + one.left, 0),
      practitioners: reserves,
    };
  });
};

export interface PlacesLeft {
  readonly practitionerId: PractitionerId;
  readonly places: readonly Interval[];
}

/** When the reserve of a day to come can still be booked, by practitioner; the same places that `unscheduledDays` counts. */
export const unscheduledLeft = ({ db, clock }: Ground, day: Day): PlacesLeft[] => {
  const now = clock.now();
  const here = practitioners(db).filter(({ active }) => active);
  const frames = givenFramesOf(
    db,
    here.map(({ id }) => id),
    day,
    day,
  );
  const states = reserveStatesOf(db, day, day, now);
  const occupied = occupiedBetween(db, day, day, now, null);
  return here.flatMap((who) => {
    if (states(who.id, day) !== 'kept') return [];
    const places = placesOfReserve({
      open: frames(who.id, day).open,
      busy: occupied.on(who.id, day),
      minutes: lengthOf(db, who),
      step: who.step,
      notBefore: 0,
    });
    return places.length === 0 ? [] : [{ practitionerId: who.id, places }];
  });
};

/** @throws DeskError NOT_FOUND */
export const extraPlaces = (
  { db, clock }: Ground,
  { practitionerId, day }: { practitionerId: PractitionerId; day: Day },
): ExtraPlace[] => {
  const who = practitioner(db, practitionerId);
  const now = clock.now();
  const wall = localNow(now, housesZone(db));
  if (day < wall.day) return [];
  const { open, absences } = givenFramesOf(db, [who.id], day, day)(who.id, day);
  const away = absences.map((one) => ({ start: one.start ?? 0, end: one.end ?? 1440 }));
  return placesForExtra({
    open,
    busy: [...occupiedBetween(db, day, day, now, null).on(who.id, day), ...away],
    minutes: lengthOf(db, who),
    step: who.step,
    notBefore: day === wall.day ? wall.minute : 0,
  });
};

type NotGiven = ErrorData<'SLOT_NOT_GIVEN'>['why'];

/**
 * One unscheduled slot for that date, where nobody is booked. Given by the practitioner, so it stands on a holiday too.
 * @throws DeskError SLOT_NOT_GIVEN, NOT_FOUND, INVALID_INPUT
 */
export const giveExtra = (
  ground: Ground,
  call: Call,
  { practitionerId, day, start }: { practitionerId: PractitionerId; day: Day; start: Minute },
): OpeningException =>
  ground.write(call, (tx) => {
    const who = practitioner(tx.db, practitionerId);
    if (!who.active) failFields({ path: 'practitionerId', code: 'inactive' });
    const end = start + lengthOf(tx.db, who);
    const refuse = (why: NotGiven): never => fail('SLOT_NOT_GIVEN', { why, with: [] });
    if (end > 1440) refuse('past-midnight');
    if (isPast({ day, start }, localNow(tx.now, housesZone(tx.db)))) refuse('past');
    const at = { practitionerId, day, start, end };
    const standing = standingIn(tx.db, at, tx.now, null);
    if (standing.length > 0) fail('SLOT_NOT_GIVEN', { why: 'taken', with: standing });
    const draft = {
      ...at,
      effect: 'extra' as const,
      kind: 'unscheduled' as const,
      capacity: 1,
      reason: null,
    };
    const [fault] = exceptionFaults(tx.db, draft);
    if (fault !== undefined) refuse(fault.code === 'absent' ? 'absent' : 'already-given');
    return insertExceptionWithin(tx, draft);
  });

/** @throws DeskError NOT_FOUND, STALE_VERSION, CONFLICT `extra-booked` */
export const takeExtraBack = (
  ground: Ground,
  call: Call,
  sent: { id: ExceptionId; version: number },
): Record<string, never> =>
  ground.write(call, (tx) => {
    const { practitionerId, day, start, end, effect, kind } = exception(tx.db, sent.id);
    if (effect !== 'extra' || kind !== 'unscheduled') fail('NOT_FOUND', { what: 'opening-exception' });
    if (standingIn(tx.db, { practitionerId, day, start, end }, tx.now, null).length > 0)
      fail('CONFLICT', { reason: 'extra-booked' });
    return removeExceptionWithin(tx, sent);
  });

/** @throws DeskError NOT_RELEASED, NOT_FOUND */
export const release = (
  ground: Ground,
  call: Call,
  { practitionerId, day }: { practitionerId: PractitionerId; day: Day },
): Record<string, never> =>
  ground.write(call, (tx) => {
    const { id } = practitioner(tx.db, practitionerId);
    if (day < localNow(tx.now, housesZone(tx.db)).day) fail('NOT_RELEASED', { why: 'past' });
    const state = reserveStatesOf(tx.db, day, day, tx.now)(id, day);
    if (state !== 'kept') fail('NOT_RELEASED', { why: state });
    const { open } = givenFramesOf(tx.db, [id], day, day)(id, day);
    if (!open.some(({ kind }) => kind === 'unscheduled')) fail('NOT_RELEASED', { why: 'nothing-kept' });
    const by = tx.call.actor.id ?? fail('NO_ACTOR', {});
    const row = { practitionerId: id, day, at: tx.now, by };
    const released = insertRelease(tx.db, row);
    tx.record({
      action: 'reserve.released',
      rows: [
        { entity: 'reserve', id: released },
        { entity: 'practitioner', id },
      ],
      after: { id: released, ...row },
      undoable: true,
    });
    return {};
  });
