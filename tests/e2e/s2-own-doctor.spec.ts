/** S2: « Mon médecin, le matin seulement, pour un certificat de sport. » */
import { dayShown } from './support/day.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

test('S2: her own doctor, a precise type, mornings only, in at most 22 keys and without the mouse', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
  await hands.press('F3');
  const places = page.getByRole('list', { name: 'Places libres' });
  await expect(places.getByRole('button').first()).toBeVisible();
  await hands.press('t');
  const certificate = page.getByRole('button', { name: /^\d? ?Certificat de sport/ });
  await expect(certificate).toBeVisible();
  const digit = (await certificate.getAttribute('aria-keyshortcuts')) ?? '';
  await hands.press(digit);
  await hands.press('m');
  await expect(page.getByRole('button', { name: 'Matin' })).toHaveAttribute('aria-pressed', 'true');
  await expect(places).not.toHaveAttribute('data-waiting');
  for (const place of await places.getByRole('button').all()) await expect(place).toContainText('Dr Nguyen');
  await hands.press('ArrowDown');
  await hands.press('Enter');
  // The doctor's own instruction stands in the same panel, before anything is saved.
  await expect(page.getByText('Consigne')).toBeVisible();
  await hands.press('Enter');

  await expect(page.getByText('Rendez-vous enregistré')).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(22);
  expect(await hands.mouse()).toBe(0);

  const asCamille = desk.as({ actorId: 1 });
  const { patients } = await asCamille.patients.search({ text: 'dup mar 1952', limit: 1 });
  const patientId = patients[0]?.id;
  if (patientId === undefined) throw new Error('Marie Dupont is not known');
  const { coming } = await asCamille.agenda.ofPatient({ patientId });
  expect(coming.map(({ typeName, start, end }) => [typeName, end - start, start < 13 * 60])).toEqual([
    ['Certificat de sport', 30, true],
  ]);
});
