/**
 * Who is at this desk, and what this desk is called. Both belong to the screen: the person to this window (two windows
 * may hold two people), the station's name to this PC. Locked, it still knows whose desk it was; the desk knows nobody.
 */
import { create } from 'zustand';
import { StaffId } from '../../../contract/ids.ts';

const ACTOR_KEY = 'parvis.actor';
const SEAT_KEY = 'parvis.seat';
const LOCKED_KEY = 'parvis.locked';
const STATION_KEY = 'parvis.station';
const DEFAULT_STATION = 'Accueil 1';

interface StationState {
  readonly actorId: StaffId | null;
  /** What the desk gave for her PIN; null for somebody who has none. */
  readonly seat: string | null;
  readonly locked: boolean;
  /** Somebody else is about to take the desk, with what is on it. */
  readonly switching: boolean;
  /** Whose code is asked for there, when one person only can go on; null: whoever comes. */
  readonly askedFor: StaffId | null;
  readonly station: string;
  sit(actorId: StaffId | null, seat?: string | null): void;
  lock(): void;
  beginSwitch(askedFor?: StaffId): void;
  endSwitch(): void;
  rename(station: string): void;
}

const storedActor = (): StaffId | null => {
  const parsed = StaffId.safeParse(Number(sessionStorage.getItem(ACTOR_KEY)));
  return parsed.success ? parsed.data : null;
};

const keep = (key: string, value: string | null): void => {
  if (value === null) sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, value);
};

export const useStation = create<StationState>()((set, get) => ({
  actorId: storedActor(),
  seat: sessionStorage.getItem(SEAT_KEY),
  // A reload lifts no lock.
  locked: storedActor() !== null && sessionStorage.getItem(LOCKED_KEY) !== null,
  switching: false,
  askedFor: null,
  station: localStorage.getItem(STATION_KEY) ?? DEFAULT_STATION,
  sit: (actorId, seat = null) => {
    keep(ACTOR_KEY, actorId === null ? null : String(actorId));
    keep(SEAT_KEY, seat);
    keep(LOCKED_KEY, null);
    set({ actorId, seat, locked: false, switching: false, askedFor: null });
  },
  lock: () => {
    if (get().actorId === null) return;
    keep(SEAT_KEY, null);
    keep(LOCKED_KEY, '1');
    set({ seat: null, locked: true, switching: false, askedFor: null });
  },
  beginSwitch: (askedFor) => {
    if (get().actorId !== null && !get().locked) set({ switching: true, askedFor: askedFor ?? null });
  },
  endSwitch: () => set({ switching: false, askedFor: null }),
  rename: (station) => {
    const name = station.trim().slice(0, 60) || DEFAULT_STATION;
    localStorage.setItem(STATION_KEY, name);
    set({ station: name });
  },
}));

/** What is on screen is covered: for whoever comes by, or for whoever comes next. */
export const useCovered = (): boolean => useStation(({ locked, switching }) => locked || switching);
