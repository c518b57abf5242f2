/**
 * The rule of thirty days (docs/spec/requests.md): the same person asking again for the same matter continues the
 * earlier request instead of writing it twice.
 */
import type { PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { Profession } from '../../../contract/professions.ts';
import type { RequestMessage, RequestNature, RequestOutcome } from '../../../contract/requests.ts';
import { daysBetween, type Instant, localNow } from '../../../contract/time.ts';

export const WITHIN_DAYS = 30;

export interface Matter {
  readonly nature: RequestNature;
  readonly profession: Profession | null;
  readonly practitionerId: PractitionerId | null;
  readonly message: RequestMessage | null;
}

export interface Earlier extends Matter {
  readonly id: RequestId;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly outcome: RequestOutcome | null;
}

const agree = <T>(a: T | null, b: T | null): boolean => a === null || b === null || a === b;

/** A message is for one practitioner and of one kind; anything else is asked of a profession, whoever answers. */
export const sameMatter = (a: Matter, b: Matter): boolean =>
  a.nature === b.nature &&
  agree(a.profession, b.profession) &&
  (a.nature !== 'message' ||
    (agree(a.practitionerId, b.practitionerId) && a.message?.kind === b.message?.kind));

/** Is something of it left to do, although it was closed? Whoever got an appointment, an answer or the 15 asks anew. */
export const leavesUnsettled = (outcome: RequestOutcome): boolean => {
  switch (outcome.kind) {
    case 'appointment':
    case 'answered':
    case 'emergency':
      return false;
    case 'unresolved':
      return outcome.reason !== 'duplicate' && outcome.reason !== 'opened-by-mistake';
    case 'registration-list':
    case 'earlier-list':
    case 'redirected':
    case 'callback':
    case 'withdrawn':
      return true;
  }
};

const newest = (a: Earlier, b: Earlier): number => b.openedAt - a.openedAt || b.id - a.id;

/**
 * Which of one person's earlier requests is asked again: an open one, whatever its age; otherwise one that was closed
 * unsettled at most thirty days ago, counted on the house's calendar. The newest of several; null for a new matter.
 */
export const continuedBy = <E extends Earlier>(
  earlier: readonly E[],
  asked: Matter,
  now: Instant,
  zone: string,
): E | null => {
  const today = localNow(now, zone).day;
  const same = earlier.filter((one) => sameMatter(one, asked)).toSorted(newest);
  const open = same.find(({ closedAt }) => closedAt === null);
  if (open !== undefined) return open;
  const recent = same.find(
    ({ closedAt, outcome }) =>
      closedAt !== null &&
      outcome !== null &&
      leavesUnsettled(outcome) &&
      daysBetween(localNow(closedAt, zone).day, today) <= WITHIN_DAYS,
  );
  return recent ?? null;
};

const WISH_LENGTH = 300;

/** What was wished before and what is wished now, neither lost while both fit; the later one when they do not. */
export const joinWishes = (before: string | null, now: string | null): string | null => {
  if (before === null || now === null || before.includes(now)) return before ?? now;
  if (now.includes(before)) return now;
  const both = `${before}\u202f; ${now}`;
  return both.length <= WISH_LENGTH ? both : now;
};
