import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PatientDraft } from '../../src/contract/patients.ts';
import { testFolders } from '../support/data-folder.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { filesIn, tracesIn } from '../support/traces.ts';

const folders = testFolders();
let folder = '';
let desk: RunningDesk;
afterEach(() => folders.removeAll());

/** Words that stand nowhere else, one for each place where a patient's own words can go. */
const WORDS = [
  'Zwénibaldoquirin',
  'Théodulphinette',
  'Quirinaldépouse',
  'zwenibaldo.quirin@exemple.fr',
  'impasse des Ylangs-Ylangs',
  'Xaintrailleville',
  'préfère être rappelée après quinze heures',
  'douleur au genou gauche depuis dimanche',
  'certificat pour le club de voile',
  'sa belle-sœur Gwenaëllandine',
  'le bilan du foie est à commenter',
  'prévenue que le foie va bien',
  '639984512',
  '0639984512',
  '06 39 98 45 12',
  '06.39.98.45.12',
  'SQLite format 3',
] as const;

const PERSON: PatientDraft = {
  birthName: 'Zwénibaldoquirin',
  usedName: 'Quirinaldépouse',
  givenNames: 'Théodulphinette',
  usedGivenName: null,
  birth: { precision: 'day', value: '1952-03-12' },
  sex: 'female',
  identity: 'provisional',
  phones: ['06.39.98.45.12'],
  email: 'zwenibaldo.quirin@exemple.fr',
  address: '3 impasse des Ylangs-Ylangs',
  postalCode: '63100',
  city: 'Xaintrailleville',
  attendingDoctor: { kind: 'unknown' },
  needs: [],
  note: 'préfère être rappelée après quinze heures',
};

/** A morning at the desk: everything that writes, everything that fails, and a copy. */
const morning = async (): Promise<void> => {
  const nobody = desk.as({});
  await nobody.practice.setUp({
    house: { name: 'Maison fictive', zone: 'Europe/Paris', region: 'metropole', phone: null, address: null },
    practitioners: [
      {
        title: 'Dr',
        familyName: 'Fictif',
        givenName: 'Alma',
        profession: 'general-practitioner',
        rpps: null,
        colour: '#0d7a72',
        step: 15,
        active: true,
        position: 1,
      },
    ],
    staff: [{ initials: 'CM', name: 'Camille Fictive' }],
  });
  const camille = (await nobody.people.list()).find(({ initials }) => initials === 'CM');
  const at = desk.as({ actorId: camille?.id ?? 0 });
  const [doctor] = await at.practice.practitioners();
  if (!doctor) throw new Error('no doctor');
  await at.practice.addWeeklyHours({
    practitionerId: doctor.id,
    weekdays: [1, 2, 3, 4, 5],
    start: 510,
    end: 1080,
    kind: 'regular',
    capacity: 1,
    everyWeeks: 1,
    anchorDay: '2026-11-23',
    validFrom: '2026-11-01',
    validTo: null,
  });
  const type = (await at.practice.appointmentTypes()).find(({ kind }) => kind === 'regular');
  if (!type) throw new Error('no appointment type');
  const person = await at.patients.create({ patient: PERSON });
  const changed = await at.patients.update({
    id: person.id,
    version: person.version,
    patient: { ...PERSON, city: 'Xaintrailleville-le-Haut' },
  });
  const asked = await at.requests.open({
    patientId: person.id,
    origin: 'nurse',
    professional: 'sa belle-sœur Gwenaëllandine',
    wish: 'douleur au genou gauche depuis dimanche',
  });
  const about = 'le bilan du foie est à commenter';
  const callback = { due: 0, phone: '06.39.98.45.12', callerName: 'sa belle-sœur Gwenaëllandine', about };
  await at.requests.close({ id: asked.id, version: 1, outcome: { kind: 'callback', callback } });
  const [promised] = await at.callbacks.pending();
  if (!promised) throw new Error('no call-back');
  const kept = { kind: 'kept', said: 'prévenue que le foie va bien' } as const;
  await at.callbacks.close({ id: promised.id, version: 1, outcome: kept });
  const booking = {
    practitionerId: doctor.id,
    day: '2026-11-24',
    start: 540,
    appointmentTypeId: type.id,
    patientId: person.id,
    comment: 'certificat pour le club de voile',
  };
  await at.agenda.book(booking);
  await at.patients.search({ text: 'zwenibaldo quirin 0639984512' });

  // Refusals and faults, which are where words slip into logs.
  const refused = await Promise.allSettled([
    at.agenda.book(booking),
    at.patients.create({ patient: PERSON }),
    at.patients.create({ patient: { ...PERSON, phones: ['Zwénibaldoquirin'] } }),
    at.patients.update({ id: changed.id, version: 1, patient: PERSON }),
    at.patients.update({ id: 9999 as typeof changed.id, version: 1, patient: PERSON }),
    desk.as({ station: 'Zwénibaldoquirin' }).gate.undo(),
    at.requests.close({ id: asked.id, version: 1, outcome: { kind: 'answered', said: about } }),
    at.callbacks.close({ id: promised.id, version: 1, outcome: kept }),
    at.callbacks.add({ due: 0, phone: 'Zwénibaldoquirin', about }),
  ]);
  expect(refused.map((r) => r.status)).toEqual(refused.map(() => 'rejected'));
  expect((await at.copies.make()).failure).toBe(null);
};

