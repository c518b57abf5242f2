import { useMutation, useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type {
  ClaimId,
  FreedSlotId,
  PractitionerId,
  StaffId,
  WaitlistEntryId,
} from '../../../../contract/ids.ts';
import type { Day, Minute } from '../../../../contract/time.ts';
import type { FreedSlot, Offer } from '../../../../contract/waitlist-offers.ts';
import { type ErrorText, errorText, isFailure } from '../../api/error-text.ts';
import { api, queryClient } from '../../api/query.ts';
import { showSuccess } from '../../app/notify.ts';
import type { LineActs } from './CandidateRow.tsx';
import { inOfferText } from './text.ts';
import type { Said } from './words.ts';

const NONE: readonly FreedSlot[] = [];

/** Places that came free and that nobody has yet, the nearest first. */
export const useFreed = (): readonly FreedSlot[] => useQuery(api.waitlist.freed.queryOptions()).data ?? NONE;

export const useInitials = (): ((id: StaffId) => string | null) => {
  const { data: staff } = useQuery(api.people.list.queryOptions());
  return useMemo(() => {
    const initials = new Map(staff?.map((one) => [one.id, one.initials]));
    return (id) => initials.get(id) ?? null;
  }, [staff]);
};

/** What the calendar writes on each time that is being offered to somebody. */
export const useOffered = (): ReadonlyMap<ClaimId, string> => {
  const freed = useFreed();
  const initialsOf = useInitials();
  return useMemo(
    () =>
      new Map(
        freed.flatMap(({ offer }): [ClaimId, string][] => {
          const initials = offer === null ? null : initialsOf(offer.offeredBy);
          return offer?.holdId == null || initials === null ? [] : [[offer.holdId, inOfferText(initials)]];
        }),
      ),
    [freed, initialsOf],
  );
};

interface Time {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly end: Minute;
}

/** The place that this appointment left, if it still stands. */
export const useFreedBy = ({ practitionerId, day, start, end }: Time): FreedSlot | null =>
  useFreed().find(
    (slot) =>
      slot.practitionerId === practitionerId && slot.day === day && slot.start < end && start < slot.end,
  ) ?? null;

/** What the desk refused, and whose line it concerns; `busy`: she takes it in spite of another appointment. */
export interface Trouble {
  readonly entryId: WaitlistEntryId | null;
  readonly text: ErrorText;
  readonly busy: boolean;
}

type Accepted = Awaited<ReturnType<typeof api.waitlist.accept.call>>;

export interface FreedActs extends LineActs {
  readonly trouble: Trouble | null;
  forget(): void;
  leaveFree(slot: FreedSlot): void;
}

interface Then {
  readonly accepted: (what: Accepted) => void;
  readonly answered: (offer: Offer, said: Said) => void;
  readonly left: () => void;
}

/** Each act ends in what is seen, or in the desk's own sentence on the line that it concerns. */
export const useFreedActs = (slotId: FreedSlotId, then: Then): FreedActs => {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const again = () => queryClient.invalidateQueries({ queryKey: api.waitlist.key() });
  const failed = (entryId: WaitlistEntryId | null) => (error: unknown) => {
    setTrouble({ entryId, text: errorText(error), busy: isFailure(error, 'PATIENT_BUSY') !== null });
    void again();
  };
  const standing = (offer: Offer | null) =>
    queryClient.setQueryData(
      api.waitlist.freedSlot.queryKey({ input: { id: slotId } }),
      (before) => before && { ...before, slot: { ...before.slot, offer } },
    );
  const offer = useMutation(api.waitlist.offer.mutationOptions());
  const accept = useMutation(api.waitlist.accept.mutationOptions());
  const answer = useMutation(api.waitlist.answer.mutationOptions());
  const leave = useMutation(api.waitlist.leaveFree.mutationOptions());
  return {
    pending: offer.isPending || accept.isPending || answer.isPending || leave.isPending,
    trouble,
    forget: () => setTrouble(null),
    offer: (entryId, override) => {
      setTrouble(null);
      offer.mutate(
        { slotId, entryId, override },
        {
          onSuccess: (made) => {
            standing(made);
            void again();
          },
          onError: failed(entryId),
        },
      );
    },
    accept: (of) => {
      const acceptPatientBusy = trouble?.busy === true && trouble.entryId === of.entryId;
      setTrouble(null);
      accept.mutate(
        { id: of.id, version: of.version, acceptPatientBusy },
        {
          onSuccess: (what) => {
            then.accepted(what);
            void again();
          },
          onError: failed(of.entryId),
        },
      );
    },
    answer: (of, said) => {
      setTrouble(null);
      answer.mutate(
        { id: of.id, version: of.version, answer: said },
        {
          onSuccess: () => {
            standing(null);
            then.answered(of, said);
            void again();
          },
          onError: failed(of.entryId),
        },
      );
    },
    leaveFree: ({ id, version }) => {
      setTrouble(null);
      leave.mutate(
        { id, version },
        {
          onSuccess: () => {
            showSuccess('Créneau laissé libre, à la réservation ordinaire');
            void again();
            then.left();
          },
          onError: failed(null),
        },
      );
    },
  };
};
