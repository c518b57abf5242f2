/** The privacy curtain: names are blurred, the desk goes on. It stays over a reload, so that F5 does not lift it. */
import { create } from 'zustand';

const KEY = 'parvis.curtain';

interface Curtain {
  readonly drawn: boolean;
  toggle(): void;
  draw(): void;
}

const apply = (drawn: boolean): void => {
  document.documentElement.toggleAttribute('data-curtain', drawn);
  if (drawn) sessionStorage.setItem(KEY, '1');
  else sessionStorage.removeItem(KEY);
};

export const useCurtain = create<Curtain>()((set, get) => ({
  drawn: sessionStorage.getItem(KEY) === '1',
  toggle: () => {
    const drawn = !get().drawn;
    apply(drawn);
    set({ drawn });
  },
  draw: () => {
    apply(true);
    set({ drawn: true });
  },
}));

if (useCurtain.getState().drawn) apply(true);
