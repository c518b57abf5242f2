import type { Appointment } from '../../../contract/agenda.ts';

export interface WaitingRoom {
  readonly waiting: Appointment[];
  readonly inProgress: Appointment[];
  readonly expected: Appointment[];
  readonly done: Appointment[];
  readonly noshow: Appointment[];
}

const byTime = (a: Appointment, b: Appointment): number => a.start - b.start || a.id - b.id;

/** The longest wait stands on top, whatever the hour of the appointment (R16). */
const byWait = (a: Appointment, b: Appointment): number =>
  (a.arrivedAt ?? Number.POSITIVE_INFINITY) - (b.arrivedAt ?? Number.POSITIVE_INFINITY) || byTime(a, b);

/** The same rows as the calendar's, sorted for the counter (R9). */
export const waitingRoomOf = (appointments: readonly Appointment[]): WaitingRoom => {
  const those = (status: Appointment['status']) => appointments.filter((a) => a.status === status);
  return {
    waiting: those('arrived').sort(byWait),
    inProgress: those('in-progress').sort(byTime),
    expected: those('booked').sort(byTime),
    done: those('fulfilled').sort(byTime),
    noshow: those('noshow').sort(byTime),
  };
};
