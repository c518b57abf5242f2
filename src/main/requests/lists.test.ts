/** Who waits on a list: read from requests on the real encrypted file, merged records and moved appointments included. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { booking } from '../../../tests/support/agenda-desk.ts';
import { DUPONT, MARTIN, NGUYEN, PETIT, ROUX } from '../../../tests/support/agenda-house.ts';
import { anyTime, clara, openRequestsDesk, type RequestsDesk } from '../../../tests/support/requests-desk.ts';
import type { Closing } from '../../contract/requests.ts';
import * as agenda from '../agenda/service.ts';
import * as patients from '../patients/service.ts';
import * as requests from './service.ts';

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
});
afterEach(() => desk.shut());

const gpList: Closing = {
  kind: 'registration-list',
  profession: 'general-practitioner',
  practitionerIds: [PETIT],
  wishes: { ...anyTime, atShortNotice: true },
};
const asks = (patientId = ROUX, more = {}) =>
  desk.open({ nature: 'registration', profession: 'general-practitioner', patientId, ...more });
const waiting = () =>
  requests.onLists(desk.ground).map(({ patient, requestId, list }) => [patient.id, requestId, list.kind]);
const wishesEarlier = (patientId = DUPONT) => {
  const { appointment } = agenda.book(desk.ground, clara, booking({ patientId, day: '2026-11-26' }));
  const asked = desk.open({ patientId, practitionerId: NGUYEN });
  desk.close(asked, { kind: 'earlier-list', appointmentId: appointment.id, wishes: anyTime });
  return appointment;
};

describe('Whoever was put on a list', () => {
  test('is found, with all that calling her back needs', () => {
    const asked = asks();
    desk.close(asked, gpList);
    expect(requests.onLists(desk.ground)).toEqual([
      {
        requestId: asked.id,
        patient: asked.patient,
        list: { kind: 'registration', profession: 'general-practitioner', practitionerIds: [PETIT] },
        wishes: { ...anyTime, atShortNotice: true },
        since: asked.openedAt,
      },
    ]);
  });

  test('stays found while she keeps the appointment that is too late for her, wherever it moves', () => {
    const kept = wishesEarlier();
    const list = () => requests.onLists(desk.ground).map((one) => one.list);
    expect(list()).toEqual([
      {
        kind: 'earlier',
        appointment: { id: kept.id, practitionerId: NGUYEN, day: '2026-11-26', start: kept.start },
      },
    ]);
    agenda.move(desk.ground, clara, {
      id: kept.id,
      version: kept.version,
      practitionerId: NGUYEN,
      day: '2026-11-27',
      start: kept.start,
      acceptPatientBusy: false,
    });
    expect(list()).toMatchObject([{ appointment: { day: '2026-11-27' } }]);
  });

  test('waits for nothing earlier once her appointment has begun, or was cancelled', () => {
    const kept = wishesEarlier();
    desk.at('2026-11-26', kept.start - 1);
    expect(waiting()).toHaveLength(1);
    desk.at('2026-11-26', kept.start);
    expect(waiting()).toEqual([]);
    desk.at('2026-11-24', 600);
    agenda.cancel(desk.ground, clara, { id: kept.id, version: kept.version, by: 'patient' });
    expect(waiting()).toEqual([]);
  });

  test('is one line when she asks again, since the first time and with what she wishes last', () => {
    const first = asks();
    desk.close(first, gpList);
    desk.at('2026-12-01', 600);
    const again = asks();
    expect(waiting()).toEqual([[ROUX, first.id, 'registration']]);
    desk.close(again, { ...gpList, practitionerIds: [] });
    expect(requests.onLists(desk.ground)).toMatchObject([
      { requestId: again.id, since: first.openedAt, list: { practitionerIds: [] } },
    ]);
  });

  test('is gone once she has her first appointment, and back when that is taken back', () => {
    desk.close(asks(), gpList);
    desk.book(asks(), { patientId: ROUX });
    expect(waiting()).toEqual([]);
    desk.undo();
    expect(waiting()).toHaveLength(1);
  });

  test('is gone months later too, when she asks no more', () => {
    desk.close(asks(), gpList);
    desk.at('2027-02-15', 600);
    const later = asks();
    expect(later.continues).toBeNull();
    desk.close(later, { kind: 'withdrawn' });
    expect(waiting()).toEqual([]);
  });

  test('is one person under merged records', () => {
    const first = asks(MARTIN);
    desk.close(first, gpList);
    desk.at('2026-12-01', 600);
    desk.close(asks(ROUX), gpList);
    patients.mergePatient(desk.ground, clara, { id: MARTIN, version: 1, into: ROUX });
    expect(requests.onLists(desk.ground)).toMatchObject([
      { patient: { id: ROUX }, requestId: 2, since: first.openedAt },
    ]);
  });

  test('comes before those who have waited less', () => {
    const late = asks(MARTIN);
    desk.at('2026-11-24', 700);
    desk.close(late, gpList);
    const other = asks(ROUX);
    desk.close(other, gpList);
    expect(waiting().map(([id]) => id)).toEqual([MARTIN, ROUX]);
  });
});
