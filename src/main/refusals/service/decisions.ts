/** Breach of trust and repeated absence: a practitioner's own decision, and the hand-over that goes with it. */
import type { DecisionId, PatientId, PractitionerId } from '../../../contract/ids.ts';
import type { Decision, DecisionGround } from '../../../contract/intake.ts';
import type { Day } from '../../../contract/time.ts';
import type { Call } from '../../core/actor.ts';
import { fail, failFields, found } from '../../core/errors.ts';
import type { Ground, Tx } from '../../core/ground.ts';
import type { RowRef } from '../../core/journal.ts';
import { refuseStale } from '../../core/stale.ts';
import { recordsOf, survivorOf } from '../../patients/store.ts';
import { practitioner } from '../../practice/store/practitioners.ts';
import { checkDays } from '../rules/decisions.ts';
import * as store from '../store/decisions.ts';
import { isFollowedBy } from '../store/followed.ts';
import { dayAt, seatedAs, staffOf } from './policies.ts';

const rowsOf = (decision: Decision): RowRef[] => [
  { entity: 'decision', id: decision.id },
  { entity: 'patient', id: decision.patientId },
  { entity: 'practitioner', id: decision.practitionerId },
];

/** @throws DeskError NOT_A_PRACTITIONER: nobody decides in a practitioner's name */
const herself = (tx: Tx): PractitionerId => seatedAs(tx.db, staffOf(tx)) ?? fail('NOT_A_PRACTITIONER', {});

const ownStanding = (tx: Tx, sent: { id: DecisionId; version: number }): Decision => {
  const before = store.decision(tx.db, sent.id);
  if (before.practitionerId !== herself(tx)) fail('NOT_A_PRACTITIONER', {});
  refuseStale(tx.db, 'decision', before, sent);
  return before.withdrawnAt === null ? before : fail('CONFLICT', { reason: 'decision-withdrawn' });
};

/** @throws DeskError NOT_A_PRACTITIONER, NOT_FOUND, CONFLICT, INVALID_INPUT */
export const decide = (
  ground: Ground,
  call: Call,
  input: {
    readonly patientId: PatientId;
    readonly ground: DecisionGround;
    readonly decidedOn: Day;
    readonly knownPatient: boolean;
  },
): Decision =>
  ground.write(call, (tx) => {
    const practitionerId = herself(tx);
    const patientId = found(survivorOf(tx.db, input.patientId), 'patient');
    const records = recordsOf(tx.db, patientId);
    const standing = store
      .decisionsAbout(tx.db, records)
      .some((one) => one.practitionerId === practitionerId && one.withdrawnAt === null);
    if (standing) fail('CONFLICT', { reason: 'already-decided' });
    const days = { decidedOn: input.decidedOn, patientToldOn: null, informationPassedOn: null };
    const errors = checkDays(days, dayAt(tx.db, tx.now));
    if (errors.length > 0) failFields(...errors);
    const after = store.insertDecision(tx.db, {
      practitionerId,
      patientId,
      ground: input.ground,
      decidedOn: input.decidedOn,
      // What the file shows cannot be left unsaid.
      knownPatient: input.knownPatient || isFollowedBy(tx.db, records, practitionerId),
      recordedBy: staffOf(tx),
      recordedAt: tx.now,
    });
    tx.record({ action: 'decision.recorded', rows: rowsOf(after), after });
    return after;
  });

/** @throws DeskError NOT_A_PRACTITIONER, NOT_FOUND, STALE_VERSION, CONFLICT, INVALID_INPUT */
export const handOver = (
  ground: Ground,
  call: Call,
  input: {
    readonly id: DecisionId;
    readonly version: number;
    readonly patientToldOn?: Day | undefined;
    readonly successor?: NonNullable<Decision['successor']> | undefined;
    readonly informationPassedOn?: Day | undefined;
  },
): Decision =>
  ground.write(call, (tx) => {
    const before = ownStanding(tx, input);
    const next: Decision = {
      ...before,
      patientToldOn: input.patientToldOn ?? before.patientToldOn,
      successor: input.successor ?? before.successor,
      informationPassedOn: input.informationPassedOn ?? before.informationPassedOn,
    };
    if (next.successor?.kind === 'house') {
      practitioner(tx.db, next.successor.practitionerId);
      if (next.successor.practitionerId === before.practitionerId)
        failFields({ path: 'successor', code: 'herself' });
    }
    const errors = checkDays(next, dayAt(tx.db, tx.now));
    if (errors.length > 0) failFields(...errors);
    const after = store.saveDecision(tx.db, next);
    tx.record({ action: 'decision.handed-over', rows: rowsOf(after), before, after });
    return after;
  });

/** @throws DeskError NOT_A_PRACTITIONER, NOT_FOUND, STALE_VERSION, CONFLICT */
export const withdrawDecision = (
  ground: Ground,
  call: Call,
  input: { readonly id: DecisionId; readonly version: number },
): Decision =>
  ground.write(call, (tx) => {
    const before = ownStanding(tx, input);
    const after = store.saveDecision(tx.db, { ...before, withdrawnAt: tx.now });
    tx.record({ action: 'decision.withdrawn', rows: rowsOf(after), before, after });
    return after;
  });

export const decisions = ({ db }: Ground, patientId: PatientId): Decision[] =>
  store.decisionsAbout(db, recordsOf(db, patientId));
