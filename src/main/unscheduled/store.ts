import type { RequestId, StaffId } from '../../contract/ids.ts';
import type { Day } from '../../contract/time.ts';
import type { CascadeStepKind, CascadeTick } from '../../contract/unscheduled.ts';
import { all, type ReadDb, run, type WriteDb } from '../core/db.ts';
import type { Care } from './rules/honoured.ts';

interface TickRow extends CascadeTick {
  readonly step: CascadeStepKind;
}

/** The last one of each step. */
export const ticksOf = (db: ReadDb, requestId: RequestId): Map<CascadeStepKind, CascadeTick> =>
  new Map(
    all<TickRow>(
      db,
      'SELECT step, what, at, by_staff AS "by" FROM cascade_ticks WHERE request_id = ? ORDER BY id',
      [requestId],
    ).map(({ step, ...tick }) => [step, tick]),
  );

export const insertTick = (
  db: WriteDb,
  requestId: RequestId,
  step: CascadeStepKind,
  { what, at, by }: CascadeTick & { by: StaffId },
): void => {
  run(
    db,
    `INSERT INTO cascade_ticks (request_id, step, what, at, by_staff) VALUES (:requestId, :step, :what, :at, :by)`,
    { requestId, step, what, at, by },
  );
};

/** Unscheduled requests that ended with an appointment on one of these days, both included, wherever it stands now. */
export const caresBetween = (db: ReadDb, from: Day, to: Day): Care[] =>
  all<Care>(
    db,
    `SELECT r.origin, r.opened_at AS askedAt, c.day, c.start_min AS start, c.status
       FROM claims c JOIN requests r ON r.appointment_id = c.id
      WHERE c.day BETWEEN :from AND :to AND r.nature = 'unscheduled' AND r.outcome = 'appointment'`,
    { from, to },
  );
