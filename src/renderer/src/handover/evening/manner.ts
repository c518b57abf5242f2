/** Names or initials, as they were last handed over at this PC. */
import { create } from 'zustand';

export type Names = 'full' | 'initials';

const KEY = 'parvis.handover.names';

interface MannerState {
  readonly names: Names;
  toggle(): void;
}

export const useNames = create<MannerState>()((set, get) => ({
  names: localStorage.getItem(KEY) === 'initials' ? 'initials' : 'full',
  toggle: () => {
    const names = get().names === 'full' ? 'initials' : 'full';
    localStorage.setItem(KEY, names);
    set({ names });
  },
}));
