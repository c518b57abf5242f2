/** Réglages, Textes: the house's own words for what is said and printed after a refusal. */
import type { Page } from '@playwright/test';
import type { DeskClient } from '../support/client.ts';
import type { RunningDesk } from '../support/running-desk.ts';
import { seriousViolations } from './support/axe.ts';
import { expect, test } from './support/test.ts';

const openTexts = async (page: Page, desk: RunningDesk): Promise<DeskClient> => {
  await expect(page.getByRole('navigation', { name: 'Écrans' })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/reglages/textes';
  });
  await expect(page.getByRole('heading', { name: 'Textes', exact: true })).toBeVisible();
  const receptionist = (await desk.as({}).people.list()).find(
    ({ role, active }) => role === 'reception' && active,
  );
  if (!receptionist) throw new Error('nobody at the desk of the fictitious house');
  return desk.as({ actorId: receptionist.id });
};

const KEY = 'say.unavailable';
const adapt = (page: Page, label: string) => page.getByRole('button', { name: `Adapter : ${label}` });
const area = (page: Page) => page.getByRole('textbox', { name: 'Texte' });
const textOf = async (api: DeskClient) => (await api.texts.list()).find(({ key }) => key === KEY);

test('a text takes the house’s words, shows what they give, keeps what was there, and goes back, by keyboard alone', async ({
  page,
  hands,
  desk,
}) => {
  const api = await openTexts(page, desk);
  await adapt(page, 'Sans motif').focus();
  await hands.press('Enter');
  await expect(area(page)).toBeFocused();
  await expect(page.getByText('Le Dr\u00a0Fictif n’a pas pu vous accueillir à ce jour')).toBeVisible();
  await hands.press('Control+KeyA');
  await hands.type("{Praticien} n'a pas pu vous recevoir, et nous le regrettons !");
  await expect(
    page.getByText('Le Dr\u00a0Fictif n’a pas pu vous recevoir, et nous le regrettons\u202f!'),
  ).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByText('Le texte est enregistré.')).toBeVisible();
  expect((await textOf(api))?.text).toBe(
    '{Praticien} n’a pas pu vous recevoir, et nous le regrettons\u202f!',
  );
  await expect(page.getByRole('listitem').filter({ has: adapt(page, 'Sans motif') })).toContainText('adapté');

  await adapt(page, 'Sans motif').focus();
  await hands.press('Enter');
  await expect(page.getByRole('region', { name: 'Versions de ce texte' })).toContainText('en vigueur');
  expect(await seriousViolations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Texte de Parvis' }).focus();
  await hands.press('Enter');
  await expect(page.getByText('Le texte de Parvis est remis.')).toBeVisible();
  expect((await textOf(api))?.text).toBe((await textOf(api))?.default);
  expect((await api.texts.history({ key: KEY })).length).toBe(2);
  expect(await hands.mouse()).toBe(0);
});

test('a text that turns a protected group away is stopped at its field, and nothing is saved', async ({
  page,
  hands,
  desk,
}) => {
  const api = await openTexts(page, desk);
  await adapt(page, 'Patientèle complète').click();
  await area(page).fill('{Praticien} ne prend plus de patients à la CMU. Aucun médecin n’a de place.');
  const problems = page.getByRole('form', { name: 'Patientèle complète' });
  await expect(problems).toContainText(
    '« CMU » touche à la couverture maladie (C2S, AME).'
      .replaceAll('« ', '«\u00a0')
      .replaceAll(' »', '\u00a0»'),
  );
  await expect(problems).toContainText('parle pour toute la maison');
  await hands.press('Enter');
  await expect(area(page)).toBeFocused();
  await expect(area(page)).toHaveAccessibleDescription(/CMU/);
  await expect(page.getByText('Le texte est enregistré.')).toBeHidden();
  expect((await api.texts.list()).every(({ version }) => version === null)).toBe(true);
  expect(await seriousViolations(page)).toEqual([]);
});

test('a place is put in where the caret stands, and one that must stay is missed', async ({ page, desk }) => {
  await openTexts(page, desk);
  await adapt(page, 'Sans motif').click();
  await area(page).fill('Bonjour,');
  await expect(page.getByText(/Le repère .*Praticien.* doit rester/)).toBeVisible();
  await page.getByRole('button', { name: 'Insérer le repère Praticien', exact: true }).click();
  await expect(area(page)).toHaveValue('Bonjour, {Praticien}');
  await expect(page.getByText(/doit rester/)).toBeHidden();
});

test('whoever saves second is told that somebody wrote meanwhile', async ({ page, hands, desk }) => {
  const api = await openTexts(page, desk);
  await adapt(page, 'Sans motif').click();
  await expect(area(page)).toBeFocused();
  await area(page).fill('{Praticien} n’a pas pu vous voir.');
  await api.texts.save({ key: KEY, text: '{Praticien} regrette.', basedOn: null });
  // The list follows; the form keeps what is being typed.
  await expect(page.getByRole('listitem').filter({ has: adapt(page, 'Sans motif') })).toContainText(
    'regrette',
  );
  await hands.press('Enter');
  await expect(page.getByRole('alert')).toContainText('Quelqu’un d’autre a modifié');
  await expect(area(page)).toHaveValue('{Praticien} n’a pas pu vous voir.');
  expect((await textOf(api))?.text).toBe('{Praticien} regrette.');
});
