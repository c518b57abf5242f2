/** S1: « Je voudrais voir un médecin, n'importe lequel, le plus tôt possible. » */
import type { Page } from '@playwright/test';
import { dayShown } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

/** F2, the person, F3: the list of free places is on screen. */
const askForADoctor = async (page: Page, hands: Hands) => {
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
  await hands.press('F3');
  const places = page.getByRole('list', { name: 'Places libres' });
  await expect(places.getByRole('button').nth(4)).toBeVisible();
  return places;
};

test('S1: a known patient gets the soonest place of any doctor, in at most 20 keys and without the mouse', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  const places = await askForADoctor(page, hands);
  // Her own doctor first, because he is free within 48 hours; then whoever is soonest.
  await expect(places.getByRole('button').first()).toContainText('Dr Nguyen');
  await expect(places.getByRole('button').first()).toContainText('traitant');
  await hands.press('ArrowDown');
  await expect(places.locator('[aria-current]')).toHaveCount(1);
  const chosen = (await places.locator('[aria-current] strong').textContent()) ?? '';
  await hands.press('Enter');
  await hands.press('1');
  await hands.press('Enter');

  await expect(page.getByText('Rendez-vous enregistré')).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(20);
  expect(await hands.mouse()).toBe(0);

  // What is read back on the phone is what the desk holds, and the day shows it.
  const asCamille = desk.as({ actorId: 1 });
  const { patients } = await asCamille.patients.search({ text: 'dup mar 1952', limit: 1 });
  const patientId = patients[0]?.id;
  if (patientId === undefined) throw new Error('Marie Dupont is not known');
  const { coming } = await asCamille.agenda.ofPatient({ patientId });
  expect(coming.map(({ typeName, status }) => [typeName, status])).toEqual([['Consultation', 'booked']]);
  const [hour = '', minute = ''] = chosen.split(':');
  expect(coming[0]?.start).toBe(Number(hour) * 60 + Number(minute));
  await expect(page.getByText('À relire à voix haute')).toBeVisible();
  await expect(page.getByLabel('Nouvelle demande').getByRole('status')).toContainText(
    `à ${Number(hour)} h${minute === '00' ? '' : ` ${minute}`} avec`,
  );
  const waiting = await asCamille.requests.pending();
  expect(waiting.filter(({ patient }) => patient?.id === patientId)).toEqual([]);
});

test('R2: the place goes while the call lasts; the nearest ones are proposed where the list was', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  const places = await askForADoctor(page, hands);
  await hands.press('ArrowDown');
  await hands.press('Enter');
  await hands.press('1');
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeVisible();

  // At the other desk somebody is quicker.
  const other = desk.as({ actorId: 2, station: 'Accueil 2' });
  const [marie, someone] = await Promise.all([
    other.patients.search({ text: 'dup mar 1952', limit: 1 }),
    other.patients.search({ text: 'serre emma', limit: 1 }),
  ]);
  const types = await other.practice.appointmentTypes();
  const consultation = types.find(
    ({ name, profession }) => name === 'Consultation' && profession === 'general-practitioner',
  );
  const patientId = marie.patients[0]?.id;
  const otherId = someone.patients[0]?.id;
  if (consultation === undefined || patientId === undefined || otherId === undefined)
    throw new Error('the house is not the one expected');
  const { slots } = await other.agenda.freeSlots({
    who: { kind: 'profession', profession: 'general-practitioner' },
    appointmentTypeId: consultation.id,
    patientId,
  });
  const second = slots[1];
  if (second === undefined) throw new Error('no second place');
  await other.agenda.book({
    practitionerId: second.practitionerId,
    day: second.day,
    start: second.start,
    appointmentTypeId: consultation.id,
    patientId: otherId,
  });

  await hands.press('Enter');
  await expect(page.getByText('Ce créneau vient d’être pris')).toBeVisible();
  await expect(places.getByRole('button').first()).toBeVisible();
  // The person and the type are kept: choosing and saving are two keys.
  await hands.press('Enter');
  await hands.press('Enter');
  await expect(page.getByText('Rendez-vous enregistré')).toBeVisible();
});

test('closing the panel half-way loses nothing: the request waits, and is taken up where it was left', async ({
  page,
  hands,
}) => {
  await dayShown(page);
  await askForADoctor(page, hands);
  await hands.press('Escape');
  await expect(page.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
  await hands.press('Escape');
  await expect(page.getByText('La demande de DUPONT Marie reste ouverte')).toBeVisible();
  await page.getByRole('link', { name: 'Demandes ouvertes' }).click();
  const hers = page.getByRole('listitem').filter({ hasText: 'DUPONT Marie' });
  await hers.getByRole('button', { name: 'Reprendre' }).click();
  await expect(page.getByRole('complementary').getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
});
