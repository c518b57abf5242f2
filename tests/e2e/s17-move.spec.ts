/** S17: « Je ne peux plus venir lundi, vous auriez autre chose ? » */
import { dayShown } from './support/day.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

test('S17: an appointment is moved in at most 10 keys and without the mouse, and Ctrl+Z takes it back', async ({
  page,
  hands,
  desk,
}) => {
  const client = desk.as({ actorId: 1 });
  const { patients } = await client.patients.search({ text: 'dupont elisabeth', limit: 1 });
  const patientId = patients[0]?.id;
  if (patientId === undefined) throw new Error('Élisabeth Dupont is not known');
  const [before] = (await client.agenda.ofPatient({ patientId })).coming;
  if (before === undefined) throw new Error('Élisabeth Dupont has no appointment to move');

  await dayShown(page);
  await hands.press('Control+k');
  await hands.type('dup');
  await expect(page.getByRole('option').nth(1)).toContainText('DUPONT née LEFÈVRE Élisabeth');
  await hands.press('ArrowDown');
  await hands.press('Enter');
  await expect(
    page.getByRole('complementary').getByRole('heading', { name: 'DUPONT née LEFÈVRE Élisabeth' }),
  ).toBeVisible();
  await hands.press('d');
  await expect(page.getByRole('list', { name: 'Places libres' }).getByRole('button').first()).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: 'Déplacer' })).toBeVisible();
  await hands.press('Enter');

  await expect(
    page.getByRole('complementary').getByText('Rendez-vous déplacé', { exact: true }),
  ).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(10);
  expect(await hands.mouse()).toBe(0);

  const moved = await client.agenda.get({ id: before.id });
  expect([moved.status, moved.practitionerId, moved.end - moved.start]).toEqual([
    'booked',
    before.practitionerId,
    before.end - before.start,
  ]);
  expect([moved.day, moved.start]).not.toEqual([before.day, before.start]);

  await hands.press('Control+z');
  await expect(page.getByText('Rendez-vous déplacé : annulé')).toBeVisible();
  const back = await client.agenda.get({ id: before.id });
  expect([back.day, back.start]).toEqual([before.day, before.start]);
});
