/** Versions of the house's rule for the order: written once, adopted once, never changed. */
import type { Criterion } from '../../../contract/criteria.ts';
import type { PractitionerId, StaffId, WaitlistRulesId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Adoption, RulesDraft, WaitlistRules, Weights } from '../../../contract/waitlist-rank.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

interface Row {
  readonly id: WaitlistRulesId;
  readonly cap: number;
  readonly perWeek: number;
  /** JSON of Weights. */
  readonly weights: string;
  readonly writtenAt: Instant;
  readonly writtenBy: StaffId;
  readonly adoptedOn: Day | null;
  readonly adoptedAt: Instant | null;
  readonly adoptedBy: StaffId | null;
  readonly adopters: string;
}

const COLUMNS: Readonly<Record<Criterion, string>> = {
  'age-70': 'age_70',
  'long-term-illness': 'long_term_illness',
  c2s: 'c2s',
  pregnancy: 'pregnancy',
  'hospital-discharge': 'hospital_discharge',
  'doctor-gone': 'doctor_gone',
  'child-under-2': 'child_under_2',
  'reduced-mobility': 'reduced_mobility',
};
const WEIGHTS = Object.entries(COLUMNS);

const SELECT = `SELECT id, cap, per_week AS perWeek,
  json_object(${WEIGHTS.map(([criterion, column]) => `'${criterion}', ${column}`).join(', ')}) AS weights,
  written_at AS writtenAt, written_by AS writtenBy, adopted_on AS adoptedOn, adopted_at AS adoptedAt,
  adopted_by AS adoptedBy, (SELECT json_group_array(a.practitioner_id) FROM waitlist_rule_adopters a
    WHERE a.rules_id = waitlist_rules.id) AS adopters
  FROM waitlist_rules`;

const adoptionOf = ({ adoptedOn, adoptedAt, adoptedBy, adopters }: Row): Adoption | null =>
  adoptedOn === null || adoptedAt === null || adoptedBy === null
    ? null
    : {
        on: adoptedOn,
        practitionerIds: JSON.parse(adopters) as PractitionerId[],
        recordedAt: adoptedAt,
        recordedBy: adoptedBy,
      };

const toRules = (row: Row): WaitlistRules => ({
  id: row.id,
  weights: JSON.parse(row.weights) as Weights,
  cap: row.cap,
  perWeek: row.perWeek,
  writtenAt: row.writtenAt,
  writtenBy: row.writtenBy,
  adoption: adoptionOf(row),
});

/** The latest first. */
export const ruleVersions = (db: ReadDb): WaitlistRules[] =>
  all<Row>(db, `${SELECT} ORDER BY id DESC`).map(toRules);

/** @throws DeskError NOT_FOUND */
export const ruleVersion = (db: ReadDb, id: WaitlistRulesId): WaitlistRules =>
  toRules(found(get<Row>(db, `${SELECT} WHERE id = ?`, [id]), 'waitlist-rules'));

/** The last one adopted; null: nobody has adopted any, and the date alone orders. */
export const rulesInForce = (db: ReadDb): WaitlistRules | null => {
  const row = get<Row>(
    db,
    `${SELECT} WHERE adopted_at IS NOT NULL ORDER BY adopted_at DESC, id DESC LIMIT 1`,
  );
  return row === undefined ? null : toRules(row);
};

export const insertRules = (
  db: WriteDb,
  { weights, cap, perWeek }: RulesDraft,
  at: Instant,
  by: StaffId,
): WaitlistRules => {
  const columns = WEIGHTS.map(([, column]) => column);
  const { id } = run(
    db,
    `INSERT INTO waitlist_rules (cap, per_week, ${columns.join(', ')}, written_at, written_by)
     VALUES (:cap, :perWeek, ${columns.map((column) => `:${column}`).join(', ')}, :at, :by)`,
    {
      cap,
      perWeek,
      at,
      by,
      ...Object.fromEntries(WEIGHTS.map(([criterion, column]) => [column, weights[criterion as Criterion]])),
    },
  );
  return ruleVersion(db, id as WaitlistRulesId);
};

export const saveAdoption = (db: WriteDb, id: WaitlistRulesId, adoption: Adoption): WaitlistRules => {
  const { on, recordedAt, recordedBy } = adoption;
  run(
    db,
    'UPDATE waitlist_rules SET adopted_on = :on, adopted_at = :recordedAt, adopted_by = :recordedBy WHERE id = :id',
    { id, on, recordedAt, recordedBy },
  );
  for (const practitionerId of adoption.practitionerIds)
    run(db, 'INSERT INTO waitlist_rule_adopters (rules_id, practitioner_id) VALUES (?, ?)', [
      id,
      practitionerId,
    ]);
  return ruleVersion(db, id);
};
