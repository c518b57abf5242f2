/** An extra slot, given for a date: the same from the glance and from the panel. */
import { useMutation, useQuery } from '@tanstack/react-query';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Day, Minute } from '../../../../contract/time.ts';
import type { ExtraPlace } from '../../../../contract/unscheduled.ts';
import { client } from '../../api/client.ts';
import { type ErrorText, errorText } from '../../api/error-text.ts';
import { api } from '../../api/query.ts';
import { showSuccess } from '../../app/notify.ts';
import { dayText, hourText } from '../../ui/dates.ts';

const NONE: readonly ExtraPlace[] = [];

/** The likeliest places, in the order of their digits. */
export const useExtraPlaces = (
  practitionerId: PractitionerId,
  day: Day,
  enabled: boolean,
): readonly ExtraPlace[] =>
  useQuery(
    api.unscheduled.extraPlaces.queryOptions({ input: { practitionerId, day }, enabled, staleTime: 0 }),
  ).data ?? NONE;

interface Giving {
  readonly failure: ErrorText | null;
  give(practitionerId: PractitionerId, day: Day, start: Minute): void;
  forget(): void;
}

/** @param onGiven once it stands */
export const useGiveExtra = (onGiven: () => void): Giving => {
  const mutation = useMutation({
    networkMode: 'always',
    mutationFn: (input: { practitionerId: PractitionerId; day: Day; start: Minute }) =>
      client.unscheduled.giveExtra(input),
    onSuccess: ({ day, start }) => {
      showSuccess(`Créneau donné : ${dayText(day, 'short')} à ${hourText(start)}`);
      onGiven();
    },
  });
  return {
    failure: mutation.isError ? errorText(mutation.error) : null,
    give: (practitionerId, day, start) => {
      if (!mutation.isPending) mutation.mutate({ practitionerId, day, start });
    },
    forget: mutation.reset,
  };
};

/** « 12:30 » and what the place is: added to her hours, or one that nobody has taken. */
export const placeNote = ({ kind }: ExtraPlace): string =>
  kind === 'beyond' ? 'hors horaires' : 'place libre';
