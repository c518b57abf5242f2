/**
 * Two thousand people who wait for an earlier place in the grown house, by an adopted rule: each keeps an appointment of the
 * weeks to come, a third have said something that counts. Always the same for one seed.
 */
import { AskedCriterion } from '../../src/contract/criteria.ts';
import type { ClaimId, PatientId, PractitionerId, StaffId } from '../../src/contract/ids.ts';
import { addDays } from '../../src/contract/time.ts';
import { all, run, type WriteDb } from '../../src/main/core/db.ts';
import { insertCriterion } from '../../src/main/criteria/store.ts';
import { PROPOSED } from '../../src/main/waitlist/rules/score.ts';
import { insertEntry } from '../../src/main/waitlist/store/entries.ts';
import { insertRules, saveAdoption } from '../../src/main/waitlist/store/rule-versions.ts';
import { NOW, TODAY } from './grow.ts';
import { chance } from './measure.ts';

export const WAITING = 2000;
const CLARA = 1 as StaffId;
const DOCTORS = [1, 2, 3, 4, 5, 6] as PractitionerId[];
const DAY_MS = 86_400_000;

interface Kept {
  readonly id: ClaimId;
  readonly patientId: PatientId;
  readonly practitionerId: PractitionerId;
}

/** One appointment a person, in a fortnight at the earliest: whatever comes free before is an earlier place. */
const keptAppointments = (db: WriteDb): Kept[] =>
  all<Kept>(
    db,
    `SELECT min(id) AS id, patient_id AS patientId, practitioner_id AS practitionerId FROM claims
      WHERE kind = 'appointment' AND status = 'booked' AND day >= ? AND practitioner_id <= ?
      GROUP BY patient_id ORDER BY min(id) LIMIT ?`,
    [addDays(TODAY, 14), DOCTORS.length, WAITING],
  );

export const fillWaitlist = (db: WriteDb): void => {
  const random = chance(13);
  db.transaction(() => {
    const { id } = insertRules(db, PROPOSED, NOW, CLARA);
    saveAdoption(db, id, { on: TODAY, practitionerIds: DOCTORS, recordedAt: NOW, recordedBy: CLARA });
    for (const { id: appointmentId, patientId, practitionerId } of keptAppointments(db)) {
      const mayBeAnyDoctor = random() < 0.6;
      insertEntry(db, {
        kind: 'earlier',
        patientId,
        profession: 'general-practitioner',
        practitionerIds: mayBeAnyDoctor ? DOCTORS : [practitionerId],
        appointmentId,
        wishes: {
          days: random() < 0.3 ? [2, 4] : [],
          from: random() < 0.2 ? 840 : null,
          to: random() < 0.2 ? 720 : null,
          practitionerSex: random() < 0.1 ? 'female' : null,
          atShortNotice: random() < 0.3,
          note: null,
        },
        homeVisit: random() < 0.05,
        stepFree: random() < 0.1,
        origin: 'call',
        requestId: null,
        since: NOW - Math.floor(random() * 700 * DAY_MS),
        reconfirmBy: addDays(TODAY, 30),
        attempts: 0,
        lastAttemptAt: null,
        cptsAgrees: null,
        state: 'waiting',
        ended: null,
        closedAt: null,
        closedBy: null,
      });
      for (const criterion of AskedCriterion.options)
        if (random() < 0.1)
          insertCriterion(db, {
            patientId,
            criterion,
            answer: 'yes',
            source: 'person',
            saidOn: TODAY,
            holdsUntil: null,
            version: 1,
            setAt: NOW,
            setBy: CLARA,
          });
    }
  })();
  run(db, 'ANALYZE');
};
