/** The directory: somebody outside found, verified, corrected; the public extraction taken in. No mouse anywhere. */
import type { Page } from '@playwright/test';
import { rppsText, SMALL } from '../support/rpps-file.ts';
import { dayShown } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:00+01:00' });

const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Nom, profession, commune, téléphone' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
const option = (page: Page, name: string | RegExp) =>
  page.getByRole('listbox', { name: 'Annuaire' }).getByRole('option', { name });

const openDirectory = async (page: Page, hands: Hands): Promise<void> => {
  await hands.press('Control+KeyK');
  await hands.type('Annuaire');
  await expect(page.getByRole('option', { name: /Ouvrir.*Annuaire/ })).toBeVisible();
  await hands.press('Enter');
  await expect(searchBox(page)).toBeFocused();
};

test.beforeEach(async ({ page }) => dayShown(page));
test.afterEach(async ({ hands }) => expect(await hands.mouse()).toBe(0));

test('a colleague who takes newcomers is found by profession and commune, verified by one key, corrected', async ({
  page,
  hands,
}) => {
  await openDirectory(page, hands);
  hands.forget();
  await hands.type('med');
  await expect(option(page, /CHIMÉRAT/)).toBeVisible();
  // Whoever takes newcomers comes first, whoever takes nobody last.
  await expect(option(page, /nouveaux|ne prend plus/).first()).toContainText('nouveaux');
  await hands.type(' imag');
  await expect(option(page, /.*/)).toHaveText([/CHIMÉRAT Odile/]);
  await hands.press('Enter');
  await expect(heading(page, 'Dr CHIMÉRAT Odile')).toBeFocused();
  await expect(page.getByText('04 65 71 07 00')).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(9);

  await hands.press('v');
  await expect(page.getByText('vérifiée aujourd’hui').first()).toBeVisible();
  await look(page, 'directory, an entry', { at: '.directory' });
  await hands.press('m');
  await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toBeFocused();
  const phone = page.getByRole('textbox', { name: 'Téléphone à donner au patient' });
  for (let i = 0; i < 6 && !(await phone.evaluate((e) => e === document.activeElement)); i++)
    await hands.press('Tab');
  await hands.press('Control+KeyA');
  await hands.type('04 65 71');
  await hands.press('Enter');
  await expect(phone).toHaveAccessibleDescription('Il manque des chiffres à ce numéro.');
  await look(page, 'directory, a form with an error', { at: '.directory-main' });
  await hands.type(' 07 77');
  await hands.press('Enter');
  await expect(page.getByText('04 65 71 07 77')).toBeVisible();
});

test('the extraction of the RPPS brings the people of a département, and another file is refused by name', async ({
  page,
  hands,
}) => {
  await openDirectory(page, hands);
  await page.evaluate(() => {
    location.hash = '#/annuaire?import=1';
  });
  const file = page.getByLabel('Extraction RPPS', { exact: true });
  const give = (name: string, text: string) =>
    file.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
  await give('messagerie.txt', 'Type de BAL|Adresse BAL|Type Identifiant PP|\n');
  await expect(page.getByRole('alert')).toContainText('la liste des adresses MSSanté');
  await give('PS_LibreAcces_Personne_activite_202610010000.txt', rppsText('2026', ['8|court|', ...SMALL]));
  await expect(page.getByText('Extraction du 01/10/2026.')).toBeVisible();
  const departements = page.getByRole('combobox', { name: 'Départements' });
  for (let i = 0; i < 4 && !(await departements.evaluate((e) => e === document.activeElement)); i++)
    await hands.press('Tab');
  await expect(departements).toBeFocused();
  await hands.type('03,');
  await look(page, 'directory, before an import', { at: '.directory-main' });
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: /5 personnes sur 10 lignes lues/ })).toBeFocused();
  await expect(page.getByText(/ligne 2.: nombre de cellules inattendu/)).toBeVisible();
  await hands.press('Tab');
  await hands.press('Enter');
  await expect(searchBox(page)).toBeFocused();
  await hands.type('cardio vichy');
  await expect(option(page, /IMAGINAIRE Paul/)).toBeVisible();
  await hands.press('Enter');
  await expect(heading(page, 'Dr IMAGINAIRE Paul')).toBeVisible();
  await expect(page.getByText('extraction RPPS du 01/10/2026')).toBeVisible();
});
