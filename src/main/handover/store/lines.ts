import type {
  CallbackId,
  ClaimId,
  RequestId,
  ReturnBatchId,
  ReturnLineId,
  StaffId,
} from '../../../contract/ids.ts';
import {
  type AsideReason,
  type LineCells,
  lineFields,
  type Settled,
} from '../../../contract/night-return.ts';
import type { Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

/** A line as the journal keeps it. */
export interface LineRow {
  readonly id: ReturnLineId;
  readonly version: number;
  readonly batchId: ReturnBatchId;
  readonly position: number;
  readonly typed: string;
  readonly cells: LineCells;
  readonly settled: Settled | null;
}

interface Columns extends Omit<LineRow, 'cells' | 'settled'> {
  readonly cells: string;
  readonly became: Settled['what'] | null;
  readonly requestId: RequestId | null;
  readonly callbackId: CallbackId | null;
  readonly claimId: ClaimId | null;
  readonly asideReason: AsideReason | null;
  readonly settledAt: Instant | null;
  readonly settledBy: StaffId | null;
}

const NOTHING = Object.fromEntries(lineFields.map((field) => [field, ''])) as LineCells;

const SELECT = `SELECT l.id, l.version, l.batch_id AS batchId, l.position, l.typed, l.cells, l.became,
  l.request_id AS requestId, l.callback_id AS callbackId, l.claim_id AS claimId, l.aside_reason AS asideReason,
  l.settled_at AS settledAt, l.settled_by AS settledBy
  FROM return_lines l JOIN return_batches b ON b.id = l.batch_id`;

const toRow = ({
  cells,
  became,
  requestId,
  callbackId,
  claimId,
  asideReason,
  settledAt,
  settledBy,
  ...row
}: Columns): LineRow => ({
  ...row,
  // Erased with the person, nothing is left by columns either.
  cells: { ...NOTHING, ...(JSON.parse(cells) as Partial<LineCells>) },
  settled:
    became === null || settledAt === null || settledBy === null
      ? null
      : {
          what: became,
          requestId,
          callbackId,
          appointmentId: claimId,
          reason: asideReason,
          at: settledAt,
          by: settledBy,
        },
});

/** @throws DeskError NOT_FOUND */
export const lineById = (db: ReadDb, id: ReturnLineId): LineRow =>
  toRow(found(get<Columns>(db, `${SELECT} WHERE l.id = ?`, [id]), 'return-line'));

export const lineByKey = (db: ReadDb, key: string): LineRow | null => {
  const row = get<Columns>(db, `${SELECT} WHERE l.key = ?`, [key]);
  return row === undefined ? null : toRow(row);
};

export const linesOfBatch = (db: ReadDb, batchId: ReturnBatchId): LineRow[] =>
  all<Columns>(db, `${SELECT} WHERE l.batch_id = ? ORDER BY l.position`, [batchId]).map(toRow);

const SHOWN = `b.id IN (SELECT batch_id FROM return_lines WHERE became IS NULL) OR b.brought_at >= :since`;

/** Of batches that are not finished, and of those brought since then; in the order in which they came. */
export const shownLines = (db: ReadDb, since: Instant): LineRow[] =>
  all<Columns>(db, `${SELECT} WHERE ${SHOWN} ORDER BY l.batch_id, l.position`, { since }).map(toRow);

export const countLines = (db: ReadDb, since: Instant): { open: number; total: number } =>
  found(
    get<{ open: number; total: number }>(
      db,
      `SELECT count(*) FILTER (WHERE l.became IS NULL) AS open, count(*) AS total
         FROM return_lines l JOIN return_batches b ON b.id = l.batch_id WHERE ${SHOWN}`,
      { since },
    ),
    'return-line',
  );

/** Which line became this; null for what did not come from the night. */
export const lineThatBecame = (db: ReadDb, of: 'claim' | 'callback', id: number): LineRow | null => {
  const column = of === 'claim' ? 'claim_id' : 'callback_id';
  const row = get<Columns>(db, `${SELECT} WHERE l.${column} = ?`, [id]);
  return row === undefined ? null : toRow(row);
};

export const batchByKey = (db: ReadDb, key: string): ReturnBatchId | null =>
  get<{ id: ReturnBatchId }>(db, 'SELECT id FROM return_batches WHERE key = ?', [key])?.id ?? null;

/** The batch that is still being worked on and came last since then: a typed line joins it. */
export const batchSince = (db: ReadDb, since: Instant): ReturnBatchId | null =>
  get<{ id: ReturnBatchId }>(
    db,
    'SELECT id FROM return_batches WHERE brought_at >= ? ORDER BY id DESC LIMIT 1',
    [since],
  )?.id ?? null;

export const insertBatch = (
  db: WriteDb,
  batch: { readonly key: string; readonly titles: string; readonly at: Instant; readonly by: StaffId },
): ReturnBatchId =>
  run(
    db,
    'INSERT INTO return_batches (key, titles, brought_at, brought_by) VALUES (:key, :titles, :at, :by)',
    {
      ...batch,
    },
  ).id as ReturnBatchId;

export const insertLine = (
  db: WriteDb,
  line: {
    readonly batchId: ReturnBatchId;
    readonly position: number;
    readonly key: string | null;
    readonly typed: string;
    readonly cells: LineCells;
  },
): ReturnLineId =>
  run(
    db,
    `INSERT INTO return_lines (version, batch_id, position, key, typed, cells)
     VALUES (1, :batchId, :position, :key, :typed, :cells)`,
    { ...line, cells: JSON.stringify(line.cells) },
  ).id as ReturnLineId;

/** Writes the row whole, its version one higher; what was typed stays. */
export const saveLine = (db: WriteDb, { id, cells, settled }: LineRow): LineRow => {
  run(
    db,
    `UPDATE return_lines SET version = version + 1, cells = :cells, became = :became, request_id = :requestId,
       callback_id = :callbackId, claim_id = :claimId, aside_reason = :reason, settled_at = :at, settled_by = :by
     WHERE id = :id`,
    {
      id,
      cells: JSON.stringify(cells),
      became: settled?.what ?? null,
      requestId: settled?.requestId ?? null,
      callbackId: settled?.callbackId ?? null,
      claimId: settled?.appointmentId ?? null,
      reason: settled?.reason ?? null,
      at: settled?.at ?? null,
      by: settled?.by ?? null,
    },
  );
  return lineById(db, id);
};
