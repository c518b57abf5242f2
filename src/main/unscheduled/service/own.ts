/** A practitioner gives her own time, never a colleague's; reception writes down what it was told. */
import type { ExceptionId, PractitionerId } from '../../../contract/ids.ts';
import type { Call } from '../../core/actor.ts';
import { fail } from '../../core/errors.ts';
import type { Ground } from '../../core/ground.ts';
import { practitionerSeated } from '../../people/store.ts';
import { exception } from '../../practice/store/exceptions.ts';

/** @returns the call, when it may be made @throws DeskError FORBIDDEN */
export const ownTime = ({ db }: Ground, call: Call, whose: PractitionerId): Call => {
  const own = call.actor.id === null ? null : practitionerSeated(db, call.actor.id);
  if (own !== null && own !== whose) fail('FORBIDDEN', { right: 'practice.write' });
  return call;
};

/** @throws DeskError FORBIDDEN, NOT_FOUND */
export const ownExtra = (ground: Ground, call: Call, id: ExceptionId): Call =>
  ownTime(ground, call, exception(ground.db, id).practitionerId);
