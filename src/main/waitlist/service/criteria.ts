/** Criteria are asked of whoever is on a list, and of nobody else: never before, never as a condition. */
import type { CriterionDraft, CriterionFact } from '../../../contract/criteria.ts';
import type { WaitlistEntryId } from '../../../contract/ids.ts';
import type { Call } from '../../core/actor.ts';
import { fail, found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { criteriaOf, setWithin } from '../../criteria/service.ts';
import { summariesOf } from '../../patients/store.ts';
import { entryById } from '../store/entries.ts';
import { wallNow } from './shared.ts';

/** @throws DeskError NOT_FOUND, STALE_VERSION, INVALID_INPUT, CONFLICT `not-on-a-list` */
export const setCriterion = (
  ground: Ground,
  call: Call,
  {
    entryId,
    version,
    fact,
  }: { readonly entryId: WaitlistEntryId; readonly version: number; readonly fact: CriterionDraft },
): CriterionFact[] =>
  ground.write(call, (tx) => {
    const entry = entryById(tx.db, entryId);
    if (entry.state === 'closed') fail('CONFLICT', { reason: 'not-on-a-list' });
    setWithin(tx, entry.patientId, fact, version, [{ entity: 'waitlist-entry', id: entry.id }]);
    const person = found(summariesOf(tx.db, [entry.patientId]).get(entry.patientId), 'patient');
    return criteriaOf(tx.db, [person], wallNow(tx.db, tx.now).day).get(person.id) ?? [];
  });
