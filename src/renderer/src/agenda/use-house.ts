/** What changes rarely and every agenda screen needs. Refreshed by the change feed, never by time. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { AppointmentType, Practitioner } from '../../../contract/practice.ts';
import { api } from '../api/query.ts';
import { useStation } from '../app/station.ts';

const NEVER = { staleTime: Number.POSITIVE_INFINITY } as const;
const NO_PRACTITIONERS: readonly Practitioner[] = [];
const NO_TYPES: readonly AppointmentType[] = [];

/** Active practitioners, in the order of the columns. None before anybody sits: the desk tells them to nobody else. */
export const usePractitioners = (): readonly Practitioner[] => {
  const seated = useStation(({ actorId }) => actorId !== null);
  const { data } = useQuery({ ...api.practice.practitioners.queryOptions(NEVER), enabled: seated });
  return useMemo(
    () =>
      data === undefined
        ? NO_PRACTITIONERS
        : data.filter(({ active }) => active).sort((a, b) => a.position - b.position || a.id - b.id),
    [data],
  );
};

export const useAppointmentTypes = (): readonly AppointmentType[] => {
  const { data } = useQuery(api.practice.appointmentTypes.queryOptions(NEVER));
  return useMemo(
    () =>
      data === undefined
        ? NO_TYPES
        : data.filter(({ active }) => active).sort((a, b) => a.position - b.position || a.id - b.id),
    [data],
  );
};
