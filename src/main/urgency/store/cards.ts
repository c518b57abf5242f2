import type { PractitionerId, StaffId, UrgencyCardId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { UrgencyCard, UrgencyNumbers } from '../../../contract/urgency.ts';
import { defaultNumbers } from '../../../contract/urgency-example.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

type Row = Omit<UrgencyCard, 'redFlags'> & { readonly redFlags: string };

const SELECT = `SELECT id, number, red_flags AS redFlags, author, written_by AS writtenBy, written_at AS writtenAt,
  signed_by AS signedBy, signed_on AS signedOn, review_due AS reviewDue FROM urgency_cards`;

const toCard = (row: Row): UrgencyCard => ({ ...row, redFlags: JSON.parse(row.redFlags) as string[] });

/** The latest first. */
export const allCards = (db: ReadDb): UrgencyCard[] =>
  all<Row>(db, `${SELECT} ORDER BY number DESC`).map(toCard);

/** @throws DeskError NOT_FOUND */
export const card = (db: ReadDb, id: UrgencyCardId): UrgencyCard =>
  toCard(found(get<Row>(db, `${SELECT} WHERE id = ?`, [id]), 'urgency-card'));

export const insertCard = (
  db: WriteDb,
  draft: {
    readonly number: number;
    readonly redFlags: readonly string[];
    readonly author: string;
    readonly writtenBy: StaffId;
    readonly writtenAt: Instant;
  },
): UrgencyCard => {
  const { id } = run(
    db,
    `INSERT INTO urgency_cards (number, red_flags, author, written_by, written_at)
     VALUES (:number, :redFlags, :author, :writtenBy, :writtenAt)`,
    { ...draft, redFlags: JSON.stringify(draft.redFlags) },
  );
  return card(db, id as UrgencyCardId);
};

export const signCard = (
  db: WriteDb,
  id: UrgencyCardId,
  signature: {
    readonly signedBy: PractitionerId;
    readonly signedStaff: StaffId;
    readonly signedOn: Day;
    readonly reviewDue: Day;
  },
): UrgencyCard => {
  run(
    db,
    `UPDATE urgency_cards SET signed_by = :signedBy, signed_staff = :signedStaff, signed_on = :signedOn,
       review_due = :reviewDue WHERE id = :id`,
    { id, ...signature },
  );
  return card(db, id);
};

export const numbers = (db: ReadDb): UrgencyNumbers =>
  get<UrgencyNumbers>(db, 'SELECT version, out_of_hours AS outOfHours FROM urgency_numbers WHERE id = 1') ??
  defaultNumbers;

export const saveNumbers = (db: WriteDb, outOfHours: string): UrgencyNumbers => {
  run(
    db,
    `INSERT INTO urgency_numbers (id, version, out_of_hours) VALUES (1, 1, :outOfHours)
     ON CONFLICT (id) DO UPDATE SET version = version + 1, out_of_hours = :outOfHours`,
    { outOfHours },
  );
  return numbers(db);
};
