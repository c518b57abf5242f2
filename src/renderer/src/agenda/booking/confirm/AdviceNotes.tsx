import type { BookingAdvice } from '../../../../../contract/agenda.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { AppointmentLine } from '../../card/AppointmentLine.tsx';

/** What to say and what to look at beside the place: the instruction, and appointments close by. */
export const AdviceNotes = ({ advice }: { readonly advice: BookingAdvice }) => (
  <>
    {advice.instruction === null ? null : (
      <Notice tone="blue" title="Consigne">
        {advice.instruction}
      </Notice>
    )}
    {advice.nearby.length === 0 ? null : (
      <Notice
        tone="amber"
        title={
          advice.nearby.length === 1
            ? 'Déjà un rendez-vous à moins de six jours'
            : `Déjà ${advice.nearby.length} rendez-vous à moins de six jours`
        }
      >
        {advice.nearby.map((appointment) => (
          <AppointmentLine key={appointment.id} appointment={appointment} />
        ))}
      </Notice>
    )}
  </>
);
