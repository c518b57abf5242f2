import type { Appointment } from '../../../contract/agenda.ts';
import type { ClaimId } from '../../../contract/ids.ts';
import type { Call } from '../../core/actor.ts';
import type { Ground } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { appointment } from '../store/appointments.ts';
import { appointmentClaim, saveAppointment } from '../store/claims.ts';
import { rowsOf } from './place.ts';

/** @throws DeskError NOT_FOUND, STALE_VERSION */
export const comment = (
  ground: Ground,
  call: Call,
  input: { readonly id: ClaimId; readonly version: number; readonly comment: string | null },
): Appointment =>
  ground.write(call, (tx) => {
    const before = appointmentClaim(tx.db, input.id);
    const next = input.comment || null;
    if (next !== before.comment) {
      refuseStale(tx.db, 'claim', before, input);
      const after = saveAppointment(tx.db, { ...before, comment: next });
      tx.record({ action: 'appointment.commented', rows: rowsOf(after), before, after, undoable: true });
    }
    return appointment(tx.db, input.id);
  });
