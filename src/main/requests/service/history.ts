import type { Callback } from '../../../contract/callbacks.ts';
import type { PatientId } from '../../../contract/ids.ts';
import type { DeskRequest, PathEvent } from '../../../contract/requests.ts';
import type { ReadDb } from '../../core/db.ts';
import type { Ground } from '../../core/ground.ts';
import { historyOf } from '../../core/journal.ts';
import { changedFields } from '../../core/stale.ts';
import { recordsOf } from '../../patients/store.ts';
import { stepOf } from '../rules/path.ts';
import * as callbacks from '../store/callbacks.ts';
import * as requests from '../store/requests.ts';

interface Step extends PathEvent {
  readonly seq: number;
}

const stepsOf = (db: ReadDb, about: PathEvent['about']): Step[] =>
  historyOf(db, { entity: about.kind, id: about.id }).flatMap(({ seq, at, actor, action, before, after }) => {
    // A request's journal also tells of the call-back promised with it, and the other way round.
    if (!action.startsWith(`${about.kind}.`)) return [];
    const what = stepOf({ action, after, changed: changedFields(before ?? {}, after ?? {}) });
    return what === null ? [] : [{ seq, at, by: actor, about, what }];
  });

/**
 * One person's whole path through the desk, along merged records: what was asked, tried, promised and said, when and
 * by whom, the latest first.
 */
export const history = (
  { db }: Ground,
  patientId: PatientId,
): { requests: DeskRequest[]; callbacks: Callback[]; path: PathEvent[] } => {
  const records = recordsOf(db, patientId);
  const asked = requests.requestsOf(db, records);
  const promised = callbacks.callbacksOf(
    db,
    records,
    asked.map(({ id }) => id),
  );
  const path = [
    ...asked.flatMap(({ id }) => stepsOf(db, { kind: 'request', id })),
    ...promised.flatMap(({ id }) => stepsOf(db, { kind: 'callback', id })),
  ]
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ seq: _seq, ...step }) => step);
  return {
    requests: requests.toRequests(db, asked),
    callbacks: callbacks.toCallbacks(db, promised),
    path,
  };
};
