/** S16: a result, a prescription, a certificate: a third of all calls. From the first ring to the kept promise. */
import { dayShown } from './support/day.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

test('S16: a message for the doctor, answered, called back and kept, in at most 25 keys and without the mouse', async ({
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
  await hands.press('m');
  const pour = page.getByRole('button', { name: /^Pour/ });
  await expect(pour).toContainText('Dr Nguyen');
  await hands.press('Enter');
  await expect(page.getByText('Message laissé : Dr Nguyen')).toBeVisible();
  await expect(page.getByText('C’est transmis, vous aurez une réponse avant 18 h.')).toBeVisible();

  // The practitioner has it among what waits for her.
  const asCamille = desk.as({ actorId: 1 });
  const nguyen = (await asCamille.practice.practitioners()).find(({ familyName }) => familyName === 'Nguyen');
  if (nguyen === undefined) throw new Error('Dr Nguyen is not known');
  const forHer = await asCamille.requests.forPractitioner({ practitionerId: nguyen.id });
  expect(forHer.requests.map(({ patient }) => patient?.displayName)).toContain('DUPONT Marie');

  // She answers in passing; the line that was just left is under the cursor.
  await hands.press('F7');
  const line = page.getByRole('listitem').filter({ hasText: 'DUPONT Marie' });
  await expect(line).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByLabel('Réponse à dire à la personne')).toBeFocused();
  await hands.press('1');
  await hands.press('Enter');
  await expect(page.getByText('DUPONT Marie : réponse reçue, à rappeler')).toBeVisible();

  // Marie is rung: what is to be said stands there already.
  await expect(line).toBeFocused();
  await expect(line).toContainText('« Tout est en ordre »');
  await hands.press('Enter');
  await expect(page.getByLabel('Ce qui a été dit')).toHaveValue('Tout est en ordre');
  await hands.press('Enter');
  await expect(page.getByText('DUPONT Marie : rappel tenu')).toBeVisible();

  expect(hands.keys).toBeLessThanOrEqual(25);
  expect(await hands.mouse()).toBe(0);
  test.info().annotations.push({ type: 'keys', description: String(hands.keys) });

  const { patients } = await asCamille.patients.search({ text: 'dup mar 1952', limit: 1 });
  const patientId = patients[0]?.id;
  if (patientId === undefined) throw new Error('Marie Dupont is not known');
  const { path } = await asCamille.requests.history({ patientId });
  expect(path.map(({ what }) => what.kind)).toEqual(['kept', 'closed', 'promised', 'asked']);
});

test('S14: the practitioner’s glance counts the calls for her, and nothing there can be changed', async ({
  page,
  hands,
  desk,
}) => {
  const asCamille = desk.as({ actorId: 1 });
  const [first] = await asCamille.practice.practitioners();
  if (first === undefined) throw new Error('nobody practises here');
  const { requests, callbacks } = await asCamille.requests.forPractitioner({ practitionerId: first.id });
  await dayShown(page);
  await hands.press('Digit1');
  const calls = page.locator('.glance-list', { hasText: 'Appels pour vous' });
  await expect(calls.locator('h3')).toHaveText(`Appels pour vous ${requests.length + callbacks.length}`);
  await expect(calls).toContainText('Message, ');
  await expect(page.getByRole('dialog').getByRole('button')).toHaveCount(0);
});

test('a call-back past its deadline turns red on the home screen, and the strip leads to it', async ({
  page,
  desk,
}) => {
  const asCamille = desk.as({ actorId: 1 });
  const dues = [
    ...(await asCamille.callbacks.pending()),
    ...(await asCamille.requests.pending()).filter(({ nature }) => nature === 'message'),
  ].map(({ due }) => due);
  const lateAt = (when: string) =>
    dues.filter((due) => due < Temporal.Instant.from(when).epochMilliseconds).length;
  const [before, after] = [lateAt('2026-11-23T10:20+01:00'), lateAt('2026-11-23T13:30+01:00')];
  expect(before).toBeGreaterThan(0);
  expect(after).toBeGreaterThan(before);
  await page.setViewportSize({ width: 1920, height: 1080 });
  await dayShown(page);
  const way = page.getByRole('button', { name: /^À rappeler/ });
  await expect(way).toContainText(`À rappeler ${dues.length}, dont ${before} en retard`);
  await expect(way.getByText(`${before} en retard`)).toHaveCSS('color', 'rgb(179, 40, 45)');
  // Three hours later more promises are broken, and say so by themselves.
  await desk.setNow('2026-11-23T13:30+01:00');
  await page.clock.setFixedTime(Temporal.Instant.from('2026-11-23T13:30+01:00').epochMilliseconds);
  await expect(way).toContainText(`dont ${after} en retard`, { timeout: 20_000 });
  await way.click();
  await expect(page.getByRole('complementary', { name: 'À rappeler' })).toBeVisible();
  await expect(page.locator('[data-group="late"] .waiting-row')).not.toHaveCount(0);
});
