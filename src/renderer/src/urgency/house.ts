/**
 * Whose file this desk speaks for. A browser keeps page storage by address, and two houses, the fictitious one and the
 * real one, may answer in turn at the same address: what is kept for one neither shows nor is written in the other.
 */
import { create } from 'zustand';

const KEY = 'parvis.urgency.house';

interface HouseFile {
  /** Until the desk has answered: the one of last time at this address. Null: none yet. */
  readonly id: string | null;
  readonly answered: boolean;
}

const last = (): string | null => {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
};

export const useHouseFile = create<HouseFile>()(() => ({ id: last(), answered: false }));

/** As the desk says it, at each opening. */
export const noteHouse = (id: string): void => {
  const known = useHouseFile.getState();
  if (known.answered && known.id === id) return;
  try {
    localStorage.setItem(KEY, id);
  } catch {
    // Then this window knows it, and the next one asks again.
  }
  useHouseFile.setState({ id, answered: true });
};
