import type { FieldError } from '../../../contract/errors.ts';
import { addDays, type Day } from '../../../contract/time.ts';
import type { CardStatus, UrgencyCard } from '../../../contract/urgency.ts';
import { exampleCard } from '../../../contract/urgency-example.ts';

/** The version that is shown and that refusals stand on. A newer one waits until somebody signs it. */
export const inForce = (cards: readonly UrgencyCard[]): UrgencyCard => {
  const newestFirst = cards.toSorted((a, b) => b.number - a.number);
  return newestFirst.find(({ signedBy }) => signedBy !== null) ?? newestFirst[0] ?? exampleCard;
};

/** The newest version, when it is not the one in force. */
export const waitingCard = (cards: readonly UrgencyCard[]): UrgencyCard | null => {
  const newest = cards.toSorted((a, b) => b.number - a.number)[0];
  return newest !== undefined && newest.id !== inForce(cards).id ? newest : null;
};

/** Due on a day: overdue from the day after. An overdue card stays in force, and says everywhere that it is overdue. */
export const statusOf = (card: UrgencyCard, today: Day): CardStatus => {
  if (card.id === null) return 'example';
  if (card.reviewDue === null) return 'unsigned';
  return card.reviewDue < today ? 'overdue' : 'signed';
};

/** A protocol that nobody looks at again is no protocol: at most two years ahead. To be confirmed by practitioners. */
export const REVIEW_WITHIN_DAYS = 731;

export const checkReview = (reviewDue: Day, today: Day): FieldError[] => {
  if (reviewDue <= today) return [{ path: 'reviewDue', code: 'not-to-come' }];
  return reviewDue > addDays(today, REVIEW_WITHIN_DAYS) ? [{ path: 'reviewDue', code: 'too-far' }] : [];
};
