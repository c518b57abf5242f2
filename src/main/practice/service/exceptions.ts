import type { FieldError } from '../../../contract/errors.ts';
import type { ExceptionId } from '../../../contract/ids.ts';
import type { OpeningException, OpeningExceptionDraft } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import type { ReadDb } from '../../core/db.ts';
import { failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkException } from '../rules/checks.ts';
import * as store from '../store/exceptions.ts';
import { openingFactsOf } from '../store/opening-facts.ts';
import { practitioner } from '../store/practitioners.ts';

const entity = 'opening-exception';

/** What is wrong with it, where it stands now. @throws DeskError NOT_FOUND */
export const exceptionFaults = (db: ReadDb, draft: OpeningExceptionDraft): FieldError[] => {
  const { practitionerId, day } = draft;
  practitioner(db, practitionerId);
  const facts = found(openingFactsOf(db, [practitionerId], day, day).get(practitionerId), 'practitioner');
  return checkException(draft, facts);
};

/** Within the transaction of an area above, which has looked at `exceptionFaults`. */
export const insertExceptionWithin = (tx: Tx, draft: OpeningExceptionDraft): OpeningException => {
  const after = store.insertException(tx.db, draft);
  tx.record({ action: 'opening-exception.added', rows: [{ entity, id: after.id }], after, undoable: true });
  return after;
};

export const addException = (ground: Ground, call: Call, draft: OpeningExceptionDraft): OpeningException =>
  ground.write(call, (tx) => {
    const errors = exceptionFaults(tx.db, draft);
    if (errors.length > 0) failFields(...errors);
    return insertExceptionWithin(tx, draft);
  });

interface Sent {
  readonly id: ExceptionId;
  readonly version: number;
}

/** @throws DeskError NOT_FOUND, STALE_VERSION */
export const removeExceptionWithin = (tx: Tx, sent: Sent): Record<string, never> => {
  const before = store.exception(tx.db, sent.id);
  refuseStale(tx.db, entity, before, sent);
  store.deleteException(tx.db, sent.id);
  tx.record({
    action: 'opening-exception.removed',
    rows: [{ entity, id: sent.id }],
    before,
    undoable: true,
  });
  return {};
};

export const removeException = (ground: Ground, call: Call, sent: Sent): Record<string, never> =>
  ground.write(call, (tx) => removeExceptionWithin(tx, sent));
