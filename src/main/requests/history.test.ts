/** One person's whole path on one screen: what was asked, tried, promised and said, when and by whom. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DUPONT, MARTIN, NGUYEN, ROUX } from '../../../tests/support/agenda-house.ts';
import {
  anyTime,
  clara,
  louis,
  openRequestsDesk,
  type RequestsDesk,
} from '../../../tests/support/requests-desk.ts';
import { eraseContents, historyOf } from '../core/journal.ts';
import * as patients from '../patients/service.ts';
import * as requests from './service.ts';

let desk: RequestsDesk;
beforeEach(() => {
  desk = openRequestsDesk();
});
afterEach(() => desk.shut());

const path = (patientId = ROUX) =>
  requests
    .history(desk.ground, patientId)
    .path.toReversed()
    .map(({ by, about, what }) => [by, about, what]);

const asked = (more: object = {}) => ({
  kind: 'asked',
  again: false,
  origin: 'call',
  professional: null,
  callerName: null,
  wish: null,
  ...more,
});
const request = (id: number) => ({ kind: 'request', id });
const callback = (id: number) => ({ kind: 'callback', id });

test('S3, then S16: from the first call to the kept promise', () => {
  const search = { nature: 'registration', profession: 'general-practitioner', patientId: ROUX } as const;
  const first = desk.open({ ...search, wish: 'cherche un médecin traitant' });
  desk.at('2026-11-23', 490);
  desk.open(
    { ...search, origin: 'pharmacy', professional: 'Pharmacie fictive', wish: 'sans médecin' },
    louis,
  );
  const onList = {
    kind: 'registration-list' as const,
    profession: 'general-practitioner' as const,
    practitionerIds: [],
    wishes: anyTime,
  };
  desk.close({ id: first.id, version: 2 }, onList);
  desk.at('2026-12-02', 600);
  const second = desk.open(search);
  desk.close(second, { kind: 'callback', callback: { due: desk.clock.now() + 1 } });
  desk.at('2026-12-02', 660);
  desk.tried({ id: 1, version: 1 }, louis);
  desk.tried({ id: 1, version: 2 }, louis);
  desk.undo(louis);
  requests.change(desk.ground, clara, { id: 1 as never, version: 4, about: 'trois places au 1er janvier' });
  desk.end({ id: 1, version: 5 }, { kind: 'kept', said: 'Préfère attendre le Dr Nguyen.' });

  expect(path()).toEqual([
    ['CM', request(1), asked({ wish: 'cherche un médecin traitant' })],
    [
      'LB',
      request(1),
      asked({ again: true, origin: 'pharmacy', professional: 'Pharmacie fictive', wish: 'sans médecin' }),
    ],
    ['CM', request(1), { kind: 'closed', outcome: onList }],
    ['CM', request(2), asked()],
    ['CM', callback(1), { kind: 'promised' }],
    ['CM', request(2), { kind: 'closed', outcome: { kind: 'callback', callbackId: 1 } }],
    ['LB', callback(1), { kind: 'tried' }],
    ['LB', callback(1), { kind: 'tried' }],
    ['LB', callback(1), { kind: 'not-tried' }],
    ['CM', callback(1), { kind: 'changed', changed: ['about'] }],
    ['CM', callback(1), { kind: 'kept', said: 'Préfère attendre le Dr Nguyen.' }],
  ]);
  const { requests: all, callbacks } = requests.history(desk.ground, ROUX);
  expect(all.map(({ id, continues }) => [id, continues])).toEqual([
    [2, 1],
    [1, null],
  ]);
  expect(callbacks.map(({ id, attempts }) => [id, attempts])).toEqual([[1, 1]]);
});

test('booked, taken back, withdrawn, taken back: each step shows', () => {
  desk.book(desk.open({ patientId: DUPONT }));
  desk.undo();
  desk.close({ id: 1, version: 3 }, { kind: 'withdrawn' });
  desk.undo();
  expect(path(DUPONT)).toEqual([
    ['CM', request(1), asked()],
    ['CM', request(1), { kind: 'closed', outcome: { kind: 'appointment', appointmentId: 1 } }],
    ['CM', request(1), { kind: 'reopened' }],
    ['CM', request(1), { kind: 'closed', outcome: { kind: 'withdrawn' } }],
    ['CM', request(1), { kind: 'reopened' }],
  ]);
});

test('what was given up, called off and changed is told as such', () => {
  const first = desk.promise({ patientId: ROUX });
  desk.tried(first);
  desk.end({ id: 1, version: 2 }, { kind: 'unreachable' });
  desk.undo();
  const second = desk.promise({ patientId: ROUX });
  desk.end(second, { kind: 'withdrawn' });
  desk.promise({ patientId: ROUX });
  desk.undo();
  desk.update(desk.open({ patientId: ROUX }), { practitionerId: NGUYEN });
  expect(path()).toEqual([
    ['CM', callback(1), { kind: 'promised' }],
    ['CM', callback(1), { kind: 'tried' }],
    ['CM', callback(1), { kind: 'given-up' }],
    ['CM', callback(1), { kind: 'reopened' }],
    ['CM', callback(2), { kind: 'promised' }],
    ['CM', callback(2), { kind: 'called-off' }],
    ['CM', callback(3), { kind: 'promised' }],
    ['CM', callback(3), { kind: 'called-off' }],
    ['CM', request(1), asked()],
    ['CM', request(1), { kind: 'changed', changed: ['practitionerId', 'profession'] }],
  ]);
});

test('of two merged records it is one path, of separated ones two', () => {
  desk.open({ patientId: ROUX });
  patients.mergePatient(desk.ground, clara, { id: ROUX, version: 1, into: MARTIN });
  desk.open({ patientId: MARTIN, nature: 'administrative' });
  expect([path(ROUX).length, path(MARTIN).length]).toEqual([2, 2]);
  patients.unmergePatient(desk.ground, clara, { id: ROUX, version: 2 });
  expect([path(ROUX).length, path(MARTIN).length]).toEqual([1, 1]);
});

test('once its contents are erased, who did something and when remains, what was said does not', () => {
  desk.open({ patientId: ROUX, wish: 'quelque chose' });
  desk.end(desk.promise({ patientId: ROUX }), { kind: 'kept', said: 'Oui.' });
  const seqs = [request(1), callback(1)].flatMap(({ kind, id }) =>
    historyOf(desk.ground.db, { entity: kind, id }).map(({ seq }) => seq),
  );
  desk.ground.write(clara, (tx) => eraseContents(tx, seqs));
  expect(path()).toEqual([
    ['CM', request(1), asked({ origin: null })],
    ['CM', callback(1), { kind: 'promised' }],
    ['CM', callback(1), { kind: 'closed', outcome: null }],
  ]);
});

test('of somebody who never asked anything is empty', () =>
  expect(requests.history(desk.ground, MARTIN)).toEqual({ requests: [], callbacks: [], path: [] }));
