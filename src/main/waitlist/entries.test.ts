/** Entries of the lists on the real encrypted file: how they come from requests, and follow them. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { booking } from '../../../tests/support/agenda-desk.ts';
import { DUPONT, MARTIN, NGUYEN, PETIT, ROUX } from '../../../tests/support/agenda-house.ts';
import { anyTime, clara, openWaitlistDesk, type WaitlistDesk } from '../../../tests/support/waitlist-desk.ts';
import type { Closing } from '../../contract/requests.ts';
import * as agenda from '../agenda/service.ts';
import { all, run, type WriteDb } from '../core/db.ts';
import { follow } from '../core/follow.ts';
import { silentLog } from '../core/log.ts';
import * as patients from '../patients/service.ts';
import * as waitlist from './service.ts';

let desk: WaitlistDesk;
beforeEach(() => {
  desk = openWaitlistDesk();
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
const states = (patientId = ROUX) =>
  desk.entriesOf(patientId).map(({ id, state, end, requestId, since }) => [id, state, end, requestId, since]);
const wishesEarlier = (patientId = DUPONT) => {
  const { appointment } = agenda.book(desk.ground, clara, booking({ patientId, day: '2026-11-26' }));
  const asked = desk.open({ patientId, practitionerId: NGUYEN });
  desk.close(asked, { kind: 'earlier-list', appointmentId: appointment.id, wishes: anyTime });
  return appointment;
};

describe('A request that ended on the list', () => {
  test('makes an entry, with all that calling the person needs', () => {
    const asked = asks();
    desk.close(asked, gpList);
    expect(desk.entriesOf(ROUX)).toEqual([
      {
        id: 1,
        version: 1,
        kind: 'registration',
        patient: asked.patient,
        profession: 'general-practitioner',
        practitionerIds: [PETIT],
        wishes: { ...anyTime, atShortNotice: true },
        homeVisit: false,
        stepFree: false,
        appointment: null,
        origin: 'call',
        requestId: asked.id,
        since: asked.openedAt,
        reconfirmBy: '2027-02-21',
        attempts: 0,
        lastAttemptAt: null,
        cptsAgrees: null,
        state: 'waiting',
        end: null,
        closedAt: null,
        closedBy: null,
      },
    ]);
  });

  test('makes no second one, however often the journal is read', () => {
    desk.close(asks(), gpList);
    desk.catchUp();
    const before = desk.actions();
    desk.ground.write(clara, (tx) => {
      run(tx.db, "DELETE FROM cursors WHERE follower = 'waitlist-entries'");
      tx.record({ action: 'test.replayed', rows: [] });
    });
    desk.catchUp();
    expect(desk.actions()).toEqual([...before, 'test.replayed']);
    expect(states()).toHaveLength(1);
  });

  test('asked again, keeps its place and takes the newer wishes', () => {
    const first = asks();
    desk.close(first, gpList);
    desk.catchUp();
    desk.at('2026-12-10', 600);
    const again = asks();
    desk.close(again, { ...gpList, practitionerIds: [] });
    expect(desk.entriesOf(ROUX)).toMatchObject([
      { id: 1, requestId: again.id, since: first.openedAt, practitionerIds: [], reconfirmBy: '2027-03-10' },
    ]);
  });

  test('is settled by the first appointment, and back when that is taken back', () => {
    const asked = asks();
    desk.close(asked, gpList);
    desk.catchUp();
    desk.book(asks(), { patientId: ROUX });
    expect(states()).toEqual([[1, 'closed', 'settled', asked.id, asked.openedAt]]);
    desk.undo();
    expect(states()).toEqual([[1, 'waiting', null, asked.id, asked.openedAt]]);
  });

  test('taken back with Ctrl+Z, takes the entry back; closed again, the same entry stands', () => {
    const asked = asks();
    desk.close(asked, gpList);
    desk.catchUp();
    desk.undo();
    expect(states()).toEqual([[1, 'closed', 'taken-back', asked.id, asked.openedAt]]);
    desk.close({ id: asked.id, version: 3 }, gpList);
    expect(states()).toEqual([[1, 'waiting', null, asked.id, asked.openedAt]]);
  });

  test('is settled months later too, when she asks no more', () => {
    const asked = asks();
    desk.close(asked, gpList);
    desk.catchUp();
    desk.at('2027-02-15', 600);
    const later = asks();
    expect(later.continues).toBeNull();
    desk.close(later, { kind: 'withdrawn' });
    expect(states()).toEqual([[1, 'closed', 'settled', asked.id, asked.openedAt]]);
  });

  test('stands while she asks again, and before whoever has waited less, whichever was closed first', () => {
    const first = asks(MARTIN);
    desk.at('2026-11-24', 700);
    const other = asks(ROUX);
    desk.close(other, gpList);
    desk.close(first, gpList);
    asks(MARTIN);
    desk.catchUp();
    const order = waitlist.list(desk.ground, { kind: 'registration' });
    expect(order.map(({ entry }) => [entry.patient.id, entry.requestId])).toEqual([
      [MARTIN, first.id],
      [ROUX, other.id],
    ]);
  });

  test('is not made again once the entry was closed by hand; asking again waits from that day', () => {
    desk.close(asks(), gpList);
    desk.catchUp();
    waitlist.close(desk.ground, clara, { id: 1 as never, version: 1, end: 'no-longer-looking' });
    const answered = desk.open({ patientId: ROUX, nature: 'administrative' });
    desk.close(answered, { kind: 'answered', said: 'Fait.' });
    expect(states().map(([, state]) => state)).toEqual(['closed']);
    desk.at('2027-02-15', 600);
    const later = asks();
    desk.close(later, gpList);
    expect(states()).toEqual([
      [2, 'waiting', null, later.id, later.openedAt],
      [1, 'closed', 'no-longer-looking', 1, expect.any(Number)],
    ]);
  });
});

describe('Whoever waits for an earlier appointment', () => {
  test('stays on the list wherever the one that stands moves', () => {
    const kept = wishesEarlier();
    desk.catchUp();
    agenda.move(desk.ground, clara, {
      id: kept.id,
      version: kept.version,
      practitionerId: NGUYEN,
      day: '2026-11-27',
      start: kept.start,
      acceptPatientBusy: false,
    });
    expect(desk.entriesOf(DUPONT)).toMatchObject([
      { state: 'waiting', appointment: { id: kept.id, practitionerId: NGUYEN, day: '2026-11-27' } },
    ]);
  });

  test('waits no more once it was cancelled, and waits again when that is taken back', () => {
    const kept = wishesEarlier();
    desk.catchUp();
    agenda.cancel(desk.ground, clara, { id: kept.id, version: kept.version, by: 'patient' });
    expect(desk.entriesOf(DUPONT)).toMatchObject([{ state: 'closed', end: 'appointment-over' }]);
    desk.undo();
    expect(desk.entriesOf(DUPONT)).toMatchObject([{ id: 1, state: 'waiting', end: null }]);
  });

  test('is off the list from the minute on which it begins, and closed with whatever is asked next', () => {
    const kept = wishesEarlier();
    desk.catchUp();
    const listed = () => waitlist.list(desk.ground, { kind: 'earlier' }).length;
    desk.at('2026-11-26', kept.start - 1);
    expect(listed()).toBe(1);
    desk.at('2026-11-26', kept.start);
    expect(listed()).toBe(0);
    asks();
    expect(desk.entriesOf(DUPONT)).toMatchObject([{ state: 'closed', end: 'appointment-over' }]);
  });
});

describe('Two records of one person', () => {
  test('have one entry, which has waited the longer; separated again, each has her own', () => {
    const first = asks(MARTIN);
    desk.close(first, gpList);
    desk.at('2026-12-01', 600);
    const second = asks(ROUX);
    desk.close(second, gpList);
    desk.catchUp();
    const merged = patients.mergePatient(desk.ground, clara, { id: MARTIN, version: 1, into: ROUX });
    expect(states(ROUX)).toEqual([
      [1, 'waiting', null, second.id, first.openedAt],
      [2, 'closed', 'same-person', second.id, second.openedAt],
    ]);
    patients.unmergePatient(desk.ground, clara, { id: MARTIN, version: merged.version });
    expect(states(MARTIN)).toEqual([[1, 'waiting', null, first.id, first.openedAt]]);
    expect(states(ROUX)).toEqual([[2, 'waiting', null, second.id, second.openedAt]]);
  });
});

test('A follower that begins today finds whoever was put on a list before, with the date', () => {
  const asked = asks();
  desk.close(asked, gpList);
  desk.book(desk.open({ patientId: DUPONT, nature: 'registration', profession: 'nurse' }), {
    patientId: DUPONT,
  });
  desk.at('2027-06-01', 600);
  follow(
    desk.ground,
    waitlist.ENTRIES,
    waitlist.entriesReaction,
    silentLog,
    waitlist.concernsEntries,
  ).catchUp();
  expect(
    all(desk.ground.db as WriteDb, 'SELECT patient_id, since, reconfirm_by FROM waitlist_entries'),
  ).toEqual([{ patient_id: ROUX, since: asked.openedAt, reconfirm_by: '2027-02-21' }]);
});
