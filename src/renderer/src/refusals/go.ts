/** From the refusal to the rest of the desk and back: the call in hand, the card, a call-back, a free slot. */

import type { PractitionerId, RequestId } from '../../../contract/ids.ts';
import type { DeskRequest } from '../../../contract/requests.ts';
import {
  changeDraft,
  endWith,
  findSlots,
  requestInHand,
  resume,
  returnToCall,
  useCall,
} from '../agenda/booking/call.ts';
import { forgetRequest } from '../agenda/booking/request-line.ts';
import { refresh } from '../api/live.ts';
import { queryClient } from '../api/query.ts';
import { usePanel } from '../app/panel.ts';
import { navigate } from '../app/router.ts';
import { stepBack } from './draft.ts';
import { changeRefusal, dropRefusal, openRefusal, useHand } from './hand.ts';

/** F6 during a call: what was said so far is written down first, for a refusal is always about a request. */
export const refuseInHand = (): void => {
  void requestInHand().then((request) => {
    if (request !== null) openRefusal(request);
  });
};

const isInHand = (id: RequestId): boolean => useCall.getState().draft?.requestId === id;

/** Échap: one step back, then to the call that it was opened from. */
export const leaveRefusal = (id: RequestId): void => {
  const draft = useHand.getState().drafts.get(id);
  const before = draft === undefined ? null : stepBack(draft);
  if (before !== null) changeRefusal(id, () => before);
  else if (draft?.recorded != null) finishRefusal(id);
  else if (isInHand(id)) returnToCall();
  else usePanel.getState().close();
};

/** Everything is said and written: the panel closes, and the call with it unless its request is still open. */
export const finishRefusal = (id: RequestId): void => {
  dropRefusal(id);
  if (isInHand(id)) returnToCall();
  else usePanel.getState().close();
};

/** The request ended with the refusal: the call that it came from is over as well. */
export const concludeInHand = (request: DeskRequest): void => {
  const { draft } = useCall.getState();
  if (request.closedAt === null || draft?.requestId !== request.id) return;
  forgetRequest(draft.key);
  useCall.setState({ draft: null });
};

const backToCall = (request: DeskRequest): void => {
  if (isInHand(request.id)) returnToCall();
  else resume(request);
};

/** A practitioner's call-back instead of a refusal. */
export const promiseInstead = (request: DeskRequest): void => {
  backToCall(request);
  endWith('callback');
};

/** A place is kept: on to that practitioner's free slots. */
export const slotsOf = (request: DeskRequest, practitionerId: PractitionerId): void => {
  dropRefusal(request.id);
  void refresh(queryClient, ['refusals']);
  backToCall(request);
  changeDraft((draft) => ({
    ...draft,
    filters: { ...draft.filters, who: { kind: 'practitioner', practitionerId } },
  }));
  findSlots();
};

export const slotsToday = (request: DeskRequest): void => {
  dropRefusal(request.id);
  backToCall(request);
  findSlots();
};

/** Where a practitioner signs the card. */
export const showHowToSign = (): void => navigate('reglages/urgence');
