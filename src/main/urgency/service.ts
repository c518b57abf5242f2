/**
 * Urgency first: the practitioners' card, what was done, and whether urgency is ruled out. Areas above stand on
 * `urgencyRuledOut` and `cardInForce`; nothing here scores, and nothing here looks at the agenda.
 */
import type { RequestId, StaffId, UrgencyCardId, UrgencyEventId } from '../../contract/ids.ts';
import type { Day, Instant } from '../../contract/time.ts';
import type { ReadDb } from '../core/db.ts';
import { inForce, statusOf } from './rules/card.ts';
import { ruledOutRow } from './service/record.ts';
import { allCards } from './store/cards.ts';

export {
  cards,
  cardToday,
  saveCard,
  setNumbers,
  signCard,
} from './service/card.ts';
export { acknowledge, history, ofRequest, record, recordWithin, waiting } from './service/record.ts';

/** The line by which urgency is ruled out for this request at `now`, or null (docs/spec/urgency.md). */
export const urgencyRuledOut = (
  db: ReadDb,
  requestId: RequestId,
  now: Instant,
): { readonly eventId: UrgencyEventId; readonly at: Instant; readonly by: StaffId } | null => {
  const row = ruledOutRow({ db }, requestId, now);
  return row === null ? null : { eventId: row.id, at: row.acknowledged?.at ?? row.at, by: row.by };
};

/** The card that refusals stand on; null while the house only has the example. `overdue` warns and forbids nothing. */
export const cardInForce = (
  db: ReadDb,
  today: Day,
): { readonly id: UrgencyCardId; readonly signed: boolean; readonly overdue: boolean } | null => {
  const card = inForce(allCards(db));
  if (card.id === null) return null;
  return { id: card.id, signed: card.signedBy !== null, overdue: statusOf(card, today) === 'overdue' };
};
