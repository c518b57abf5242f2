import type { PractitionerId } from '../../../contract/ids.ts';
import type { Day } from '../../../contract/time.ts';

export interface Touched {
  readonly practitionerId: PractitionerId;
  /** Null: any day. */
  readonly day: Day | null;
}

const CLAIMS = 'appointment.';
const OPENINGS = ['opening-hours.', 'opening-exception.', 'absence.', 'reserve.', 'practitioner.'];

type Contents = {
  readonly id?: number;
  readonly practitionerId?: PractitionerId;
  readonly day?: Day;
};

const contentsOf = (told: { readonly before: unknown; readonly after: unknown }): Contents[] =>
  [told.before, told.after].flat().filter((one): one is Contents => typeof one === 'object' && one !== null);

/** Whose freed times may stand otherwise since this entry: a practitioner's day, or all of her days. */
export const touchedBy = (told: {
  readonly action: string;
  readonly before: unknown;
  readonly after: unknown;
}): Touched[] => {
  const { action } = told;
  const claim = action.startsWith(CLAIMS);
  if (!claim && !OPENINGS.some((area) => action.startsWith(area))) return [];
  const touched = new Map<string, Touched>();
  for (const { id, practitionerId, day } of contentsOf(told)) {
    const who = action.startsWith('practitioner.') ? (id as PractitionerId | undefined) : practitionerId;
    if (who === undefined) continue;
    const on = claim ? (day ?? null) : null;
    touched.set(`${who} ${on}`, { practitionerId: who, day: on });
  }
  return [...touched.values()];
};
