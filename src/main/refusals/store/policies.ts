import type { PolicyId, PractitionerId } from '../../../contract/ids.ts';
import type { Condition, Policy, SituationGround } from '../../../contract/intake.ts';
import type { Instant } from '../../../contract/time.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

type Row = Omit<Policy, 'conditions' | 'situations' | 'groundOnPaper'> & {
  /** JSON */
  readonly situations: string;
  readonly needsReferral: number;
  readonly visitsInSector: number;
  readonly groundOnPaper: number;
};

const SELECT = `SELECT id, practitioner_id AS practitionerId, state, quota_per_month AS quotaPerMonth,
  needs_referral AS needsReferral, visits_in_sector AS visitsInSector, visit_sector AS visitSector,
  valid_from AS validFrom, review_on AS reviewOn, ground, ground_on_paper AS groundOnPaper, instructions,
  who_sorts AS whoSorts, set_by AS setBy, set_at AS setAt, withdrawn_at AS withdrawnAt,
  (SELECT json_group_array(s.ground) FROM policy_situations s WHERE s.policy_id = policies.id) AS situations
  FROM policies`;

const toPolicy = ({ needsReferral, visitsInSector, groundOnPaper, situations, ...row }: Row): Policy => {
  const conditions: Condition[] = [];
  if (needsReferral === 1) conditions.push('referred-by-professional');
  if (visitsInSector === 1) conditions.push('home-visit-in-sector');
  return {
    ...row,
    conditions,
    situations: JSON.parse(situations) as SituationGround[],
    groundOnPaper: groundOnPaper === 1,
  };
};

/** Of every practitioner, in the order in which they were written. */
export const allPolicies = (db: ReadDb): Policy[] => all<Row>(db, `${SELECT} ORDER BY id`).map(toPolicy);

/** In the order in which they were written. */
export const policiesOf = (db: ReadDb, practitionerId: PractitionerId): Policy[] =>
  all<Row>(db, `${SELECT} WHERE practitioner_id = ? ORDER BY id`, [practitionerId]).map(toPolicy);

/** @throws DeskError NOT_FOUND */
export const policy = (db: ReadDb, id: PolicyId): Policy =>
  toPolicy(found(get<Row>(db, `${SELECT} WHERE id = ?`, [id]), 'policy'));

export const insertPolicy = (db: WriteDb, draft: Omit<Policy, 'id' | 'withdrawnAt'>): Policy => {
  const { conditions, situations, groundOnPaper, ...row } = draft;
  const { id } = run(
    db,
    `INSERT INTO policies (practitioner_id, state, quota_per_month, needs_referral, visits_in_sector, visit_sector,
       valid_from, review_on, ground, ground_on_paper, instructions, who_sorts, set_by, set_at)
     VALUES (:practitionerId, :state, :quotaPerMonth, :needsReferral, :visitsInSector, :visitSector, :validFrom,
       :reviewOn, :ground, :groundOnPaper, :instructions, :whoSorts, :setBy, :setAt)`,
    {
      ...row,
      needsReferral: conditions.includes('referred-by-professional') ? 1 : 0,
      visitsInSector: conditions.includes('home-visit-in-sector') ? 1 : 0,
      groundOnPaper: groundOnPaper ? 1 : 0,
    },
  );
  for (const ground of situations)
    run(db, 'INSERT INTO policy_situations (policy_id, ground) VALUES (?, ?)', [id, ground]);
  return policy(db, id as PolicyId);
};

export const withdrawPolicy = (db: WriteDb, id: PolicyId, at: Instant): void => {
  run(db, 'UPDATE policies SET withdrawn_at = ? WHERE id = ?', [at, id]);
};

/** Has somebody been promised a place, or refused, under this policy? */
export const isStoodOn = (db: ReadDb, id: PolicyId): boolean =>
  get(
    db,
    `SELECT 1 FROM newcomer_places WHERE policy_id = :id UNION ALL SELECT 1 FROM refusals WHERE policy_id = :id`,
    { id },
  ) !== undefined;
