/**
 * A policy that was set by mistake is taken back as long as nothing stands on it. What was said on the phone (a place
 * promised, a refusal) is not undone: it was heard.
 */
import type { Policy } from '../../contract/intake.ts';
import { fail } from '../core/errors.ts';
import type { Compensation, Compensations } from '../core/undo.ts';
import { rowsOf } from './service/policies.ts';
import { isStoodOn, policy, withdrawPolicy } from './store/policies.ts';

const set: Compensation = (tx, entry) => {
  const { id } = entry.after as Policy;
  const now = policy(tx.db, id);
  if (now.withdrawnAt !== null || isStoodOn(tx.db, id)) fail('UNDO_TOO_LATE', {});
  withdrawPolicy(tx.db, id, tx.now);
  return rowsOf(now);
};

export const refusalCompensations: Compensations = { 'policy.set': set };
