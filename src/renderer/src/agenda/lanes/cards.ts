/** From appointments and holds to cards. A row that cannot be drawn is set apart and named; the day goes on (R11). */
import type { AgendaDay, Appointment, AppointmentStatus, Hold } from '../../../../contract/agenda.ts';
import type { ClaimId } from '../../../../contract/ids.ts';
import { clockText, hourText } from '../../ui/dates.ts';
import type { Card, Lane } from '../calendar/types.ts';
import { shortName } from '../short-name.ts';
import { statusLook } from '../status.ts';

export interface DrawnCards {
  readonly cards: readonly Card[];
  /** Rows that could not be drawn: said above the grid. */
  readonly faulty: readonly ClaimId[];
}

const MOVABLE: readonly AppointmentStatus[] = ['booked', 'arrived'];

const cardOf = (appointment: Appointment, lane: Lane): Card => {
  const { id, start, end, status, patient, typeName, overbooked } = appointment;
  if (!(end > start) || start < 0 || end > 1440)
    throw new RangeError('an appointment that ends before it starts');
  const name = shortName(patient.displayName);
  // First what is seen, in its order: whoever speaks to the screen says what stands on it.
  const said = [
    `${clockText(start)} ${name} ${typeName}`.trim(),
    name === patient.displayName ? '' : patient.displayName,
    statusLook[status].label.toLowerCase(),
    overbooked === null ? '' : 'surbooking',
    lane.title,
  ];
  return {
    id,
    lane: lane.key,
    kind: 'appointment',
    start,
    end,
    status,
    name,
    detail: typeName,
    overbooked: overbooked !== null,
    movable: MOVABLE.includes(status),
    spoken: said.filter((part) => part !== '').join(', '),
  };
};

const holdCard = ({ id, start, end }: Hold, lane: Lane, said: string | undefined): Card => ({
  id,
  lane: lane.key,
  kind: 'hold',
  start,
  end,
  status: 'booked',
  name: said ?? 'Proposé',
  detail: 'en attente de réponse',
  overbooked: false,
  movable: false,
  spoken: `${hourText(start)}, créneau proposé à quelqu’un, ${lane.title}`,
});

interface What {
  readonly cancelled: boolean;
  /** Who offers a time that is kept, as its card says it. */
  readonly offered?: ReadonlyMap<ClaimId, string>;
}

export const cardsOf = (
  days: readonly AgendaDay[],
  lanes: readonly Lane[],
  { cancelled, offered }: What,
): DrawnCards => {
  const cards: Card[] = [];
  const faulty: ClaimId[] = days.flatMap(({ unreadable }) => unreadable);
  const laneAt = new Map(lanes.map((lane) => [`${lane.practitionerId} ${lane.day}`, lane]));
  for (const { day, appointments, holds } of days) {
    for (const appointment of appointments) {
      if (appointment.status === 'cancelled' && !cancelled) continue;
      const lane = laneAt.get(`${appointment.practitionerId} ${day}`);
      if (lane === undefined) continue;
      try {
        cards.push(cardOf(appointment, lane));
      } catch {
        faulty.push(appointment.id);
      }
    }
    for (const hold of holds) {
      const lane = laneAt.get(`${hold.practitionerId} ${day}`);
      if (lane !== undefined) cards.push(holdCard(hold, lane, offered?.get(hold.id)));
    }
  }
  return { cards, faulty };
};
