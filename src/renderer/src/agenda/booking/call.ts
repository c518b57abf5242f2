/** The call in hand. It outlives the panel: looking at a card, or closing by mistake, loses nothing. */
import { create } from 'zustand';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { RequestId } from '../../../../contract/ids.ts';
import type { PatientSummary } from '../../../../contract/patients.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { showNotice } from '../../app/notify.ts';
import { usePanel } from '../../app/panel.ts';
import {
  type Draft,
  draftAtPlace,
  draftToMove,
  newDraft,
  type Place,
  stepBack,
  withPatient,
  worthKeeping,
} from './draft.ts';
import { adoptRequest, keepRequest } from './request-line.ts';

interface CallState {
  readonly draft: Draft | null;
  /** Calls put aside, by their request: complete, as they were left. */
  readonly aside: ReadonlyMap<RequestId, Draft>;
}

export const useCall = create<CallState>()(() => ({ draft: null, aside: new Map() }));

let keys = 0;
const fresh = (): Draft => newDraft(++keys, Date.now());

const show = (draft: Draft): void => {
  useCall.setState({ draft });
  usePanel.getState().open({ kind: 'call' });
};

/** Changes the draft in hand; without one, nothing. */
export const changeDraft = (change: (draft: Draft) => Draft): void =>
  useCall.setState(({ draft }) => (draft === null ? {} : { draft: change(draft) }));

/** Keeps what was said under its request, so that it can be taken up again from « Demandes ». */
const putAside = (): void => {
  const { draft } = useCall.getState();
  if (draft === null) return;
  useCall.setState({ draft: null });
  if (!worthKeeping(draft)) return;
  const who = draft.patient === null ? 'La demande' : `La demande de ${draft.patient.displayName}`;
  void keepRequest(draft).then((request) => {
    if (request === null) return;
    useCall.setState(({ aside }) => ({ aside: new Map(aside).set(request.id, draft) }));
    showNotice(`${who} reste ouverte : elle attend dans « Demandes ».`);
  });
};

/** F2. A call already in hand is put aside, never thrown away. */
export const startCall = (patient: PatientSummary | null = null): void => {
  putAside();
  const draft = fresh();
  show(patient === null ? draft : choosePatient(draft, patient));
};

/** F3 when nobody was named yet: the slots first, the person afterwards. */
export const findSlots = (): void => {
  const { draft } = useCall.getState();
  if (draft !== null && draft.step !== 'done') show({ ...draft, step: 'slots' });
  else show({ ...fresh(), step: 'slots' });
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

const choosePatient = (draft: Draft, patient: PatientSummary): Draft => {
  const next = withPatient(draft, patient);
  void keepRequest(next);
  return next;
};

/** The person is known: the request is written at once, so that nothing depends on what happens next. */
export const choosePerson = (patient: PatientSummary): void =>
  changeDraft((draft) => choosePatient(draft, patient));

/** From « Demandes »: as it was left, or from what the request itself remembers. */
export const resume = (request: DeskRequest): void => {
  putAside();
  const { aside } = useCall.getState();
  const left = aside.get(request.id);
  const draft = left ?? {
    ...fresh(),
    wish: request.wish ?? '',
    patient: request.patient,
    step: request.patient === null ? ('person' as const) : ('summary' as const),
  };
  adoptRequest(draft.key, request);
  show(draft);
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
