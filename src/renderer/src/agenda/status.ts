/** How each state of an appointment is said and drawn: a word, a shape, a colour, the same on every screen. */
import type { AppointmentStatus } from '../../../contract/agenda.ts';
import type { Shape, Tone } from '../ui/StatusChip.tsx';

export interface StatusLook {
  readonly label: string;
  readonly tone: Tone;
  readonly shape: Shape;
}

export const statusLook: Readonly<Record<AppointmentStatus, StatusLook>> = {
  booked: { label: 'Prévu', tone: 'grey', shape: 'ring' },
  arrived: { label: 'Arrivé', tone: 'amber', shape: 'dot' },
  'in-progress': { label: 'En consultation', tone: 'blue', shape: 'triangle' },
  fulfilled: { label: 'Terminé', tone: 'green', shape: 'check' },
  noshow: { label: 'Non venu', tone: 'red', shape: 'cross' },
  cancelled: { label: 'Annulé', tone: 'grey', shape: 'cross' },
};
