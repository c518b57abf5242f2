import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Owner } from '../../../../contract/callbacks.ts';
import type { Slot } from '../../../../contract/errors.ts';
import type { AppointmentTypeId } from '../../../../contract/ids.ts';
import type { Instant } from '../../../../contract/time.ts';
import type { Offer } from '../../../../contract/waitlist-offers.ts';
import { type ErrorText, errorText, isFailure } from '../../api/error-text.ts';
import { api, queryClient } from '../../api/query.ts';

type Result = Awaited<ReturnType<typeof api.waitlist.acceptPlace.call>>;

const keyOf = ({ practitionerId, day, start }: Slot): string => `${practitionerId} ${day} ${start}`;

export interface Taking {
  readonly pending: boolean;
  /** `busy`: she is elsewhere at that hour, and takes it all the same at a second Enter. */
  readonly trouble: { readonly text: ErrorText; readonly busy: boolean } | null;
  forget(): void;
  book(slot: Slot, appointmentTypeId: AppointmentTypeId): void;
  promise(due: Instant, owner: Owner | null): void;
}

/** She takes the place: with a first appointment, or with a call that says when. */
export const useTake = ({ id, version }: Offer, onTaken: (what: Result) => void): Taking => {
  const [busyAt, setBusyAt] = useState<string | null>(null);
  const accept = useMutation(
    api.waitlist.acceptPlace.mutationOptions({
      onSuccess: (what) => {
        onTaken(what);
        void queryClient.invalidateQueries({ queryKey: api.waitlist.key() });
      },
      onError: () => {
        // The hour may be gone, or the offer over: what is shown must be true again.
        void queryClient.invalidateQueries({ queryKey: api.waitlist.key() });
        void queryClient.invalidateQueries({ queryKey: api.agenda.freeSlots.key() });
      },
    }),
  );
  const busy = accept.isError && isFailure(accept.error, 'PATIENT_BUSY') !== null;
  const forget = () => {
    setBusyAt(null);
    accept.reset();
  };
  return {
    pending: accept.isPending,
    trouble: accept.isError ? { text: errorText(accept.error), busy } : null,
    forget,
    book: (slot, appointmentTypeId) => {
      if (accept.isPending) return;
      const { practitionerId, day, start } = slot;
      const acceptPatientBusy = busy && busyAt === keyOf(slot);
      setBusyAt(keyOf(slot));
      accept.mutate({
        id,
        version,
        with: {
          kind: 'appointment',
          booking: { practitionerId, day, start, appointmentTypeId, acceptPatientBusy },
        },
      });
    },
    promise: (due, owner) => {
      if (accept.isPending) return;
      accept.mutate({
        id,
        version,
        with: { kind: 'callback', callback: { due, ...(owner === null ? {} : { owner }) } },
      });
    },
  };
};
