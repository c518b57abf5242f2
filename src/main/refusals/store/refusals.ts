import type { PractitionerId, RefusalId, RequestId, TextVersionId } from '../../../contract/ids.ts';
import {
  type ColleagueAnswer,
  type OutsidePlace,
  type WayForward,
  wayKinds,
} from '../../../contract/intake.ts';
import type { Refusal } from '../../../contract/refusals.ts';
import type { ShownText } from '../../../contract/texts.ts';
import { all, get, type ReadDb, run, type WriteDb } from '../../core/db.ts';
import { found } from '../../core/errors.ts';

/** A refusal as the journal keeps it. What a profession owed follows from the profession and the ground. */
export interface RefusalRow extends Omit<Refusal, 'duties'> {
  readonly urgencyEventId: number;
  readonly cardId: number;
  /** `YYYY-MM`, in the house's zone. */
  readonly month: string;
}

type Plain = Omit<RefusalRow, 'homeVisit' | 'colleagues' | 'waysForward' | 'wordsShown'> & {
  readonly homeVisit: number;
};
interface WayColumns {
  readonly kind: WayForward['kind'];
  readonly practitionerId: PractitionerId | null;
  readonly place: OutsidePlace | null;
}

const SELECT = `SELECT id, request_id AS requestId, practitioner_id AS practitionerId,
  urgency_event_id AS urgencyEventId, card_id AS cardId, policy_id AS policyId, decision_id AS decisionId, ground,
  home_visit AS homeVisit, month, at, by_staff AS "by" FROM refusals`;

const toWay = ({ kind, practitionerId, place }: WayColumns): WayForward => {
  if (kind === 'colleague') return { kind, practitionerId: found(practitionerId, 'practitioner') };
  if (kind === 'outside') return { kind, place: found(place, 'place') };
  return { kind };
};

const byKind = (a: WayForward, b: WayForward): number => wayKinds.indexOf(a.kind) - wayKinds.indexOf(b.kind);

const whole = (db: ReadDb, { homeVisit, ...row }: Plain): RefusalRow => ({
  ...row,
  homeVisit: homeVisit === 1,
  colleagues: all<ColleagueAnswer>(
    db,
    `SELECT practitioner_id AS practitionerId, answer FROM refusal_colleagues WHERE refusal_id = ?
      ORDER BY practitioner_id`,
    [row.id],
  ),
  waysForward: all<WayColumns>(
    db,
    'SELECT kind, practitioner_id AS practitionerId, place FROM refusal_ways WHERE refusal_id = ?',
    [row.id],
  )
    .map(toWay)
    .sort(byKind),
  wordsShown: all<ShownText>(
    db,
    `SELECT t.text_key AS key, t.id AS version FROM refusal_words w JOIN text_versions t ON t.id = w.text_version_id
      WHERE w.refusal_id = ? ORDER BY t.id`,
    [row.id],
  ),
});

/** @throws DeskError NOT_FOUND */
export const refusal = (db: ReadDb, id: RefusalId): RefusalRow =>
  whole(db, found(get<Plain>(db, `${SELECT} WHERE id = ?`, [id]), 'refusal'));

/** In the order in which they were said. */
export const refusalsOf = (db: ReadDb, requests: readonly RequestId[]): RefusalRow[] =>
  all<Plain>(db, `${SELECT} WHERE request_id IN (SELECT value FROM json_each(?)) ORDER BY id`, [
    JSON.stringify(requests),
  ]).map((row) => whole(db, row));

/** Who has refused this request already. */
export const refusedBy = (db: ReadDb, requestId: RequestId): PractitionerId[] =>
  all<{ id: PractitionerId }>(
    db,
    'SELECT practitioner_id AS id FROM refusals WHERE request_id = ? ORDER BY practitioner_id',
    [requestId],
  ).map(({ id }) => id);

export interface NewRefusal extends Omit<RefusalRow, 'id' | 'wordsShown'> {
  readonly wordings: readonly TextVersionId[];
}

/** The row and all that belongs to it; a way forward and a wording must be among them, or the commit fails. */
export const insertRefusal = (db: WriteDb, draft: NewRefusal): RefusalRow => {
  const { colleagues, waysForward, wordings, ...row } = draft;
  const { id } = run(
    db,
    `INSERT INTO refusals (request_id, practitioner_id, urgency_event_id, card_id, policy_id, decision_id, ground,
       home_visit, month, a_way, a_wording, at, by_staff)
     VALUES (:requestId, :practitionerId, :urgencyEventId, :cardId, :policyId, :decisionId, :ground, :homeVisit, :month,
       :aWay, :aWording, :at, :by)`,
    {
      ...row,
      homeVisit: row.homeVisit ? 1 : 0,
      aWay: waysForward[0]?.kind ?? null,
      aWording: wordings[0] ?? null,
    },
  );
  for (const way of waysForward)
    run(db, 'INSERT INTO refusal_ways (refusal_id, kind, practitioner_id, place) VALUES (?, ?, ?, ?)', [
      id,
      way.kind,
      way.kind === 'colleague' ? way.practitionerId : null,
      way.kind === 'outside' ? way.place : null,
    ]);
  for (const version of wordings)
    run(db, 'INSERT INTO refusal_words (refusal_id, text_version_id) VALUES (?, ?)', [id, version]);
  for (const { practitionerId, answer } of colleagues)
    run(db, 'INSERT INTO refusal_colleagues (refusal_id, practitioner_id, answer) VALUES (?, ?, ?)', [
      id,
      practitionerId,
      answer,
    ]);
  return refusal(db, id as RefusalId);
};
