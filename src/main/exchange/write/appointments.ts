/** Appointments of the former agenda. Past or coming, they were promised to somebody: none is dropped for being in the way. */
import type { ClaimId } from '../../../contract/ids.ts';
import { type AppointmentClaim, appointmentClaim, NoRoom } from '../../agenda/store/claims.ts';
import {
  type FormerAppointment,
  insertFormerAppointment,
  updateFormerAppointment,
} from '../../agenda/store/former.ts';
import { found } from '../../core/errors.ts';
import type { PreparedAppointment } from '../rules/prepared.ts';
import type { Links } from './all.ts';
import { typeKey } from './house.ts';
import type { Target } from './rows.ts';

const OVERLAPPED_THERE = 'Chevauchement repris de l’ancien agenda';
/** The place was given at this desk since: both stand, and the card says so. */
const OVERLAPS_HERE = 'Repris de l’ancien agenda sur une place déjà donnée ici';

export const appointmentTarget = (links: Links): Target<PreparedAppointment, AppointmentClaim> => {
  const rowOf = (row: PreparedAppointment): FormerAppointment => ({
    sourceCode: row.code,
    practitionerId: found(links.practitioners.get(row.practitioner), 'practitioner'),
    patientId: found(links.patients.get(row.patient), 'patient'),
    day: row.day,
    start: row.start,
    end: row.end,
    status: row.status,
    appointmentTypeId:
      row.typeName === null
        ? null
        : (links.types.get(typeKey({ profession: row.profession, name: row.typeName })) ?? null),
    comment: row.comment,
    overbookedReason: row.overbooked ? OVERLAPPED_THERE : null,
  });
  const placed = <T>(row: PreparedAppointment, place: (former: FormerAppointment) => T): T => {
    const former = rowOf(row);
    try {
      return place(former);
    } catch (error) {
      if (!(error instanceof NoRoom)) throw error;
      return place({ ...former, overbookedReason: OVERLAPS_HERE });
    }
  };
  return {
    entity: 'claim',
    keyOf: (row) => row.code,
    insert: (tx, row) => ({ id: placed(row, (former) => insertFormerAppointment(tx.db, former, tx.now)) }),
    rowOf: (db, id) => appointmentClaim(db, id as ClaimId),
    update: (tx, { id }, row) => placed(row, (former) => updateFormerAppointment(tx.db, id, former, tx.now)),
  };
};
