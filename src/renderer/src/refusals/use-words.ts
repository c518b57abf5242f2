import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { PractitionerId } from '../../../contract/ids.ts';
import type { Duties, Ground } from '../../../contract/intake.ts';
import { api } from '../api/query.ts';
import { type RefusalDraft, spokenOf } from './draft.ts';

/** Stands where a query is disabled: never sent. */
const never = 0 as never;

/** What is said, and what the person can do next: from what really happened. */
export const useWords = (draft: RefusalDraft, practitionerId: PractitionerId | null, ground: Ground | null) =>
  useQuery(
    api.refusals.words.queryOptions({
      input: {
        requestId: draft.requestId,
        practitionerId: practitionerId ?? never,
        ground: ground ?? never,
        waysForward: [...draft.ways],
        colleagues: spokenOf(draft, practitionerId),
      },
      enabled: draft.step === 'say' && practitionerId !== null && ground !== null,
      placeholderData: keepPreviousData,
      staleTime: 0,
    }),
  );

export const useDuties = (practitionerId: PractitionerId | null, ground: Ground | null): Duties | null =>
  useQuery(
    api.refusals.duties.queryOptions({
      input: { practitionerId: practitionerId ?? never, ground: ground ?? never },
      enabled: practitionerId !== null && ground !== null,
    }),
  ).data ?? null;
