/** Is this place to be had, and if not, why and where else: for whoever only looks. The write has the last word. */

import type { Slot } from '../../../contract/errors.ts';
import type { PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { AppointmentType } from '../../../contract/practice.ts';
import { type Day, type Instant, localNow, type Minute } from '../../../contract/time.ts';
import type { ReadDb } from '../../core/db.ts';
import { housesZone } from '../../practice/store/house.ts';
import { hasRoom, headsByMinute } from '../rules/occupancy.ts';
import { type Outside, placementOf } from '../rules/placement.ts';
import { occupiedBetween } from '../store/occupied.ts';
import { framesOf } from './frames.ts';
import { proposalsFor } from './free-slots.ts';
import { kindFor, patientBusy } from './place.ts';

export interface Looked {
  /** Null: to be had. */
  readonly why: 'taken' | 'patient-busy' | Outside | null;
  readonly proposals: Slot[];
}

export interface LookedFor {
  readonly practitionerId: PractitionerId;
  readonly day: Day;
  readonly start: Minute;
  readonly type: AppointmentType;
  readonly patientId: PatientId | null;
}

export const lookAt = (db: ReadDb, now: Instant, wanted: LookedFor): Looked => {
  const { practitionerId, day, start, type, patientId } = wanted;
  const at = { practitionerId, day, start, end: start + type.minutes };
  const why = ((): Looked['why'] => {
    if (at.end > 1440) return 'closed';
    const frame = framesOf(db, [practitionerId], day, day, now)(practitionerId, day);
    const kind = patientId === null ? type.kind : kindFor(db, { type, patientId, practitionerId });
    const placement = placementOf(at, kind, frame, localNow(now, housesZone(db)));
    if ('outside' in placement) return placement.outside;
    const busy = occupiedBetween(db, day, day, now, null).on(practitionerId, day);
    if (!hasRoom(at, headsByMinute(busy), placement.capacity)) return 'taken';
    return patientId !== null && patientBusy(db, { ...at, patientId, own: null }).length > 0
      ? 'patient-busy'
      : null;
  })();
  if (why === null) return { why, proposals: [] };
  const { minutes, kind, id } = type;
  const gone = { practitionerId, day, start, minutes, kind, patientId };
  return { why, proposals: proposalsFor(db, now, { ...gone, appointmentTypeId: id, ignoring: null }) };
};
