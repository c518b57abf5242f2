/** A fictitious house whose lists keep up with its requests, as the desk's followers make them. */
import type { PatientId } from '../../src/contract/ids.ts';
import type { EntryLimits } from '../../src/contract/waitlist.ts';
import { agendaCompensations } from '../../src/main/agenda/service.ts';
import type { Call } from '../../src/main/core/actor.ts';
import { type Follower, follow } from '../../src/main/core/follow.ts';
import { silentLog } from '../../src/main/core/log.ts';
import { undoLast } from '../../src/main/core/undo.ts';
import { requestCompensations } from '../../src/main/requests/service.ts';
import * as waitlist from '../../src/main/waitlist/service.ts';
import { anyTime, clara, openRequestsDesk, type RequestsDesk } from './requests-desk.ts';

export { anyTime, clara, louis } from './requests-desk.ts';

export const anybody: EntryLimits = {
  practitionerIds: [],
  wishes: anyTime,
  homeVisit: false,
  stepFree: false,
};

export interface WaitlistDesk extends RequestsDesk {
  /** What the followers would do before the next call. */
  catchUp(): void;
  register(patientId: PatientId, call?: Call): ReturnType<typeof waitlist.add>;
  /** This person's entries, open ones first, after catching up. */
  entriesOf(patientId: PatientId): ReturnType<typeof waitlist.ofPatient>[number]['entry'][];
}

export const openWaitlistDesk = (): WaitlistDesk => {
  const desk = openRequestsDesk();
  const { ground } = desk;
  const follower: Follower = follow(
    ground,
    waitlist.ENTRIES,
    waitlist.entriesReaction,
    silentLog,
    waitlist.concernsEntries,
  );
  const compensations = {
    ...agendaCompensations,
    ...requestCompensations,
    ...waitlist.entryCompensations,
  };
  return {
    ...desk,
    shut: () => {
      follower.stop();
      desk.shut();
    },
    undo: (call = clara) => undoLast(ground, call, compensations),
    catchUp: () => follower.catchUp(),
    register: (patientId, call = clara) =>
      waitlist.add(ground, call, {
        kind: 'registration',
        patientId,
        profession: 'general-practitioner',
        origin: 'counter',
        limits: anybody,
      }),
    entriesOf: (patientId) => {
      follower.catchUp();
      return waitlist.ofPatient(ground, patientId).map(({ entry }) => entry);
    },
  };
};
