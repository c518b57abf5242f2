import type { Staff } from '../../contract/people.ts';
import type { Practitioner } from '../../contract/practice.ts';
import { addDays } from '../../contract/time.ts';
import { exampleCard } from '../../contract/urgency-example.ts';
import type { Tx } from '../core/ground.ts';
import { insertCard, signCard } from '../urgency/store/cards.ts';
import type { Hour } from './course.ts';

const SIGNED_DAYS_AGO = 96;
const REVIEWED_AFTER = 365;

/** The urgency card of the fictitious house, signed by its first doctor: without it nobody could be refused. */
export const signDemoCard = (
  tx: Tx,
  { today, instant }: Hour,
  practitioners: readonly Practitioner[],
  staff: readonly Staff[],
): void => {
  const first = practitioners.find(({ profession }) => profession === 'general-practitioner');
  const doctor = staff.find(
    ({ role, practitionerId }) => role === 'practitioner' && practitionerId === first?.id,
  );
  if (doctor?.practitionerId == null) throw new Error('no practitioner in the fictitious house');
  const on = addDays(today, -SIGNED_DAYS_AGO);
  const { id } = insertCard(tx.db, {
    number: 1,
    redFlags: exampleCard.redFlags,
    author: 'Les médecins de la maison (fictive)',
    writtenBy: doctor.id,
    writtenAt: instant(on, 780),
  });
  if (id !== null)
    signCard(tx.db, id, {
      signedBy: doctor.practitionerId,
      signedStaff: doctor.id,
      signedOn: on,
      reviewDue: addDays(on, REVIEWED_AFTER),
    });
};
