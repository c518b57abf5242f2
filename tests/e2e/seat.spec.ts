/** R19: one desk, several people: locked, unlocked and handed over with what is half typed on it. */
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { RunningDesk } from '../support/running-desk.ts';
import { dayShown } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ now: '2026-11-23T10:00+01:00' });

const PIN = '7301';
const person = async (desk: RunningDesk, initials: string) => {
  const one = (await desk.as({}).people.list()).find((staff) => staff.initials === initials);
  if (one === undefined) throw new Error(`nobody here has the initials ${initials}`);
  return one;
};
/** As a référent gives it, at another desk. */
const givePin = async (desk: RunningDesk, initials: string) => {
  const [referent, one] = [await person(desk, 'AS'), await person(desk, initials)];
  await desk.as({ actorId: referent.id }).people.setPin({ staffId: one.id, pin: PIN, current: null });
};
const locked = (page: Page) => page.getByRole('dialog', { name: 'Poste verrouillé' });

test('R19: the desk is locked and opened again, and the half-filled form is still there', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await givePin(desk, 'CM');
  // Her initials alone are worth nothing from now on: the next thing that is asked locks.
  await page.reload();
  await expect(page.getByLabel('Vos initiales')).toBeFocused();
  await hands.type('cm');
  await expect(page.getByLabel('Code de Camille Mistral', { exact: true })).toBeFocused();
  await hands.type('1111');
  await hands.press('Enter');
  await expect(page.getByText(/Ce n’est pas le bon code.*Il reste 2 essais/)).toBeVisible();
  await hands.type(PIN);
  await hands.press('Enter');
  await expect(locked(page)).toBeHidden();
  await dayShown(page);

  await hands.press('F2');
  const name = page.locator('.pv-panel input').first();
  await expect(name).toBeFocused();
  await hands.type('dupo');
  await hands.press('Control+KeyL');
  await expect(locked(page)).toBeVisible();
  await expect(page.getByLabel('Vos initiales')).toBeFocused();
  await expect(name).toBeHidden();
  await expect(page.locator('.fc-event').first()).toBeHidden();
  await look(page, 'poste verrouillé', { at: '.lock' });
  await hands.press('Escape');
  await hands.press('F3');
  await expect(locked(page)).toBeVisible();
  await hands.type('cm');
  await expect(page.getByLabel('Code de Camille Mistral', { exact: true })).toBeFocused();
  await hands.type(PIN);
  await hands.press('Enter');
  await expect(locked(page)).toBeHidden();
  await expect(name).toHaveValue('dupo');
  await expect(name).toBeFocused();
  expect(await hands.mouse()).toBe(0);
});

test('R19: Ctrl+I, two letters: somebody else has the desk, and the form that was on it', async ({
  page,
  hands,
}) => {
  await dayShown(page);
  await hands.press('F2');
  const name = page.locator('.pv-panel input').first();
  await expect(name).toBeFocused();
  await hands.type('dupo');
  await hands.press('Control+KeyI');
  await expect(page.getByLabel('Vos initiales')).toBeFocused();
  await hands.press('Escape');
  await expect(name).toBeFocused();
  await hands.press('Control+KeyI');
  await expect(page.getByLabel('Vos initiales')).toBeFocused();
  await hands.type('jb');
  await expect(name).toBeFocused();
  await expect(name).toHaveValue('dupo');
  await expect(page.getByRole('button', { name: /Au poste : Julie Brume/ })).toBeVisible();
});

test('a practitioner who has a code answers an urgency from her glance: it is asked for, then she answers by her name', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  const doctors = (await desk.as({}).people.list()).filter(({ role }) => role === 'practitioner');
  for (const { initials } of doctors) await givePin(desk, initials);
  const line = await desk.as({ actorId: (await person(desk, 'CM')).id }).urgency.record({
    key: randomUUID(),
    at: Temporal.Instant.from('2026-11-23T09:50+01:00').epochMilliseconds,
    what: 'doubt',
  });
  await expect(page.getByRole('alert', { name: 'Urgence sans réponse' })).toContainText('9:50');

  await hands.press('1');
  const say = page.getByRole('button', { name: /^Pas d’urgence/ });
  await expect(say).toBeEnabled();
  await hands.press('p');
  const dialog = page.getByRole('dialog', { name: 'Changer de personne' });
  await expect(dialog).toContainText('n’est pas encore notée');
  await expect(page.getByLabel(/^Code d/)).toBeFocused();
  await look(page, 'code demandé pour répondre', { at: '.lock' });
  await hands.type(PIN);
  await hands.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /Au poste : Dr / })).toBeVisible();
  // Nothing was noted in anybody's name meanwhile.
  const still = await desk.as({ actorId: (await person(desk, 'CM')).id }).urgency.waiting();
  expect(still.map(({ id }) => id)).toContain(line.id);

  await hands.press('1');
  await expect(say).toBeEnabled();
  await hands.press('p');
  await expect(page.getByRole('alert', { name: 'Urgence sans réponse' })).toBeHidden();
  expect(await hands.mouse()).toBe(0);
});

