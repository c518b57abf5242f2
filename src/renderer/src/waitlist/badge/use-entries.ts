import { useQuery } from '@tanstack/react-query';
import type { PatientId } from '../../../../contract/ids.ts';
import type { WaitlistLine } from '../../../../contract/waitlist.ts';
import { api } from '../../api/query.ts';

const NONE: readonly WaitlistLine[] = [];

/** All of this person's places on a list, open ones first. */
export const useEntries = (patientId: PatientId | null): readonly WaitlistLine[] =>
  useQuery(
    api.waitlist.ofPatient.queryOptions({
      input: { patientId: patientId ?? (0 as never) },
      enabled: patientId !== null,
    }),
  ).data ?? NONE;

export const isOpen = ({ entry }: WaitlistLine): boolean => entry.state !== 'closed';
