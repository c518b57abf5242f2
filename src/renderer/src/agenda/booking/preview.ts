/** The place that the call is about to take, so that the calendar can show it before it is saved. */
import { create } from 'zustand';
import type { Interval } from '../../../../contract/time.ts';
import type { Place } from './draft.ts';

export type PreviewedPlace = Place & Pick<Interval, 'end'>;

interface Preview {
  readonly place: PreviewedPlace | null;
  show(place: PreviewedPlace | null): void;
}

export const usePreview = create<Preview>()((set) => ({
  place: null,
  show: (place) => set({ place }),
}));
