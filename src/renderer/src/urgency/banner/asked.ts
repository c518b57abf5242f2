/**
 * Which line somebody is asked about. Once it is shown it stays, whatever arrives or is settled elsewhere meanwhile: an
 * answer is a medical act, and must land on the line that was read. Pure.
 */
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { RequestMark, UrgencyEvent } from '../../../../contract/urgency.ts';

/**
 * `shown`: it has just taken its place before somebody's eyes, and takes no key yet. `ready`: it was read. `sent`: its
 * answer is on its way. `gone`: settled elsewhere; it stays a moment to say so.
 */
export type Stage = 'shown' | 'ready' | 'sent' | 'gone';

export interface Asked {
  readonly event: UrgencyEvent;
  readonly stage: Stage;
  /** It came after another one, in the same place. */
  readonly another: boolean;
}

/** A second press of the same key comes sooner; a new line is read in no less. */
export const READ_MS = 1_000;
export const GONE_MS = 3_000;

/** What the view was opened about. */
export interface About {
  readonly request: RequestMark | null;
  readonly followsKey: string | null;
}

/** The one of these that is most hers: what the view is about, then what she was told, then the oldest. */
export const askedOf = (
  waiting: readonly UrgencyEvent[],
  who: PractitionerId,
  about: About | null,
): UrgencyEvent | null => {
  const named = waiting.find(({ key }) => key === about?.followsKey);
  const same = waiting.filter(
    ({ requestId, requestOpenedAt }) =>
      requestId !== null && requestId === about?.request?.id && requestOpenedAt === about.request.openedAt,
  );
  const hers = ({ practitionerId }: UrgencyEvent): boolean => practitionerId === who;
  return named ?? same.find(hers) ?? same[0] ?? waiting.find(hers) ?? waiting[0] ?? null;
};

export type Choose = (waiting: readonly UrgencyEvent[]) => UrgencyEvent | null;

/** What is there when the view opens was asked for by opening it: it takes keys at once. */
export const atOpening = (waiting: readonly UrgencyEvent[], choose: Choose): Asked | null => {
  const event = choose(waiting);
  return event === null ? null : { event, stage: 'ready', another: false };
};

const inItsPlace = (waiting: readonly UrgencyEvent[], choose: Choose, another: boolean): Asked | null => {
  const event = choose(waiting);
  return event === null ? null : { event, stage: 'shown', another };
};

/** After a change of what waits. @param lingers whether one that was settled elsewhere stays a moment to say so */
export const follow = (
  asked: Asked | null,
  waiting: readonly UrgencyEvent[],
  choose: Choose,
  lingers: boolean,
): Asked | null => {
  if (asked === null) return inItsPlace(waiting, choose, false);
  if (asked.stage === 'gone' || waiting.some(({ id }) => id === asked.event.id)) return asked;
  return asked.stage === 'sent' || !lingers ? inItsPlace(waiting, choose, true) : { ...asked, stage: 'gone' };
};

/** After its time: one that was read takes keys, one that is gone makes room. */
export const afterAWhile = (asked: Asked, waiting: readonly UrgencyEvent[], choose: Choose): Asked | null => {
  if (asked.stage === 'shown') return { ...asked, stage: 'ready' };
  return asked.stage === 'gone' ? inItsPlace(waiting, choose, true) : asked;
};
