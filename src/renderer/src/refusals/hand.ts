/** The refusal in hand. It outlives the panel: looking at a card, F8, or closing by mistake, loses nothing. */
import { create } from 'zustand';
import type { RequestId } from '../../../contract/ids.ts';
import type { DeskRequest } from '../../../contract/requests.ts';
import { usePanel } from '../app/panel.ts';
import { type RefusalDraft, startRefusal } from './draft.ts';

interface HandState {
  readonly drafts: ReadonlyMap<RequestId, RefusalDraft>;
}

export const useHand = create<HandState>()(() => ({ drafts: new Map() }));

const put = (draft: RefusalDraft): void =>
  useHand.setState(({ drafts }) => ({ drafts: new Map(drafts).set(draft.requestId, draft) }));

/** F6 on a request: where it was left, or from its first question. */
export const openRefusal = ({ id, practitionerId }: Pick<DeskRequest, 'id' | 'practitionerId'>): void => {
  if (!useHand.getState().drafts.has(id)) put(startRefusal(id, practitionerId));
  usePanel.getState().open({ kind: 'refusal', requestId: id });
};

/** Changes the draft of a request; without one, nothing. */
export const changeRefusal = (id: RequestId, change: (draft: RefusalDraft) => RefusalDraft): void => {
  const draft = useHand.getState().drafts.get(id);
  if (draft !== undefined) put(change(draft));
};

/** It is written, or no longer wanted: the next one starts afresh. */
export const dropRefusal = (id: RequestId): void =>
  useHand.setState(({ drafts }) => {
    const rest = new Map(drafts);
    rest.delete(id);
    return { drafts: rest };
  });
