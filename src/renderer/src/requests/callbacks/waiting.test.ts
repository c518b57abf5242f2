import { describe, expect, test } from 'vitest';
import type { Callback } from '../../../../contract/callbacks.ts';
import { CallbackId, RequestId, StaffId } from '../../../../contract/ids.ts';
import type { DeskRequest } from '../../../../contract/requests.ts';
import { instantOf } from '../../../../contract/time.ts';
import { lineOfRequest, waitingGroups, waitingLines } from './waiting.ts';

const PARIS = 'Europe/Paris';
const MONDAY = '2026-11-23';
const at = (minute: number, day = MONDAY) => instantOf(day, minute, PARIS);
const me = { kind: 'staff', staffId: StaffId.parse(1) } as const;

const callback = (id: number, due: number, over: Partial<Callback> = {}): Callback => ({
  id: CallbackId.parse(id),
  version: 1,
  requestId: null,
  patient: null,
  callerName: null,
  phone: '+33639980001',
  answersProfessional: false,
  about: null,
  owner: me,
  due,
  openedAt: at(480),
  openedBy: StaffId.parse(1),
  attempts: 0,
  lastAttemptAt: null,
  closedAt: null,
  closedBy: null,
  outcome: null,
  ...over,
});

const request = (id: number, due: number, over: Partial<DeskRequest> = {}): DeskRequest => ({
  id: RequestId.parse(id),
  version: 1,
  nature: 'message',
  origin: 'call',
  professional: null,
  professionalEntryId: null,
  patientAgrees: null,
  patient: null,
  callerName: null,
  practitionerId: null,
  profession: null,
  message: { kind: 'result', urgent: false },
  wish: null,
  owner: me,
  due,
  continues: null,
  openedAt: at(480),
  openedBy: StaffId.parse(1),
  closedAt: null,
  closedBy: null,
  outcome: null,
  ...over,
});

describe('what waits to be rung', () => {
  const lines = waitingLines(
    [callback(1, at(1080)), callback(2, at(540)), callback(3, at(600, '2026-11-24'))],
    [request(1, at(570)), request(2, at(480), { nature: 'appointment', message: null })],
  );

  test('calls promised and messages not answered stand in one list, the earliest due first', () =>
    expect(lines.map(({ key }) => key)).toEqual(['callback 2', 'message 1', 'callback 1', 'callback 3']));

  test('late, today, and later are told apart by the clock of the house', () =>
    expect(
      waitingGroups(lines, at(600), { day: MONDAY, minute: 600 }, PARIS).map(({ label, lines: own }) => [
        label,
        own.map(({ key }) => key),
      ]),
    ).toEqual([
      ['En retard', ['callback 2', 'message 1']],
      ['Aujourd’hui', ['callback 1']],
      ['Plus tard', ['callback 3']],
    ]));

  test('what was just left is found again, as a message or as the call-back made from it', () => {
    const made = waitingLines([callback(9, at(600), { requestId: RequestId.parse(7) })], []);
    expect(lineOfRequest(lines, RequestId.parse(1))?.key).toBe('message 1');
    expect(lineOfRequest(made, RequestId.parse(7))?.key).toBe('callback 9');
    expect(lineOfRequest(lines, RequestId.parse(2))).toBeUndefined();
  });
});