test('a house that asks everybody for a code: whoever has none is told who gives one', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await givePin(desk, 'AS');
  await page.reload();
  await dayShown(page);
  await hands.press('Control+KeyI');
  await hands.type('as');
  await expect(page.getByRole('textbox', { name: 'Code d’Armelle Soleil' })).toBeFocused();
  await hands.type(PIN);
  await hands.press('Enter');
  await expect(page.getByRole('banner')).toContainText('AS');

  await page.evaluate(() => {
    location.hash = '#/reglages/equipe';
  });
  const everybody = page.getByLabel('Demander un code à chacun');
  await everybody.focus();
  await hands.press('Space');
  await hands.press('Enter');
  await expect(page.getByText('C’est enregistré.')).toBeVisible();

  await hands.press('Control+KeyI');
  await expect(page.getByLabel('Vos initiales')).toBeFocused();
  await hands.type('cm');
  await expect(page.getByRole('textbox', { name: 'Code de Camille Mistral', exact: true })).toBeFocused();
  await hands.type('7301');
  await hands.press('Enter');
  await expect(
    page.getByText(/La maison demande un code à chacun.*Demandez à un référent.*Armelle Soleil/),
  ).toBeVisible();
  await hands.press('Escape');
  await hands.type('as');
  await expect(page.getByRole('textbox', { name: 'Code d’Armelle Soleil' })).toBeFocused();
  await hands.type(PIN);
  await hands.press('Enter');
  await expect(page.getByLabel('Vos initiales')).toBeHidden();
  expect(await hands.mouse()).toBe(0);
});

test('F8 works while the desk is locked, about nobody, and says so', async ({ page, hands, desk }) => {
  await dayShown(page);
  await hands.press('Control+KeyL');
  await expect(locked(page)).toBeVisible();
  await hands.press('F8');
  const card = page.getByRole('dialog', { name: 'Urgence' });
  await expect(card).toBeVisible();
  await hands.press('4');
  await hands.press('Escape');
  await expect(card).toBeHidden();
  await expect(locked(page)).toBeVisible();
  await expect(page.locator('.fc-event').first()).toBeHidden();
  // Written while nobody was seated: another desk sees the doubt at once.
  const waiting = async () =>
    (await desk.as({ actorId: 2 }).urgency.waiting()).filter(({ what }) => what === 'doubt');
  await expect.poll(async () => (await waiting()).map(({ requestId }) => requestId)).toContain(null);
  await hands.type('cm');
  await expect(locked(page)).toBeHidden();
});

test('a référent who has forgotten her code chooses another by the recovery code, and has the desk', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  const referent = await person(desk, 'AS');
  const { recoveryCode } = await desk.as({ actorId: referent.id }).copies.replaceCode();
  await givePin(desk, 'AS');
  await page.reload();
  await dayShown(page);
  await hands.press('Control+KeyI');
  await expect(page.getByLabel('Vos initiales')).toBeFocused();
  await hands.type('as');
  await expect(page.getByRole('textbox', { name: 'Code d’Armelle Soleil' })).toBeFocused();
  await page.getByRole('button', { name: /^Code oublié/ }).focus();
  await hands.press('Enter');
  const code = page.getByLabel('Code de récupération de la maison');
  await expect(code).toBeFocused();
  await hands.type('nonsense');
  await hands.press('Tab');
  await hands.type('4444');
  await hands.press('Enter');
  await expect(page.getByText(/quatre fois|chiffre répété|trop simple|trop facile/)).toBeVisible();
  await look(page, 'code oublié', { at: '.pin' });
  await hands.press('Control+KeyA');
  await hands.type('6402');
  await hands.press('Enter');
  await expect(page.getByText(/code de récupération/i).first()).toBeVisible();
  await expect(code).toBeFocused();
  await hands.press('Control+KeyA');
  await hands.type(recoveryCode.toLowerCase());
  await hands.press('Enter');
  await expect(page.getByLabel('Vos initiales')).toBeHidden();
  await expect(page.getByRole('banner')).toContainText('AS');
  expect(await hands.mouse()).toBe(0);
});
