/** Cancelled appointments are kept and hidden; one tick shows them, for this window. */
import { create } from 'zustand';

interface ShowCancelled {
  readonly shown: boolean;
  toggle(): void;
}

export const useShowCancelled = create<ShowCancelled>()((set) => ({
  shown: false,
  toggle: () => set(({ shown }) => ({ shown: !shown })),
}));
