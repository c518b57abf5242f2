import type { OpenRange, Slot, SlotSearch } from '../../../contract/agenda.ts';
import type { ClaimId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { Practitioner, SlotKind } from '../../../contract/practice.ts';
import { addDays, type Day, type Instant, localNow, type Minute } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { failFields } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { summariesOf } from '../../patients/store.ts';
import { appointmentType } from '../../practice/store/appointment-types.ts';
import { housesZone } from '../../practice/store/house.ts';
import { practitioner, practitioners } from '../../practice/store/practitioners.ts';
import { firstFreeSlots, type SearchedDay, slotsOfDay } from '../rules/free-slots.ts';
import { searchable } from '../rules/offers.ts';
import { nearestTo } from '../rules/proposals.ts';
import { type OccupiedTime, occupiedBetween } from '../store/occupied.ts';
import { framesOf } from './frames.ts';
import { barredFrom } from './reserve.ts';

/** Most calls are answered within days: read few first, then more at a time. */
const FIRST_CHUNK_DAYS = 4;
const LARGEST_CHUNK_DAYS = 32;

interface Search {
  readonly among: readonly Practitioner[];
  readonly from: Day;
  /** Included. */
  readonly to: Day;
  readonly now: Instant;
  readonly ignoring: ClaimId | null;
  /** The person's own doctor in the house. */
  readonly followedBy: PractitionerId | null;
}

/** Reads days as they are asked for, in order: a handful of statements for any number of practitioners and days. */
const searchedDays = (db: ReadDb, { among, from, to, now, ignoring, followedBy }: Search) => {
  const ids = among.map((p) => p.id);
  const frames = framesOf(db, ids, from, to, now);
  const barred = barredFrom(db, followedBy);
  let loaded: { from: Day; to: Day; occupied: OccupiedTime } | null = null;
  let size = FIRST_CHUNK_DAYS;
  return (day: Day): SearchedDay[] => {
    if (!loaded || day > loaded.to) {
      const end = addDays(day, size - 1);
      const last = end < to ? end : to;
      loaded = { from: day, to: last, occupied: occupiedBetween(db, day, last, now, ignoring) };
      size = Math.min(size * 2, LARGEST_CHUNK_DAYS);
    }
    const { occupied } = loaded;
    return among.flatMap((p) => {
      const { open } = frames(p.id, day);
      return open.length === 0
        ? []
        : [
            {
              practitionerId: p.id,
              position: p.position,
              step: p.step,
              open,
              busy: occupied.on(p.id, day),
              barred: barred(p),
            },
          ];
    });
  };
};

/** The person's own doctor, when in the house. */
export const ownDoctorOf = (db: ReadDb, patientId: PatientId | null | undefined): PractitionerId | null => {
  const doctor = patientId == null ? undefined : summariesOf(db, [patientId]).get(patientId)?.attendingDoctor;
  return doctor?.kind === 'house' ? doctor.practitionerId : null;
};

/** @throws DeskError INVALID_INPUT when neither a type nor a length is given */
export const freeSlots = (ground: Ground, search: SlotSearch): { slots: Slot[]; searchedUntil: Day } => {
  const { db } = ground;
  const type = search.appointmentTypeId === undefined ? null : appointmentType(db, search.appointmentTypeId);
  const minutes = search.minutes ?? type?.minutes ?? failFields({ path: 'minutes', code: 'required' });
  const zone = housesZone(db);
  const now = ground.clock.now();
  const today = localNow(now, zone).day;
  const from = search.from && search.from > today ? search.from : today;
  const among = searchable(practitioners(db), search.who, type);
  const own = ownDoctorOf(db, search.patientId);
  return firstFreeSlots(
    {
      wish: {
        minutes,
        kind: type?.kind ?? 'regular',
        weekdays: search.weekdays ? new Set(search.weekdays) : null,
        after: search.after ?? 0,
        before: search.before ?? 1440,
      },
      now,
      zone,
      from,
      horizonDays: search.horizonDays,
      limit: search.limit,
      ownDoctor: among.some((p) => p.id === own) ? own : null,
    },
    searchedDays(db, {
      among,
      from,
      to: addDays(from, search.horizonDays - 1),
      now,
      ignoring: search.ignoring ?? null,
      followedBy: own,
    }),
  );
};

interface Everywhere {
  readonly among: readonly Practitioner[];
  readonly from: Day;
  /** Included. */
  readonly to: Day;
  readonly minutes: number;
  readonly kind: SlotKind;
  /** Whose call it is: decides whose reserve is for that person. */
  readonly patientId: PatientId | null;
}

/** All of them on a few days, not the first: for an area above that sorts them its own way. */
export const everyFreeSlot = (
  db: ReadDb,
  now: Instant,
  { among, from, to, minutes, kind, patientId }: Everywhere,
): Slot[] => {
  const wall = localNow(now, housesZone(db));
  const own = ownDoctorOf(db, patientId);
  const wish = { minutes, kind, weekdays: null, after: 0, before: 1440 };
  const dayOf = searchedDays(db, { among, from, to, now, ignoring: null, followedBy: own });
  const free: Slot[] = [];
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const searched of dayOf(day))
      free.push(...slotsOfDay(day, searched, wish, day === wall.day ? wall.minute : 0, own));
  return free;
};

