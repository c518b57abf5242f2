import { useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { GivenPlacesId, PractitionerId, WaitlistEntryId } from '../../../../contract/ids.ts';
import type { Candidate, GivenPlaces, Offer } from '../../../../contract/waitlist-offers.ts';
import { type ErrorText, errorText } from '../../api/error-text.ts';
import { api, queryClient } from '../../api/query.ts';
import { showSuccess } from '../../app/notify.ts';
import type { LineActs } from '../freed/CandidateRow.tsx';
import type { Said } from '../freed/words.ts';

const NONE: readonly GivenPlaces[] = [];

/** Given and not used up, the nearest end first. */
export const useStanding = (): readonly GivenPlaces[] =>
  useQuery(api.waitlist.givenPlaces.queryOptions()).data ?? NONE;

/** Those of one practitioner, of whom one set stands at a time. */
export const useStandingOf = (practitionerId: PractitionerId | null): GivenPlaces | null =>
  useStanding().find((places) => places.practitionerId === practitionerId) ?? null;

const again = () => queryClient.invalidateQueries({ queryKey: api.waitlist.key() });

/** Nobody writes down that a time ran out: the screen asks again by itself, once for each that does. */
export const useExpiry = (lines: readonly Candidate[]): void => {
  const over = lines.some(({ offers }) =>
    offers.some(({ answer, expiresAt }) => answer === null && expiresAt <= Date.now()),
  );
  useEffect(() => {
    if (over) void again();
  }, [over]);
};

export interface Trouble {
  /** Null: the set itself. */
  readonly entryId: WaitlistEntryId | null;
  readonly text: ErrorText;
}

export interface PlacesActs extends LineActs {
  readonly trouble: Trouble | null;
  withdraw(places: GivenPlaces): void;
}

interface Then {
  /** She takes it: with which appointment comes next. */
  readonly accepts: (offer: Offer) => void;
  readonly answered: (offer: Offer, said: Said) => void;
}

/** Each act ends in what is seen, or in the desk's own sentence on the line that it concerns. */
export const usePlacesActs = (placesId: GivenPlacesId, then: Then): PlacesActs => {
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const failed = (entryId: WaitlistEntryId | null) => (error: unknown) => {
    setTrouble({ entryId, text: errorText(error) });
    void again();
  };
  const offer = useMutation(api.waitlist.offerPlace.mutationOptions());
  const answer = useMutation(api.waitlist.answer.mutationOptions());
  const withdraw = useMutation(api.waitlist.withdrawPlaces.mutationOptions());
  return {
    pending: offer.isPending || answer.isPending || withdraw.isPending,
    trouble,
    offer: (entryId, override) => {
      setTrouble(null);
      offer.mutate({ placesId, entryId, override }, { onSuccess: again, onError: failed(entryId) });
    },
    accept: (of) => {
      setTrouble(null);
      then.accepts(of);
    },
    answer: (of, said) => {
      setTrouble(null);
      answer.mutate(
        { id: of.id, version: of.version, answer: said },
        {
          onSuccess: async () => {
            await again();
            then.answered(of, said);
          },
          onError: failed(of.entryId),
        },
      );
    },
    withdraw: ({ id, version }) => {
      setTrouble(null);
      withdraw.mutate(
        { id, version },
        {
          onSuccess: () => {
            showSuccess('Places retirées : personne d’autre n’est à appeler');
            void again();
          },
          onError: failed(null),
        },
      );
    },
  };
};
