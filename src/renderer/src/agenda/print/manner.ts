/** How the day was last put on paper at this PC: a house prints the same way every morning. */
import { create } from 'zustand';
import { DaySheetWish, type DaySheetWish as Wish } from '../../../../contract/agenda.ts';

const KEY = 'parvis.print';

const Manner = DaySheetWish.pick({ names: true, phones: true, comments: true, apart: true });
export type Manner = Pick<Wish, 'names' | 'phones' | 'comments' | 'apart'>;

/** Comments stay on the screen until somebody asks for them: a sheet lies about. */
const USUAL: Manner = { names: 'full', phones: true, comments: false, apart: true };

const kept = (): Manner => {
  try {
    return Manner.parse(JSON.parse(localStorage.getItem(KEY) ?? 'null'));
  } catch {
    return USUAL;
  }
};

interface MannerState {
  readonly manner: Manner;
  change(part: Partial<Manner>): void;
}

export const useManner = create<MannerState>()((set, get) => ({
  manner: kept(),
  change: (part) => {
    const manner = { ...get().manner, ...part };
    localStorage.setItem(KEY, JSON.stringify(manner));
    set({ manner });
  },
}));
