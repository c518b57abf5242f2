/**
 * Who is at this desk, and what this desk is called. Both belong to the screen: the person to this window (two windows
 * may hold two people), the station's name to this PC.
 */
import { create } from 'zustand';
import { StaffId } from '../../../contract/ids.ts';

const ACTOR_KEY = 'parvis.actor';
const STATION_KEY = 'parvis.station';
const DEFAULT_STATION = 'Accueil 1';

interface StationState {
  readonly actorId: StaffId | null;
  readonly station: string;
  sit(actorId: StaffId | null): void;
  rename(station: string): void;
}

const storedActor = (): StaffId | null => {
  const parsed = StaffId.safeParse(Number(sessionStorage.getItem(ACTOR_KEY)));
  return parsed.success ? parsed.data : null;
};

export const useStation = create<StationState>()((set) => ({
  actorId: storedActor(),
  station: localStorage.getItem(STATION_KEY) ?? DEFAULT_STATION,
  sit: (actorId) => {
    if (actorId === null) sessionStorage.removeItem(ACTOR_KEY);
    else sessionStorage.setItem(ACTOR_KEY, String(actorId));
    set({ actorId });
  },
  rename: (station) => {
    const name = station.trim().slice(0, 60) || DEFAULT_STATION;
    localStorage.setItem(STATION_KEY, name);
    set({ station: name });
  },
}));
