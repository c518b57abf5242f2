/** A copy made before somebody was erased brings her back; she is erased again before anybody sees it. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { all } from '../../src/main/core/db.ts';
import { since } from '../../src/main/core/journal.ts';
import { draft } from '../support/patient-drafts.ts';
import { CLARA, JULIE, openTestHouse, type TestDesk } from './test-desk.ts';
import { type Connection, transports } from './transports.ts';

let house: TestDesk;
let connection: Connection;
const [transport] = transports;
beforeEach(async () => {
  house = await openTestHouse();
  if (transport === undefined) throw new Error('no transport');
  connection = await transport.connect(house.desk);
});
afterEach(async () => {
  await connection.close();
  await house.close();
});

const ground = () => house.desk.contextFor({ actorId: null, station: 'test' }).ground;
const NAME = 'Quenouille';

it('whoever was erased since a copy is erased again once the copy is in place, and nobody else', async () => {
  const clara = connection.as({ actorId: CLARA });
  const julie = connection.as({ actorId: JULIE });
  const { id } = await clara.patients.create({
    patient: draft(NAME, 'Philomène', { phones: ['06 39 98 42 71'], note: 'fauteuil bleu' }),
    confirmedNew: true,
  });
  const caller = await clara.requests.open({ nature: 'registration', callerName: 'Balthazar Ouistiti' });
  await clara.requests.close({ id: caller.id, version: caller.version, outcome: { kind: 'withdrawn' } });
  const { file } = await clara.copies.make();

  const word = 'EFFACER' as const;
  await julie.privacy.erase({ about: { kind: 'patient', id }, scope: 'whole', word });
  await julie.privacy.erase({ about: { kind: 'request', id: caller.id }, scope: 'whole', word });
  // Made after the copy: going back leaves no record under this number.
  const later = await clara.patients.create({ patient: draft('Tardive'), confirmedNew: true });
  expect(later.id).toBe(id + 1);

  await julie.copies.goBack({ file: file ?? '' });
  expect((await clara.patients.search({ text: NAME })).patients).toEqual([]);
  expect(all(ground().db, 'SELECT birth_name FROM patients WHERE id = ?', [id])).toEqual([
    { birth_name: 'Personne effacée' },
  ]);
  expect(all(ground().db, 'SELECT caller_name FROM requests WHERE id = ?', [caller.id])).toEqual([
    { caller_name: null },
  ]);
  expect(JSON.stringify(since(ground().db, 0, 999))).not.toContain(NAME);
  expect(since(ground().db, 0, 999).map(({ action }) => action)).toEqual(
    expect.arrayContaining(['copy.restored', 'person.erased', 'rows.erased-again']),
  );
  expect((await clara.patients.search({ text: 'Dupont' })).patients).toHaveLength(1);
}, 120_000);
