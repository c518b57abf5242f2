/** The call in hand. It outlives the panel: looking at a card, or closing by mistake, loses nothing. */
import { create } from 'zustand';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { RequestId } from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { showError, showNotice } from '../../app/notify.ts';
import { usePanel } from '../../app/panel.ts';
import { type Asked, askedBy } from './asked.ts';
import {
  type Achieved,
  type Draft,
  draftAtPlace,
  draftToMove,
  newDraft,
  type Place,
  stepBack,
  withAchieved,
  withEnding,
  withPatient,
  withRequest,
  worthKeeping,
} from './draft.ts';
import type { EndingKind } from './outcome/ending.ts';
import { adoptRequest, forgetRequest, keepRequest } from './request-line.ts';

interface CallState {
  readonly draft: Draft | null;
  /** Calls put aside, by their request: complete, as they were left. */
  readonly aside: ReadonlyMap<RequestId, Draft>;
  /** Calls put aside that the desk could not write down: nowhere else, so they wait here. */
  readonly unwritten: readonly Draft[];
}

export const useCall = create<CallState>()(() => ({ draft: null, aside: new Map(), unwritten: [] }));

let keys = 0;
const fresh = (): Draft => newDraft(++keys, Date.now());

const show = (draft: Draft): void => {
  useCall.setState({ draft });
  usePanel.getState().open({ kind: 'call' });
};

/** Changes the draft in hand; without one, nothing. */
export const changeDraft = (change: (draft: Draft) => Draft): void =>
  useCall.setState(({ draft }) => (draft === null ? {} : { draft: change(draft) }));

/**
 * What comes back late from the desk belongs to the call that asked, never to the next caller's.
 * @returns whether that call is still in hand
 */
export const changeDraftOf = (key: Draft['key'], change: (draft: Draft) => Draft): boolean => {
  if (useCall.getState().draft?.key !== key) return false;
  changeDraft(change);
  return true;
};

export const changeAsked = (change: Partial<Asked>): void =>
  changeDraft((draft) => ({ ...draft, asked: { ...draft.asked, ...change } }));

/** Writes down what was said so far. An error is shown, and nothing of the draft is lost; null then. */
const write = async (draft: Draft): Promise<DeskRequest | null> => {
  try {
    const request = await keepRequest(draft);
    changeDraftOf(draft.key, (current) => withRequest(current, request));
    return request;
  } catch (error) {
    showError(error);
    return null;
  }
};

/**
 * The request of the call in hand, written down first: for whatever is done about it elsewhere (a refusal, an
 * emergency). Null without a call, or when the desk could not write it.
 */
export const requestInHand = async (): Promise<DeskRequest | null> => {
  const { draft } = useCall.getState();
  return draft === null || draft.purpose !== 'book' || draft.step === 'done' ? null : await write(draft);
};

/** The request of the call in hand was concluded elsewhere; the panel says how. */
export const concludeCall = (achieved: Achieved): void => {
  const { draft } = useCall.getState();
  if (draft === null) return;
  forgetRequest(draft.key);
  show(withAchieved(draft, achieved));
};

/** Keeps what was said under its request, so that it can be taken up again from « Demandes ». */
const putAside = (): void => {
  const { draft } = useCall.getState();
  if (draft === null) return;
  useCall.setState({ draft: null });
  if (!worthKeeping(draft)) return;
  const who = draft.patient === null ? 'La demande' : `La demande de ${draft.patient.displayName}`;
  void write(draft).then((request) => {
    if (request === null) {
      useCall.setState(({ unwritten }) => ({ unwritten: [...unwritten, draft] }));
      return;
    }
    const left = withRequest(draft, request);
    useCall.setState(({ aside }) => ({ aside: new Map(aside).set(request.id, left) }));
    showNotice(`${who} reste ouverte : elle attend dans « Demandes ».`);
  });
};

