import { useQuery } from '@tanstack/react-query';
import type { Appointment } from '../../../../contract/agenda.ts';
import type { PractitionerId } from '../../../../contract/ids.ts';
import type { Day } from '../../../../contract/time.ts';
import { api } from '../../api/query.ts';
import { Callout } from '../Callout.tsx';
import { AppointmentList } from './AppointmentList.tsx';

interface StrandedProps {
  readonly practitionerId: PractitionerId;
  readonly from: Day;
  readonly to: Day;
}

/** Appointments that stand where the practitioner is not open any more: listed until somebody has dealt with each (R12). */
export const Stranded = (props: StrandedProps) => {
  const { data } = useQuery(api.agenda.stranded.queryOptions({ input: props }));
  const appointments = data?.map(({ appointment }): Appointment => appointment) ?? [];
  if (appointments.length === 0) return null;
  return (
    <Callout
      tone="warning"
      title={
        appointments.length === 1
          ? 'Un rendez-vous tombe hors des heures ouvertes'
          : `${appointments.length} rendez-vous tombent hors des heures ouvertes`
      }
    >
      <p>Ils restent dans l’agenda. Reprenez-les un par un depuis la journée.</p>
      <AppointmentList appointments={appointments} />
    </Callout>
  );
};
