/** S4: a practitioner's answer is a medical act: it lands on the line that she was shown, and on no other. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { UrgencyLine } from '../../src/contract/urgency.ts';
import type { RunningDesk } from '../support/running-desk.ts';
import { expect, test } from './support/test.ts';

const NOW = '2026-11-23T10:00+01:00';
test.use({ now: NOW });

const answers = (page: Page) =>
  page.getByRole('region', { name: /urgence attend votre réponse|n’attend plus/ });

const reception = async (desk: RunningDesk) => {
  const one = (await desk.as({}).people.list()).find(({ role, active }) => role === 'reception' && active);
  if (one === undefined) throw new Error('nobody at reception');
  return desk.as({ actorId: one.id });
};

/** The practitioner of the first column who has initials of her own. */
const doctor = async (desk: RunningDesk) => {
  const one = (await desk.as({}).people.list()).find(({ role, active }) => role === 'practitioner' && active);
  if (one?.practitionerId == null) throw new Error('no practitioner here');
  return { ...one, practitionerId: one.practitionerId, client: desk.as({ actorId: one.id }) };
};

/** A doubt of reception, at that hour of this morning. */
const doubtAt = async (desk: RunningDesk, time: string, more: Partial<UrgencyLine> = {}) =>
  (await reception(desk)).urgency.record({
    key: randomUUID(),
    at: Temporal.Instant.from(`2026-11-23T${time}+01:00`).epochMilliseconds,
    what: 'doubt',
    ...more,
  });

test('S4: a line answered elsewhere passes its key on to no other, and the next one is read first', async ({
  page,
  hands,
  desk,
}) => {
  const [first] = [await doubtAt(desk, '09:20'), await doubtAt(desk, '09:30'), await doubtAt(desk, '09:40')];
  const { client } = await doctor(desk);
  const waiting = async () =>
    (await client.urgency.waiting()).map(({ at }) => new Date(at).toISOString().slice(11, 16));
  const ready = answers(page).getByRole('button', { name: /^Pas d’urgence/ });

  await expect(page.getByRole('alert', { name: 'Urgence sans réponse' })).toContainText('9:20');
  await page
    .getByRole('navigation', { name: /^Coup d’œil/ })
    .getByRole('button')
    .first()
    .waitFor();
  await hands.press('1');
  await expect(answers(page)).toContainText('9:20');
  await client.urgency.acknowledge({ eventId: first.id, decision: 'no-urgency' });
  await expect(answers(page)).toContainText('n’attend plus');
  await hands.press('p');
  expect(await waiting()).toEqual(['08:30', '08:40']);

  await expect(answers(page)).toContainText('9:30');
  await expect(ready).toBeEnabled();
  // A double key: the second press finds a line that nobody has read yet.
  await hands.press('p');
  await hands.press('p');
  await expect(answers(page)).toContainText('9:40');
  await expect(ready).toBeEnabled();
  expect(await waiting()).toEqual(['08:40']);
  await hands.press('c');
  await expect(answers(page)).toBeHidden();
  expect(await waiting()).toEqual([]);
});

test('S4: a practitioner under her own initials answers what she was told from the card, in two keys', async ({
  page,
  hands,
  desk,
}) => {
  const { name, practitionerId, client } = await doctor(desk);
  await page.getByRole('button', { name: /^Au poste/ }).click();
  await page.getByRole('menuitem', { name: 'Quitter le poste' }).click();
  await page.getByRole('button', { name }).click();
  const clara = await reception(desk);
  const [marie] = (await clara.patients.search({ text: 'dup mar 1952', limit: 1 })).patients;
  if (marie === undefined) throw new Error('Marie Dupont is not known');
  const asked = await clara.requests.open({ patientId: marie.id, nature: 'unscheduled' });
  await doubtAt(desk, '09:20');
  await doubtAt(desk, '09:50', {
    what: 'practitioner-told',
    practitionerId,
    requestId: asked.id,
    requestOpenedAt: asked.openedAt,
  });
  await expect(page.getByRole('alert', { name: 'Urgence sans réponse' })).toContainText('et 1 autre');

  hands.forget();
  await hands.press('F8');
  await expect(answers(page)).toContainText('Pour DUPONT Marie');
  await hands.press('p');
  await expect(answers(page)).toContainText('9:20');
  expect(hands.keys).toBe(2);
  const { state, events } = await client.urgency.ofRequest({ requestId: asked.id });
  expect(state).toBe('ruled-out');
  expect(events.map(({ acknowledged }) => acknowledged)).toEqual([
    { at: expect.any(Number), practitionerId, decision: 'no-urgency' },
  ]);
  expect((await client.urgency.waiting()).map(({ what }) => what)).toEqual(['doubt']);

  await hands.press('Escape');
  await page.evaluate((id) => {
    location.hash = `#/patients?fiche=${id}`;
  }, marie.id);
  const path = page.getByRole('region', { name: 'Parcours' }).getByRole('listitem');
  await expect(path.nth(0)).toContainText(/^Urgence, .+ répond\s: pas d’urgence.*à 10\sh · /);
  await expect(path.filter({ hasText: 'nous avons prévenu' })).toContainText(/à 9\sh\s50 · /);
});
