/**
 * What Ctrl+Z puts back in the settings: hours, exceptions and absences, which a wrong click in the middle of a call
 * can change. Row ids are used again only for the row they belonged to.
 */
import type { Absence, OpeningException, OpeningHours } from '../../contract/practice.ts';
import type { WriteDb } from '../core/db.ts';
import { DeskError } from '../core/errors.ts';
import type { JournalRecord } from '../core/journal.ts';
import { asLeft, type Compensation, type Compensations } from '../core/undo.ts';
import { checkHours } from './rules/checks.ts';
import * as absences from './store/absences.ts';
import * as exceptions from './store/exceptions.ts';
import * as hours from './store/opening-hours.ts';

interface Kept<Row> {
  readonly entity: string;
  read(db: WriteDb, id: Row extends { id: infer Id } ? Id : never): Row;
  remove(db: WriteDb, id: Row extends { id: infer Id } ? Id : never): void;
  update?(db: WriteDb, row: Row): void;
  restore(db: WriteDb, row: Row): void;
  /** @throws DeskError when the row no longer fits among those that came since */
  fits?(db: WriteDb, row: Row): void;
}

const tooLate = (): never => {
  throw new DeskError('UNDO_TOO_LATE', {});
};

const versionNow = (read: () => { version: number }): number | null => {
  try {
    return read().version;
  } catch (error) {
    if (error instanceof DeskError && error.code === 'NOT_FOUND') return null;
    throw error;
  }
};

const compensationsOf = <Row extends { id: number; version: number }>(kept: Kept<Row>) => {
  type Id = Parameters<Kept<Row>['read']>[1];
  const refs = (row: Row) => [{ entity: kept.entity, id: row.id }];
  /** Refuses to undo over somebody's work: the row must be as the entry left it. */
  const untouched = (db: WriteDb, entry: JournalRecord, left: Row): void => {
    const now = versionNow(() => kept.read(db, left.id as Id));
    const row = { entity: kept.entity, id: left.id };
    if (now === null || !asLeft(db, entry, row, { left: left.version, now })) tooLate();
  };
  const added: Compensation = (tx, entry) => {
    const rows = [entry.after as Row | Row[]].flat() as Row[];
    for (const row of rows) {
      untouched(tx.db, entry, row);
      kept.remove(tx.db, row.id as Id);
    }
    return rows.flatMap(refs);
  };
  const updated: Compensation = (tx, entry) => {
    const after = entry.after as Row;
    untouched(tx.db, entry, after);
    kept.fits?.(tx.db, entry.before as Row);
    kept.update?.(tx.db, entry.before as Row);
    return refs(after);
  };
  const removed: Compensation = (tx, entry) => {
    const row = entry.before as Row;
    kept.fits?.(tx.db, row);
    kept.restore(tx.db, row);
    return refs(row);
  };
  return { added, updated, removed };
};

const ofHours = compensationsOf<OpeningHours>({
  entity: 'opening-hours',
  read: hours.openingHours,
  remove: hours.deleteOpeningHours,
  update: hours.updateOpeningHours,
  restore: hours.restoreOpeningHours,
  fits: (db, row) => {
    const errors = checkHours(row, hours.openingHoursOf(db, row.practitionerId), row.id);
    if (errors.length > 0) tooLate();
  },
});

const ofExceptions = compensationsOf<OpeningException>({
  entity: 'opening-exception',
  read: exceptions.exception,
  remove: exceptions.deleteException,
  restore: exceptions.restoreException,
});

const ofAbsences = compensationsOf<Absence>({
  entity: 'absence',
  read: absences.absence,
  remove: absences.deleteAbsence,
  update: absences.updateAbsence,
  restore: absences.restoreAbsence,
});

export const practiceCompensations: Compensations = {
  'opening-hours.added': ofHours.added,
  'opening-hours.updated': ofHours.updated,
  'opening-hours.removed': ofHours.removed,
  'opening-exception.added': ofExceptions.added,
  'opening-exception.removed': ofExceptions.removed,
  'absence.added': ofAbsences.added,
  'absence.updated': ofAbsences.updated,
  'absence.removed': ofAbsences.removed,
};
