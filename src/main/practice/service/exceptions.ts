import type { ExceptionId } from '../../../contract/ids.ts';
import type { OpeningException, OpeningExceptionDraft } from '../../../contract/practice.ts';
import type { Call } from '../../core/actor.ts';
import { failFields, found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkException } from '../rules/checks.ts';
import * as store from '../store/exceptions.ts';
import { openingFactsOf } from '../store/opening-facts.ts';
import { practitioner } from '../store/practitioners.ts';

const entity = 'opening-exception';

export const addException = (ground: Ground, call: Call, draft: OpeningExceptionDraft): OpeningException =>
  ground.write(call, (tx) => {
    const { practitionerId, day } = draft;
    practitioner(tx.db, practitionerId);
    const facts = found(
      openingFactsOf(tx.db, [practitionerId], day, day).get(practitionerId),
      'practitioner',
    );
    const errors = checkException(draft, facts);
    if (errors.length > 0) failFields(...errors);
    const after = store.insertException(tx.db, draft);
    tx.record({ action: 'opening-exception.added', rows: [{ entity, id: after.id }], after, undoable: true });
    return after;
  });

export const removeException = (
  ground: Ground,
  call: Call,
  sent: { id: ExceptionId; version: number },
): Record<string, never> =>
  ground.write(call, (tx) => {
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
  });