const traces = () => tracesIn(folder, WORDS);

describe('no name, phone number or word of a patient lies in clear in the data folder', () => {
  beforeEach(async () => {
    folder = folders.make();
    desk = await startDesk({ now: '2026-11-23T08:00+01:00', folder });
  });
  afterEach(() => desk.child.kill('SIGKILL'));

  it('while the desk is open, nor once it is closed', async () => {
    await morning();
    // The second copy of one minute has a number, and takes the place of the first.
    expect(filesIn(folder).map((name) => name.replace(/-08h00(-\d)?/, ''))).toEqual(
      expect.arrayContaining([
        'parvis.db',
        'parvis.db-shm',
        'parvis.db-wal',
        'parvis.keys',
        'parvis.lock',
        'parvis.lock.json',
        'sauvegardes/parvis-2026-11-23.db',
        'sauvegardes/parvis-2026-11-23.keys',
        'sauvegardes/parvis-2026-11-23.json',
        'journaux/parvis-2026-11-23.jsonl',
        'host.json',
      ]),
    );
    expect(traces()).toEqual([]);
    await desk.stop();
    expect(filesIn(folder)).not.toContain('parvis.db-wal');
    expect(traces()).toEqual([]);
  });

  it('nor after its plug was pulled', async () => {
    await morning();
    const ended = new Promise((resolve) => desk.child.once('exit', resolve));
    desk.child.kill('SIGKILL');
    await ended;
    expect(filesIn(folder)).toContain('parvis.db-wal');
    expect(traces()).toEqual([]);
  });
});

describe('the search for traces itself', () => {
  it.each([
    ['as it is', 'Zwénibaldoquirin'],
    ['in capitals', 'ZWÉNIBALDOQUIRIN'],
    ['as it is searched, without accents', 'zwenibaldoquirin'],
    ['as Windows writes it', Buffer.from('Zwénibaldoquirin', 'utf16le')],
    ['as the former software writes it', Buffer.from('Zwénibaldoquirin', 'latin1')],
    ['in JSON', '"Zw\\u00e9nibaldoquirin"'],
    ['in an address', '/search?q=Zw%C3%A9nibaldoquirin'],
    ['in base64', Buffer.from('{"name":"Zwénibaldoquirin"}').toString('base64')],
  ])('finds a name %s', (_, content) => {
    const place = join(folders.make(), 'a', 'b');
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, 'trace.bin'), content);
    expect(tracesIn(join(place, '..'), ['Zwénibaldoquirin'])).toEqual([
      { file: 'b/trace.bin', word: 'Zwénibaldoquirin' },
    ]);
    rmSync(place, { recursive: true });
  });
});
