import type { UrgencyCardId } from '../../../contract/ids.ts';
import type { Day } from '../../../contract/time.ts';
import type { CardDraft, UrgencyCard, UrgencyCardToday, UrgencyNumbers } from '../../../contract/urgency.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import { checkReview, inForce, statusOf, waitingCard } from '../rules/card.ts';
import * as store from '../store/cards.ts';
import { practitionerActing, staffOf, todayOf } from './shared.ts';

export const cardToday = (ground: Ground): UrgencyCardToday => {
  const cards = store.allCards(ground.db);
  const card = inForce(cards);
  return {
    inForce: card,
    status: statusOf(card, todayOf(ground)),
    waiting: waitingCard(cards),
    numbers: store.numbers(ground.db),
  };
};

export const cards = ({ db }: Ground): UrgencyCard[] => store.allCards(db);

const rowOf = (id: UrgencyCard['id']): RowRef[] => (id === null ? [] : [{ entity: 'urgency-card', id }]);

/** @throws DeskError CONFLICT `card-changed` */
export const saveCard = (ground: Ground, call: Call, draft: CardDraft): UrgencyCard =>
  ground.write(call, (tx) => {
    const latest = store.allCards(tx.db)[0]?.number ?? 0;
    if (draft.basedOn !== latest) fail('CONFLICT', { reason: 'card-changed' });
    const after = store.insertCard(tx.db, {
      number: latest + 1,
      redFlags: draft.redFlags,
      author: draft.author,
      writtenBy: staffOf(tx),
      writtenAt: tx.now,
    });
    tx.record({ action: 'urgency-card.written', rows: rowOf(after.id), after });
    return after;
  });

/** @throws DeskError NOT_A_PRACTITIONER, CONFLICT, INVALID_INPUT, NOT_FOUND */
export const signCard = (
  ground: Ground,
  call: Call,
  { cardId, reviewDue }: { cardId: UrgencyCardId; reviewDue: Day },
): UrgencyCard =>
  ground.write(call, (tx) => {
    const { staffId, practitionerId } = practitionerActing(tx);
    const before = store.card(tx.db, cardId);
    if (before.signedBy !== null) fail('CONFLICT', { reason: 'already-signed' });
    // Only what was just read is signed: somebody may have written another version meanwhile.
    if (store.allCards(tx.db)[0]?.id !== cardId) fail('CONFLICT', { reason: 'card-changed' });
    const today = todayOf(ground);
    const errors = checkReview(reviewDue, today);
    if (errors.length > 0) failFields(...errors);
    const after = store.signCard(tx.db, cardId, {
      signedBy: practitionerId,
      signedStaff: staffId,
      signedOn: today,
      reviewDue,
    });
    tx.record({ action: 'urgency-card.signed', rows: rowOf(after.id), before, after });
    return after;
  });

/** @throws DeskError STALE_VERSION */
export const setNumbers = (ground: Ground, call: Call, next: UrgencyNumbers): UrgencyNumbers =>
  ground.write(call, (tx) => {
    const before = store.numbers(tx.db);
    refuseStale(tx.db, 'urgency-numbers', { id: 1, ...before }, { id: 1, ...next });
    const after = store.saveNumbers(tx.db, next.outOfHours.replaceAll(' ', ''));
    tx.record({
      action: 'urgency-numbers.updated',
      rows: [{ entity: 'urgency-numbers', id: 1 }],
      before,
      after,
    });
    return after;
  });
