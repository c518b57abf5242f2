import type { ClaimId } from '../../../contract/ids.ts';
import { type Paper, paperText } from '../../../contract/paper.ts';
import { localNow } from '../../../contract/time.ts';
import { found } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { house } from '../../practice/store/house.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { slip as slipOf } from '../rules/slip.ts';
import { appointment } from '../store/appointments.ts';

/** To print, and the same as text. Nothing is written. @throws DeskError NOT_FOUND */
export const slip = ({ db, clock }: Ground, id: ClaimId): { paper: Paper; text: string } => {
  const home = found(house(db), 'house');
  const booked = appointment(db, id);
  const paper = slipOf({
    appointment: booked,
    practitioner: practitioner(db, booked.practitionerId),
    house: home,
    now: localNow(clock.now(), home.zone),
  });
  return { paper, text: paperText(paper) };
};
