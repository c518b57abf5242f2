import type { DirectoryEntry, DirectoryWishes } from '../../../contract/directory.ts';
import type { DirectoryEntryId, PatientId } from '../../../contract/ids.ts';
import {
  ANSWERED_SHOWN_DAYS,
  type EntryOutcomes,
  RECENT_DAYS,
  type Redirection,
  type RedirectionEvent,
} from '../../../contract/redirections.ts';
import { addDays, type Instant, instantOf } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { historyOf } from '../../core/journal.ts';
import { searchEntries } from '../../directory/service.ts';
import { entriesAmong, entry } from '../../directory/store.ts';
import { ofPatient } from '../../requests/service.ts';
import { outcomesOf, sunkLast } from '../rules/outcomes.ts';
import { stepOf } from '../rules/path.ts';
import * as store from '../store.ts';
import { type HouseDay, houseDay } from './shared.ts';

/** @throws DeskError NOT_FOUND */
export const get = ({ db }: Ground, id: number): Redirection =>
  store.toRedirection(db, store.redirectionById(db, id));

export const pending = ({ db }: Ground): Redirection[] =>
  store.toRedirections(db, store.waitingRedirections(db));

const startOf = ({ zone, today }: HouseDay, daysAgo: number): Instant =>
  instantOf(addDays(today, -daysAgo), 0, zone);

export const answered = ({ db, clock }: Ground): Redirection[] => {
  const since = startOf(houseDay(db, clock.now()), ANSWERED_SHOWN_DAYS);
  return store.toRedirections(db, store.answeredSince(db, since));
};

/** @throws DeskError NOT_FOUND */
export const ofEntry = (
  { db, clock }: Ground,
  { entryId, limit }: { readonly entryId: DirectoryEntryId; readonly limit: number },
): { outcomes: EntryOutcomes; redirections: Redirection[] } => {
  const known = entry(db, entryId);
  const rows = store.sentToEntries(db, [entryId]).get(entryId) ?? [];
  const { today, zone } = houseDay(db, clock.now());
  return {
    outcomes: outcomesOf(rows, known, today, zone),
    redirections: store.toRedirections(db, rows.slice(0, limit)),
  };
};

const sinking = (db: ReadDb, day: HouseDay): Set<DirectoryEntryId> => {
  const suspects = store.answeredBadlySince(db, startOf(day, RECENT_DAYS));
  if (suspects.length === 0) return new Set();
  const sent = store.sentToEntries(db, suspects);
  const known = entriesAmong(db, suspects);
  return new Set(
    suspects.filter((id) => {
      const one = known.get(id);
      return one !== undefined && outcomesOf(sent.get(id) ?? [], one, day.today, day.zone).sinks;
    }),
  );
};

interface FoundEntry {
  entry: DirectoryEntry;
  outcomes: EntryOutcomes | null;
}

/**
 * The directory's own search, those that sink last. It is asked for as many more as there are that sink: whoever does not
 * is then never pushed off the page by one that does.
 */
export const searchAt = (
  db: ReadDb,
  now: Instant,
  wishes: DirectoryWishes,
): { entries: FoundEntry[]; more: boolean } => {
  const day = houseDay(db, now);
  const sinks = sinking(db, day);
  const found = searchEntries(db, { ...wishes, limit: wishes.limit + sinks.size });
  const shown = sunkLast(found.entries, ({ id }) => sinks.has(id)).slice(0, wishes.limit);
  const sent = store.sentToEntries(
    db,
    shown.map(({ id }) => id),
  );
  return {
    entries: shown.map((one) => {
      const rows = sent.get(one.id);
      return {
        entry: one,
        outcomes: rows === undefined ? null : outcomesOf(rows, one, day.today, day.zone),
      };
    }),
    more: found.more || found.entries.length > shown.length,
  };
};

export const search = ({ db, clock }: Ground, wishes: DirectoryWishes) => searchAt(db, clock.now(), wishes);

/** One person's redirections, along merged records, the latest first. */
export const history = (ground: Ground, patientId: PatientId): RedirectionEvent[] => {
  const { db } = ground;
  const asked = ofPatient(ground, patientId).map(({ id }) => id);
  return store
    .redirectionsOf(db, asked)
    .flatMap(({ id, to }) =>
      historyOf(db, { entity: 'redirection', id }).flatMap(({ seq, at, actor, action, after }) => {
        const what = action.startsWith('redirection.') ? stepOf({ action, after }) : null;
        return what === null ? [] : [{ seq, at, by: actor, id, to, what }];
      }),
    )
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ seq: _seq, ...step }) => step);
};
