import type { StaffId } from '../../../contract/ids.ts';
import { type Day, localNow } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { fail } from '../../core/errors.ts';
import type { Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { housesZone } from '../../practice/store/house.ts';
import { requestById } from '../../requests/service.ts';
import type { RedirectionRow } from '../store.ts';

export interface HouseDay {
  readonly zone: string;
  readonly today: Day;
}

export const houseDay = (db: ReadDb, now: number): HouseDay => {
  const zone = housesZone(db);
  return { zone, today: localNow(now, zone).day };
};

/** @throws DeskError NO_ACTOR: the program itself sends nobody anywhere */
export const staffOf = (tx: Tx): StaffId => tx.call.actor.id ?? fail('NO_ACTOR', {});

/** What a journal entry about this row tells of: the row, its request, the person, and who was asked. */
export const rowsOf = (db: ReadDb, row: RedirectionRow): RowRef[] => {
  const { patientId } = requestById(db, row.requestId);
  return [
    { entity: 'redirection', id: row.id },
    { entity: 'request', id: row.requestId },
    ...(patientId === null ? [] : [{ entity: 'patient', id: patientId }]),
    ...(row.entryId === null ? [] : [{ entity: 'directory-entry', id: row.entryId }]),
  ];
};
