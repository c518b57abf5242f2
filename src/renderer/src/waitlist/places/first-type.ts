import type { AppointmentType } from '../../../../contract/practice.ts';

/** What a first appointment is for: the house's own type for newcomers, else the first ordinary one. */
export const firstType = (types: readonly AppointmentType[]): AppointmentType | null =>
  types.find(({ kind }) => kind === 'newPatient') ??
  types.find(({ kind }) => kind === 'regular') ??
  types[0] ??
  null;