/** What is open at `now`, for an area above: by practitioner and day of that span. */
export const openOn = (
  db: ReadDb,
  ids: readonly PractitionerId[],
  from: Day,
  to: Day,
  now: Instant,
): ((practitionerId: PractitionerId, day: Day) => readonly OpenRange[]) => {
  const frames = framesOf(db, ids, from, to, now);
  return (practitionerId, day) => frames(practitionerId, day).open;
};

export const PROPOSALS = 5;
const DAYS_BEFORE = 3;
const DAYS_AFTER = 10;

export interface PlaceGone {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly minutes: number;
  readonly kind: SlotKind;
  readonly appointmentTypeId: SlotSearch['appointmentTypeId'] | null;
  readonly patientId: PatientId | null;
  readonly ignoring: ClaimId | null;
}

/** Up to five free places near one that went (docs/spec/free-slots.md). Read where it is called: within the transaction. */
export const proposalsFor = (db: ReadDb, now: Instant, gone: PlaceGone): Slot[] => {
  const wall = localNow(now, housesZone(db));
  const earliest = addDays(gone.day, -DAYS_BEFORE);
  const from = earliest > wall.day ? earliest : wall.day;
  const latest = addDays(gone.day, DAYS_AFTER);
  const to = latest > from ? latest : addDays(from, DAYS_AFTER);
  const own = ownDoctorOf(db, gone.patientId);
  const wish = { minutes: gone.minutes, kind: gone.kind, weekdays: null, after: 0, before: 1440 };
  const freeAmong = (among: readonly Practitioner[]): Slot[] => {
    const dayOf = searchedDays(db, { among, from, to, now, ignoring: gone.ignoring, followedBy: own });
    const free: Slot[] = [];
    for (let day = from; day <= to; day = addDays(day, 1))
      for (const searched of dayOf(day))
        free.push(...slotsOfDay(day, searched, wish, day === wall.day ? wall.minute : 0, own));
    return free;
  };
  const wanted = practitioner(db, gone.practitionerId);
  const same = nearestTo(gone, freeAmong([wanted]), PROPOSALS);
  if (same.length === PROPOSALS) return same;
  const type = gone.appointmentTypeId ? appointmentType(db, gone.appointmentTypeId) : null;
  const colleagues = searchable(
    practitioners(db),
    { kind: 'profession', profession: wanted.profession },
    type,
  ).filter((p) => p.id !== wanted.id);
  return nearestTo(gone, [...same, ...freeAmong(colleagues)], PROPOSALS);
};
