/** What the house has decided about unscheduled care, and what each practitioner allows with her reserve. */
import type { PractitionerId } from '../../../contract/ids.ts';
import type { ReserveRule, UnscheduledSettings } from '../../../contract/unscheduled.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

export const unscheduledSettings = (db: ReadDb): UnscheduledSettings =>
  found(
    get<UnscheduledSettings>(
      db,
      `SELECT version, release_at_min AS releaseAt, sorter_id AS sorterId, cpts_name AS cptsName,
         cpts_phone AS cptsPhone FROM unscheduled_settings WHERE id = 1`,
    ),
    'unscheduled-settings',
  );

export const saveUnscheduledSettings = (db: WriteDb, next: UnscheduledSettings): UnscheduledSettings => {
  const { releaseAt, sorterId, cptsName, cptsPhone } = next;
  run(
    db,
    `UPDATE unscheduled_settings SET version = version + 1, release_at_min = :releaseAt, sorter_id = :sorterId,
       cpts_name = :cptsName, cpts_phone = :cptsPhone WHERE id = 1`,
    { releaseAt, sorterId, cptsName, cptsPhone },
  );
  return unscheduledSettings(db);
};

type Row = Omit<ReserveRule, 'shares' | 'keeps'> & { shares: number; keeps: number };

/** Of those who have said something; for anybody else, `unsaidRule`. */
export const reserveRules = (db: ReadDb): Map<PractitionerId, ReserveRule> =>
  new Map(
    all<Row>(db, 'SELECT practitioner_id AS practitionerId, version, shares, keeps FROM reserve_rules').map(
      (row) => [row.practitionerId, { ...row, shares: row.shares === 1, keeps: row.keeps === 1 }],
    ),
  );

export const saveReserveRule = (db: WriteDb, rule: ReserveRule): ReserveRule => {
  const after = { ...rule, version: rule.version + 1 };
  run(
    db,
    `INSERT INTO reserve_rules (practitioner_id, version, shares, keeps)
     VALUES (:practitionerId, :version, :shares, :keeps)
     ON CONFLICT (practitioner_id) DO UPDATE SET version = :version, shares = :shares, keeps = :keeps`,
    { ...after, shares: rule.shares ? 1 : 0, keeps: rule.keeps ? 1 : 0 },
  );
  return after;
};
