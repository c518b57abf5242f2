/** Which practitioner is glancing at her day; null the rest of the time. */
import { create } from 'zustand';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Practitioner } from '../../../../contract/practice.ts';

/** Long enough to read, short enough that the day never stays open on the counter. */
export const GLANCE_SECONDS = 20;

interface GlanceState {
  readonly who: PractitionerId | null;
  open(who: PractitionerId): void;
  close(): void;
}

export const useGlance = create<GlanceState>()((set) => ({
  who: null,
  open: (who) => set({ who }),
  close: () => set({ who: null }),
}));

/** « AG » for Adolphie Giraud; « DS » for Raphaëlle Da silva is read « RD »: first name, then name. */
export const initialsOf = ({
  givenName,
  familyName,
}: Pick<Practitioner, 'givenName' | 'familyName'>): string =>
  `${[...givenName.trim()][0] ?? ''}${[...familyName.trim()][0] ?? ''}`.toLocaleUpperCase('fr-FR');

/** The digit that opens each one's glance from the day: 1 to 9, then 0; further ones are clicked. */
export const digitOf = (index: number): string | null =>
  index < 9 ? String(index + 1) : index === 9 ? '0' : null;
