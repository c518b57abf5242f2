/** Which columns the day shows. The choice of profession is kept on this PC. */
import { create } from 'zustand';
import type { AgendaDay } from '../../../../contract/agenda.ts';
import type { Practitioner } from '../../../../contract/practice.ts';
import { Profession } from '../../../../contract/professions.ts';

const KEY = 'parvis.profession';

interface FilterState {
  readonly profession: Profession | null;
  choose(profession: Profession | null): void;
}

const stored = Profession.safeParse(localStorage.getItem(KEY));

export const useProfessionFilter = create<FilterState>()((set) => ({
  profession: stored.success ? stored.data : null,
  choose: (profession) => {
    if (profession === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, profession);
    set({ profession });
  },
}));

/**
 * The practitioners who get a column: those of the profession who are present. When nobody is (a Sunday, a holiday),
 * all of them: an empty screen would not say why.
 */
export const onScreen = (
  day: AgendaDay,
  practitioners: readonly Practitioner[],
  profession: Profession | null,
): readonly Practitioner[] => {
  const asked = practitioners.filter((one) => profession === null || one.profession === profession);
  const present = new Set(
    day.columns.filter((column) => column.present).map(({ practitionerId }) => practitionerId),
  );
  const there = asked.filter(({ id }) => present.has(id));
  return there.length > 0 ? there : asked;
};
