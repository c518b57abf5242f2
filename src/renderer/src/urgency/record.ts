/** One key of the card makes one line. What it is about is the request in hand, written down first if it can be. */
import type { PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { DeskRequest } from '../../../contract/requests.ts';
import {
  markOf,
  type RequestMark,
  type UrgencyAct,
  type UrgencyCardToday,
  type UrgencyLine,
} from '../../../contract/urgency.ts';
import { concludeCall, requestInHand, useCall } from '../agenda/booking/call.ts';
import { keepRequest } from '../agenda/booking/request-line.ts';
import { showNotice } from '../app/notify.ts';
import { useStation } from '../app/station.ts';
import { dropLine, holdLine, keepLine } from './kept.ts';

const sendsTo15 = (what: UrgencyAct): boolean => what === 'patient-calls-15' || what === 'we-call-15';

/** Is somebody's request in hand, that « no sign » could be said of? */
export const useCallInHand = (): boolean =>
  useCall(({ draft }) => draft !== null && draft.purpose === 'book' && draft.step !== 'done');

interface Act {
  readonly what: UrgencyAct;
  readonly practitionerId?: PractitionerId;
  readonly request: RequestMark | null;
  readonly card: UrgencyCardToday;
  readonly followsKey?: string | null;
}

const about = (request: RequestMark | null): Pick<UrgencyLine, 'requestId' | 'requestOpenedAt'> => ({
  requestId: request?.id ?? null,
  requestOpenedAt: request?.openedAt ?? null,
});

const lineOf = ({ what, practitionerId, request, card, followsKey }: Act): UrgencyLine => ({
  key: crypto.randomUUID(),
  at: Date.now(),
  what,
  ...about(request),
  practitionerId: practitionerId ?? null,
  staffId: useStation.getState().actorId,
  cardId: card.inForce.id,
  followsKey: followsKey ?? null,
});

/** The desk closed the request with the 15: the panel says so instead of asking on. */
const concludeIf15 = (line: UrgencyLine, requestId: RequestId | null): void => {
  if (!sendsTo15(line.what) || requestId === null) return;
  if (useCall.getState().draft?.requestId !== requestId) return;
  concludeCall({
    title: 'Adressé au 15',
    say: null,
    note: 'La demande est close avec cette issue ; la ligne d’urgence est au dossier.',
  });
};

/** @returns the line's key; it is kept from this moment on, whatever the desk answers */
export const recordAct = (act: Act, inHand: boolean): string => {
  const { draft } = useCall.getState();
  const known = act.request ?? (inHand && draft !== null ? markOf(draft) : null);
  const line = lineOf({ ...act, request: known });
  const keep = (final: UrgencyLine): void =>
    keepLine(final, (event) => concludeIf15(final, event?.requestId ?? null));
  if (known !== null || !inHand) {
    keep(line);
    return line.key;
  }
  // A call whose request is not written yet: with it, if the desk can; without it rather than never.
  holdLine(line);
  const asking = requestInHand();
  void (line.what === 'ruled-out' ? withinMoment(asking) : whileInHand(asking)).then((request) => {
    if (request !== null || line.what !== 'ruled-out') return keep({ ...line, ...about(request) });
    dropLine(line.key);
    showNotice(
      '« Aucun signe » n’a pas pu être noté : la demande n’est pas encore écrite. À redire avant un refus.',
    );
  });
  return line.key;
};

const AGAIN_MS = 5_000;

/**
 * A doubt without its request would let that request be refused: as long as the call is in hand the line waits for it,
 * in the page's storage meanwhile; once the call is gone it is written without.
 */
const whileInHand = async (asking: Promise<DeskRequest | null>): Promise<DeskRequest | null> => {
  const first = useCall.getState().draft?.key;
  for (let answer = asking; ; ) {
    const request = await answer.catch(() => null);
    const { draft } = useCall.getState();
    if (request !== null || draft === null || draft.key !== first || draft.step === 'done') return request;
    await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    answer = keepRequest(draft);
  }
};

const MOMENT_MS = 1_500;

const withinMoment = <T>(answer: Promise<T | null>): Promise<T | null> =>
  Promise.race([
    answer.catch(() => null),
    new Promise<null>((resolve) => {
      setTimeout(() => resolve(null), MOMENT_MS);
    }),
  ]);
