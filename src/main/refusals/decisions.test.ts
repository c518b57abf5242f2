/** Breach of trust and repeated absence: a practitioner's own, about one patient, and never a way to drop somebody. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { refused } from '../../../tests/support/agenda-desk.ts';
import {
  BERNARD,
  CONSULTATION,
  clara,
  DUPONT,
  fixtureDb,
  NGUYEN,
  PETIT,
  ROUX,
} from '../../../tests/support/agenda-house.ts';
import {
  drNguyen,
  drPetit,
  openRefusalHouse,
  type RefusalHouse,
} from '../../../tests/support/refusal-house.ts';
import type { PatientId } from '../../contract/ids.ts';
import type { Decision } from '../../contract/intake.ts';
import { run } from '../core/db.ts';
import { since } from '../core/journal.ts';
import * as refusals from './service.ts';

let house: RefusalHouse;
beforeEach(() => {
  house = openRefusalHouse();
});
afterEach(() => house.close());

const decide = (more: object = {}, call = drNguyen): Decision =>
  refusals.decide(house.ground, call, {
    patientId: BERNARD,
    ground: 'breach-of-trust',
    decidedOn: '2026-11-20',
    knownPatient: false,
    ...more,
  });
const refusedWhole = (work: () => unknown) => {
  const before = house.counts();
  const why = refused(work);
  expect(house.counts()).toEqual(before);
  return why;
};
const ask = (patientId: PatientId = BERNARD) => {
  const request = house.ask({ patientId });
  house.urgency(request.id);
  return request;
};

describe('A decision', () => {
  test('is the practitioner’s own, dated, about one patient', () => {
    expect(decide()).toEqual({
      id: 1,
      version: 1,
      practitionerId: NGUYEN,
      patientId: BERNARD,
      ground: 'breach-of-trust',
      decidedOn: '2026-11-20',
      knownPatient: false,
      patientToldOn: null,
      successor: null,
      informationPassedOn: null,
      owed: [],
      recordedBy: 3,
      recordedAt: house.clock.now(),
      withdrawnAt: null,
    });
    expect(since(house.ground.db, 0).at(-1)).toMatchObject({ action: 'decision.recorded', actor: 'LN' });
    expect(refusals.decisions(house.ground, BERNARD)).toHaveLength(1);
    expect(refusals.decisions(house.ground, ROUX)).toEqual([]);
  });

  test('is recorded by nobody in her name', () => {
    expect(refusedWhole(() => decide({}, clara))).toEqual({ code: 'NOT_A_PRACTITIONER', data: {} });
  });

  test('is dated neither tomorrow nor twice', () => {
    expect(refusedWhole(() => decide({ decidedOn: '2026-11-24' }))).toEqual({
      code: 'INVALID_INPUT',
      data: { fields: [{ path: 'decidedOn', code: 'future' }] },
    });
    decide();
    expect(refusedWhole(() => decide({ ground: 'repeated-absence' }))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'already-decided' },
    });
  });

  test('closes her door to that patient, and no colleague’s', () => {
    house.set(NGUYEN);
    const { id } = decide();
    const request = ask();
    expect(
      refusals
        .whoCan(house.ground, { requestId: request.id, homeVisit: false })
        .map(({ practitionerId, can, grounds, decision }) => [
          practitionerId,
          can,
          grounds,
          decision?.id ?? null,
        ]),
    ).toEqual([
      [PETIT, 'yes', [], null],
      [NGUYEN, 'no', ['breach-of-trust'], id],
    ]);
    expect(refusedWhole(() => house.accept(request, NGUYEN))).toEqual({
      code: 'CONFLICT',
      data: { reason: 'practitioner-decided' },
    });
    const { refusal } = house.record(request, { ground: 'breach-of-trust', decisionId: id });
    expect(refusal).toMatchObject({ ground: 'breach-of-trust', decisionId: id });
    expect(refusal.duties.continuity.owed).toBe(true);
  });

  test('serves no other patient, no other practitioner, no other ground', () => {
    const { id } = decide();
    const why = (more: object, request = ask(ROUX)) =>
      refusedWhole(() => house.record(request, { ground: 'breach-of-trust', decisionId: id, ...more })).data;
    expect(why({})).toEqual({ why: 'no-decision' });
    expect(why({ practitionerId: PETIT, colleagues: [] }, ask())).toEqual({ why: 'no-decision' });
    expect(why({ ground: 'repeated-absence' }, ask())).toEqual({ why: 'no-decision' });
    expect(why({ decisionId: 99 as never }, ask())).toEqual({ why: 'decision-of-another' });
    expect(why({ ground: 'list-full' }, ask())).toEqual({ why: 'decision-of-another' });
  });

  test('is withdrawn by her, and then serves nobody', () => {
    const { id } = decide();
    expect(
      refusedWhole(() => refusals.withdrawDecision(house.ground, drPetit, { id, version: 1 })).code,
    ).toBe('NOT_A_PRACTITIONER');
    expect(refusals.withdrawDecision(house.ground, drNguyen, { id, version: 1 })).toMatchObject({
      version: 2,
      withdrawnAt: house.clock.now(),
    });
    const request = ask();
    expect(
      refusedWhole(() => house.record(request, { ground: 'breach-of-trust', decisionId: id })).data,
    ).toEqual({ why: 'no-decision' });
    expect(decide({ ground: 'repeated-absence' }).id).toBe(2);
  });
});

describe('Somebody who was followed is handed over first', () => {
  test('whatever she says, when the file names her as médecin traitant', () => {
    expect(decide({ patientId: DUPONT }).owed).toEqual([
      'patient-told',
      'successor-named',
      'information-passed',
    ]);
  });

  test('whatever she says, when the file shows an appointment that took place', () => {
    run(
      fixtureDb(house.ground),
      `INSERT INTO claims (version, kind, practitioner_id, day, start_min, end_min, status, capacity, overbooked,
         patient_id, appointment_type_id, created_at)
       VALUES (1, 'appointment', ?, '2026-11-16', 540, 555, 'fulfilled', 1, 0, ?, ?, 0)`,
      [NGUYEN, ROUX, CONSULTATION],
    );
    expect(decide({ patientId: ROUX }).knownPatient).toBe(true);
  });

  test('step by step, by her; only then may it be told at the desk', () => {
    const { id } = decide({ knownPatient: true });
    const step = (version: number, more: object, call = drNguyen) =>
      refusals.handOver(house.ground, call, { id, version, ...more });
    const request = ask();
    const refuse = () => house.record(request, { ground: 'breach-of-trust', decisionId: id });
    const owed = () => refusedWhole(refuse);
    expect(owed().data).toEqual({ why: 'continuity-owed' });
    expect(refusedWhole(() => step(1, { patientToldOn: '2026-11-21' }, clara)).code).toBe(
      'NOT_A_PRACTITIONER',
    );
    expect(step(1, { patientToldOn: '2026-11-21' }).owed).toEqual(['successor-named', 'information-passed']);
    expect(step(2, { successor: { kind: 'house', practitionerId: PETIT } }).owed).toEqual([
      'information-passed',
    ]);
    expect(owed().data).toEqual({ why: 'continuity-owed' });
    expect(step(3, { informationPassedOn: '2026-11-23' }).owed).toEqual([]);
    expect(refuse().refusal.decisionId).toBe(id);
    expect(refusals.history(house.ground, BERNARD).map(({ what, by }) => [what.kind, by])).toEqual([
      ['refused', 'CM'],
      ['handed-over', 'LN'],
      ['handed-over', 'LN'],
      ['handed-over', 'LN'],
      ['decided', 'LN'],
    ]);
  });

  test('not before it was decided, not tomorrow, not to herself', () => {
    const { id } = decide({ knownPatient: true });
    const fields = (more: object) =>
      refusedWhole(() => refusals.handOver(house.ground, drNguyen, { id, version: 1, ...more })).data;
    expect(fields({ patientToldOn: '2026-11-19', informationPassedOn: '2026-11-24' })).toEqual({
      fields: [
        { path: 'informationPassedOn', code: 'future' },
        { path: 'patientToldOn', code: 'before-decision' },
      ],
    });
    expect(fields({ successor: { kind: 'house', practitionerId: NGUYEN } })).toEqual({
      fields: [{ path: 'successor', code: 'herself' }],
    });
  });

  test('on the version that she read', () => {
    const { id } = decide({ knownPatient: true });
    refusals.handOver(house.ground, drNguyen, { id, version: 1, successor: { kind: 'outside' } });
    expect(
      refusedWhole(() =>
        refusals.handOver(house.ground, drNguyen, { id, version: 1, patientToldOn: '2026-11-21' }),
      ),
    ).toEqual({ code: 'STALE_VERSION', data: { version: 2, changed: ['owed', 'successor'] } });
  });
});
