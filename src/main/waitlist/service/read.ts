import type { PatientId, WaitlistEntryId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import { addDays, instantOf, type LocalNow } from '../../../contract/time.ts';
import type { WaitlistKind, WaitlistLine } from '../../../contract/waitlist.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { recordsOf } from '../../patients/store.ts';
import { housesZone } from '../../practice/store/house.ts';
import { type EntryRow, entriesOf, entryById, openEntries, overdueEarlier } from '../store/entries.ts';
import { waitlistSettings } from '../store/settings.ts';
import { wallNow } from './shared.ts';
import { linesInTurn } from './standings.ts';

/**
 * Whoever waits or is unreachable, the longest first; without those whose standing appointment has begun, of which the
 * journal says nothing until somebody writes again.
 */
export const openNow = (
  db: ReadDb,
  kind: WaitlistKind,
  now: LocalNow,
  profession?: Profession,
): EntryRow[] => {
  const rows = openEntries(db, kind, profession);
  if (kind === 'registration') return rows;
  const over = new Set(overdueEarlier(db, now).map(({ id }) => id));
  return rows.filter(({ id }) => !over.has(id));
};

const reachableFirst = (a: WaitlistLine, b: WaitlistLine): number =>
  Number(a.entry.state === 'unreachable') - Number(b.entry.state === 'unreachable');

export const list = (
  { db, clock }: Ground,
  { kind, profession }: { readonly kind: WaitlistKind; readonly profession?: Profession | undefined },
): WaitlistLine[] => {
  const now = clock.now();
  return linesInTurn(db, now, openNow(db, kind, wallNow(db, now), profession)).toSorted(reachableFirst);
};

/** @throws DeskError NOT_FOUND */
export const get = ({ db, clock }: Ground, id: WaitlistEntryId): WaitlistLine => {
  const [line] = linesInTurn(db, clock.now(), [entryById(db, id)]);
  if (line === undefined) throw new Error('an entry without a line');
  return line;
};

const openFirst = ({ entry: a }: WaitlistLine, { entry: b }: WaitlistLine): number =>
  Number(a.state === 'closed') - Number(b.state === 'closed') ||
  (b.closedAt ?? 0) - (a.closedAt ?? 0) ||
  a.since - b.since ||
  a.id - b.id;

export const ofPatient = ({ db, clock }: Ground, patientId: PatientId): WaitlistLine[] =>
  linesInTurn(db, clock.now(), entriesOf(db, recordsOf(db, patientId))).toSorted(openFirst);

const openOfBoth = (db: ReadDb, now: LocalNow): EntryRow[] => [
  ...openNow(db, 'registration', now),
  ...openNow(db, 'earlier', now),
];

/** Due today or before. Whoever is unreachable is due by other means: her number, her doctor, a letter. */
const isDue = ({ state, reconfirmBy }: EntryRow, { day }: LocalNow): boolean =>
  state === 'waiting' && reconfirmBy <= day;

export const toReconfirm = ({ db, clock }: Ground): WaitlistLine[] => {
  const now = clock.now();
  const wall = wallNow(db, now);
  const due = openOfBoth(db, wall).filter((row) => isDue(row, wall));
  return linesInTurn(db, now, due).toSorted((a, b) => a.entry.reconfirmBy.localeCompare(b.entry.reconfirmBy));
};

export const counts = ({ db, clock }: Ground) => {
  const wall = wallNow(db, clock.now());
  const rows = openOfBoth(db, wall);
  const old = instantOf(addDays(wall.day, -waitlistSettings(db).oldDays), 0, housesZone(db));
  const of = (kind: WaitlistKind): number => rows.filter((row) => row.kind === kind).length;
  return {
    registration: of('registration'),
    earlier: of('earlier'),
    toReconfirm: rows.filter((row) => isDue(row, wall)).length,
    old: rows.filter(({ since }) => since < old).length,
  };
};
