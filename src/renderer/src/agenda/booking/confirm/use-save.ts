import { useMutation } from '@tanstack/react-query';
import type { AppointmentTypeId } from '../../../../../contract/ids.ts';
import { client } from '../../../api/client.ts';
import { type ErrorText, errorText, isFailure } from '../../../api/error-text.ts';
import { showError, showSuccess } from '../../../app/notify.ts';
import { changeDraftOf } from '../call.ts';
import { type Conflict, type Draft, type Place, withProposals } from '../draft.ts';
import { bookDraft } from '../request-line.ts';

/** What was said to go on in spite of a conflict. */
export interface Insisting {
  readonly reason: string | null;
  readonly acceptBusy: boolean;
}

interface Ready {
  readonly draft: Draft;
  readonly place: Place;
  readonly typeId: AppointmentTypeId | null;
}

/** `lost` is the place that the desk said was taken: only an override that has seen it may double somebody. */
const sawTaken = ({ lost }: Draft, place: Place): boolean =>
  lost !== null &&
  lost.practitionerId === place.practitionerId &&
  lost.day === place.day &&
  lost.start === place.start;

const send = ({ draft, place, typeId }: Ready, { reason, acceptBusy }: Insisting) => {
  const { practitionerId, day, start } = place;
  const said = {
    practitionerId,
    day,
    start,
    acceptPatientBusy: acceptBusy,
    ...(reason === null ? {} : { override: { reason, taken: sawTaken(draft, place) } }),
  };
  if (draft.moving !== null) {
    const { id, version } = draft.moving;
    return client.agenda.move({ id, version, ...said });
  }
  if (draft.patient === null || typeId === null) throw new Error('booking without a person or a type');
  const comment = draft.comment.trim();
  return bookDraft(draft, {
    ...said,
    appointmentTypeId: typeId,
    patientId: draft.patient.id,
    ...(comment === '' ? {} : { comment }),
  });
};

/** The conflict behind a refusal, when it is one that can be confirmed in spite of. */
export const conflictOf = (error: unknown): Conflict | null => {
  const outside = isFailure(error, 'OUTSIDE_HOURS');
  if (outside !== null) return { kind: 'outside', why: outside.why };
  if (isFailure(error, 'PATIENT_BUSY') !== null) return { kind: 'busy' };
  return isFailure(error, 'SLOT_TAKEN') === null ? null : { kind: 'taken' };
};

interface Save {
  readonly pending: boolean;
  /** What cannot be confirmed away. */
  readonly failure: ErrorText | null;
  save(ready: Ready, insisting: Insisting): void;
}

/** Books or moves. A place that went brings the nearest free ones; other conflicts are shown where they arose. */
export const useSave = (): Save => {
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: ({ ready, insisting }: { readonly ready: Ready; readonly insisting: Insisting }) =>
      send(ready, insisting),
    onSuccess: ({ appointment, advice }, { ready }) => {
      const inHand = changeDraftOf(ready.draft.key, (current) => ({
        ...current,
        step: 'done',
        conflict: null,
        done: { appointment, advice },
      }));
      if (!inHand) showSuccess('Rendez-vous de l’appel précédent enregistré');
    },
    onError: (error, { ready }) => {
      const taken = isFailure(error, 'SLOT_TAKEN');
      const conflict = conflictOf(error);
      const inHand = changeDraftOf(ready.draft.key, (current) => {
        if (taken !== null) return withProposals(current, taken.proposals);
        return conflict === null ? current : { ...current, conflict };
      });
      if (!inHand) showError(error);
    },
  });
  return {
    pending: mutation.isPending,
    failure: mutation.isError && conflictOf(mutation.error) === null ? errorText(mutation.error) : null,
    save: (ready, insisting) => {
      if (!mutation.isPending) mutation.mutate({ ready, insisting });
    },
  };
};
