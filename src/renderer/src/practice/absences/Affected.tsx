import { useQueries } from '@tanstack/react-query';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { AbsenceDraft } from '../../../../contract/practice.ts';
import { addDays, type Day } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { AppointmentList } from '../stranded/AppointmentList.tsx';
import { isInside } from './span.ts';

/** What one question to the agenda may span. */
const CHUNK_DAYS = 31;
/** Beyond a year nobody books; an absence without end must not ask a thousand questions. */
const MOST_CHUNKS = 13;

const chunks = (from: Day, to: Day): { from: Day; to: Day }[] => {
  const found: { from: Day; to: Day }[] = [];
  for (let day = from; day <= to && found.length < MOST_CHUNKS; day = addDays(day, CHUNK_DAYS)) {
    const end = addDays(day, CHUNK_DAYS - 1);
    found.push({ from: day, to: end < to ? end : to });
  }
  return found;
};

const LIVE: readonly Appointment['status'][] = ['booked', 'arrived', 'in-progress'];

/** The appointments inside an absence that is being written: seen before it is saved, never hidden (R12). */
export const Affected = ({ absence }: { readonly absence: AbsenceDraft }) => {
  const { practitionerId, fromDay, toDay } = absence;
  const { appointments, known } = useQueries({
    queries: chunks(fromDay, toDay).map((span) =>
      api.agenda.range.queryOptions({ input: { ...span, practitionerIds: [practitionerId] } }),
    ),
    combine: (results) => ({
      known: results.length > 0 && results.every(({ isSuccess }) => isSuccess),
      appointments: results
        .flatMap(({ data }) => data ?? [])
        .flatMap((day) => day.appointments)
        .filter((appointment) => LIVE.includes(appointment.status) && isInside(absence, appointment)),
    }),
  });
  if (!known) return null;
  if (appointments.length === 0)
    return (
      <p>
        <StatusChip tone="green" shape="check">
          aucun rendez-vous dans cette absence
        </StatusChip>
      </p>
    );
  return (
    <section aria-label="Rendez-vous dans cette absence">
      <StatusChip tone="red" shape="triangle">
        {appointments.length} rendez-vous dans cette absence
      </StatusChip>
      <p className="set-quiet set-below">
        Rien n’est déplacé ni annulé : chacun reste dans l’agenda jusqu’à ce que vous l’ayez repris.
      </p>
      <AppointmentList appointments={appointments} />
    </section>
  );
};
