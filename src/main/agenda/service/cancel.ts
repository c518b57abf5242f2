import type { Appointment, CancelledBy } from '../../../contract/agenda.ts';
import type { ClaimId } from '../../../contract/ids.ts';
import type { Call } from '../../core/actor.ts';
import { fail } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import { refuseStale } from '../../core/stale.ts';
import { appointment } from '../store/appointments.ts';
import { type AppointmentClaim, appointmentClaim, saveAppointment } from '../store/claims.ts';
import { rowsOf } from './place.ts';

export interface Cancellation {
  readonly id: ClaimId;
  readonly version: number;
  readonly by: CancelledBy;
  readonly reason?: string | undefined;
}

/** The row stays, with who, why and when; its time is free at once (R8). */
export const cancelClaim = (
  tx: Tx,
  claim: AppointmentClaim,
  { by, reason }: Pick<Cancellation, 'by' | 'reason'>,
): AppointmentClaim =>
  saveAppointment(tx.db, {
    ...claim,
    status: 'cancelled',
    cancelledBy: by,
    cancelReason: reason || null,
    cancelledAt: tx.now,
  });

/**
 * Cancelling twice, for the same reason, changes nothing: a double click is no conflict.
 * @throws DeskError NOT_FOUND, STALE_VERSION, STATUS_NOT_ALLOWED once the patient was seen or did not come
 */
export const cancel = (ground: Ground, call: Call, input: Cancellation): Appointment =>
  ground.write(call, (tx) => {
    const before = appointmentClaim(tx.db, input.id);
    const already =
      before.status === 'cancelled' &&
      before.cancelledBy === input.by &&
      before.cancelReason === (input.reason || null);
    if (!already) {
      refuseStale(tx.db, 'claim', before, input);
      if (before.status !== 'booked' && before.status !== 'arrived')
        fail('STATUS_NOT_ALLOWED', { from: before.status, to: 'cancelled' });
      const after = cancelClaim(tx, before, input);
      tx.record({ action: 'appointment.cancelled', rows: rowsOf(after), before, after, undoable: true });
    }
    return appointment(tx.db, input.id);
  });
