import type { Appointment } from '../../../../contract/agenda.ts';
import { hashOf } from '../../app/router.ts';
import { capitalised, clockText, dayText } from '../../ui/dates.ts';
import './appointment-list.css';

/** Appointments of several days, day by day; a day leads to its agenda. */
export const AppointmentList = ({ appointments }: { readonly appointments: readonly Appointment[] }) => {
  const days = [...Map.groupBy(appointments, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  return (
    <ul className="set-appointments">
      {days.map(([day, there]) => (
        <li key={day}>
          <a href={hashOf('journee', { jour: day })}>{capitalised(dayText(day))}</a>
          <ul>
            {there
              .toSorted((a, b) => a.start - b.start)
              .map(({ id, start, patient, typeName }) => (
                <li key={id}>
                  <span>{clockText(start)}</span>
                  <span className="pv-name">{patient.displayName}</span>
                  <span className="set-quiet">{typeName}</span>
                </li>
              ))}
          </ul>
        </li>
      ))}
    </ul>
  );
};
