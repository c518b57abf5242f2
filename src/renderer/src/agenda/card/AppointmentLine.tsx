import type { Appointment } from '../../../../contract/agenda.ts';
import { capitalised, clockText, dayText } from '../../ui/dates.ts';
import { StatusChip } from '../../ui/StatusChip.tsx';
import { practitionerName } from '../practitioner-name.ts';
import { statusLook } from '../status.ts';
import { usePractitioners } from '../use-house.ts';
import './card.css';

/** One appointment of a person: when, with whom, what for. The state only when it says something. */
export const AppointmentLine = ({ appointment }: { readonly appointment: Appointment }) => {
  const practitioner = usePractitioners().find(({ id }) => id === appointment.practitionerId);
  const look = statusLook[appointment.status];
  return (
    <span className="appointment-line">
      <span className="appointment-when">
        {capitalised(dayText(appointment.day, 'short'))} <strong>{clockText(appointment.start)}</strong>
      </span>
      <span className="appointment-what">
        <i style={{ background: practitioner?.colour }} />
        {practitioner === undefined ? '' : practitionerName(practitioner)} · {appointment.typeName}
      </span>
      {appointment.status === 'booked' ? null : (
        <StatusChip tone={look.tone} shape={look.shape}>
          {look.label}
        </StatusChip>
      )}
    </span>
  );
};
