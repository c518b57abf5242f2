/** What the wall of the house shows. One ticking clock for all screens; rules get `now` as an argument. */
import { useQuery } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { type LocalNow, localNow } from '../../../contract/time.ts';
import { api, queryClient } from '../api/query.ts';

const TICK_MS = 5_000;
const DEFAULT_ZONE = 'Europe/Paris';

const minuteNow = (): number => Math.floor(Date.now() / 60_000);

const subscribe = (listener: () => void): (() => void) => {
  const timer = setInterval(listener, TICK_MS);
  // A PC that slept: the timer may be late by hours, the first look must not be.
  document.addEventListener('visibilitychange', listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', listener);
  };
};

export const useHouse = () =>
  useQuery(api.practice.house.queryOptions({ staleTime: Number.POSITIVE_INFINITY })).data ?? null;

/** The house's own zone. */
export const useZone = (): string => useHouse()?.zone ?? DEFAULT_ZONE;

/** The same outside a component: what an error says of an hour. */
export const houseZone = (): string =>
  queryClient.getQueryData(api.practice.house.queryKey())?.zone ?? DEFAULT_ZONE;

/** Renders again when the minute changes. */
export const useNow = (): LocalNow => {
  const zone = useZone();
  const minute = useSyncExternalStore(subscribe, minuteNow);
  return localNow(minute * 60_000, zone);
};