/** A call that the desk could not write down when it was put aside. */
export const takeUp = (draft: Draft): void => {
  putAside();
  useCall.setState(({ unwritten }) => ({ unwritten: unwritten.filter((other) => other !== draft) }));
  show(draft);
};

/** F2. A call already in hand is put aside, never thrown away. */
export const startCall = (patient: PatientSummary | null = null): void => {
  putAside();
  const draft = fresh();
  show(patient === null ? draft : withPatient(draft, patient));
};

/** F3. When nobody was named yet: the slots first, the person afterwards. */
export const findSlots = (): void => {
  const { draft } = useCall.getState();
  const inHand = draft !== null && draft.step !== 'done' ? draft : null;
  show({ ...(inHand ?? fresh()), fold: null, place: null, cascadeStep: null, step: 'slots' });
  // While places are looked for nothing is known only here any more: the matter is settled.
  if (inHand !== null && inHand.purpose === 'book' && inHand.patient !== null) void write(inHand);
};

/** Unscheduled care: the cascade, from a request that the desk has written down. */
export const openCascade = async (): Promise<void> => {
  const { draft } = useCall.getState();
  if (draft === null || (await write(draft)) === null) return;
  changeDraftOf(draft.key, (current) => ({ ...current, fold: null, cascadeStep: null, step: 'cascade' }));
};

/** Another way to end the call in hand; null: to be chosen. */
export const endWith = (kind: EndingKind | null): void => changeDraft((draft) => withEnding(draft, kind));

/** F7 during a call: a call-back is promised. @returns false when there is no call to promise one for */
export const promiseCallback = (): boolean => {
  const { draft } = useCall.getState();
  const asking =
    draft !== null &&
    draft.purpose === 'book' &&
    (draft.step === 'summary' || draft.step === 'slots' || draft.step === 'cascade');
  if (asking) endWith('callback');
  return asking;
};

/** A click in free time. With a call in hand it is that call's place. */
export const startAtPlace = (place: Place): void => {
  const { draft } = useCall.getState();
  const current = draft !== null && draft.step !== 'done' && draft.purpose === 'book' ? draft : fresh();
  show(draftAtPlace(current, place));
};

export const startMove = (appointment: Appointment, place: Place | null = null): void => {
  putAside();
  const draft = draftToMove(fresh(), appointment);
  show(place === null ? draft : { ...draft, place, step: 'confirm' });
};

/**
 * The person is known. The request is not written yet: what it is about decides whether an earlier one is taken up
 * again, and is said next.
 */
export const choosePerson = (patient: PatientSummary): void =>
  changeDraft((draft) => withPatient(draft, patient));

/** Somebody who will not, or cannot, say who they are. */
export const goNameless = (): void => changeDraft((draft) => ({ ...draft, patient: null, step: 'summary' }));

/** From « Demandes »: as it was left, or from what the request itself remembers. */
export const resume = (request: DeskRequest, ending?: EndingKind | null): void => {
  putAside();
  const { aside } = useCall.getState();
  const left = aside.get(request.id);
  const draft: Draft = {
    ...withRequest(left ?? { ...fresh(), step: 'summary' }, request),
    takenUp: request.openedAt,
    // All that was said was written down when it was put aside; another desk may have said more since.
    asked: askedBy(request),
    patient: request.patient,
  };
  adoptRequest(draft.key, request);
  show(ending === undefined ? draft : withEnding(draft, ending));
};

/** The panel closes; what was said stays under its request. */
export const leaveCall = (): void => {
  putAside();
  usePanel.getState().close();
};

/** Échap: one step back, and out of the panel from the first. */
export const goBack = (): void => {
  const { draft } = useCall.getState();
  const before = draft === null ? null : stepBack(draft);
  if (before === null) leaveCall();
  else useCall.setState({ draft: before });
};

/** From what was looked at meanwhile back to the call in hand; without one the panel closes. */
export const returnToCall = (): void => {
  const { draft } = useCall.getState();
  if (draft === null || draft.step === 'done') usePanel.getState().close();
  else show(draft);
};
