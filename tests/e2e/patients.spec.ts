/** People at the desk: found, written down, corrected, recognised, merged and parted. No mouse anywhere. */
import type { Page } from '@playwright/test';
import { dayShown, goTo } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:00+01:00' });

/** Ctrl+K, the screen by its name, Enter. */
const openPatients = async (page: Page, hands: Hands): Promise<void> => {
  await hands.press('Control+KeyK');
  await hands.type('Patients');
  await expect(page.getByRole('option', { name: /Ouvrir.*Patients/ })).toBeVisible();
  await hands.press('Enter');
  await expect(searchBox(page)).toBeFocused();
};

const searchBox = (page: Page) => page.getByRole('combobox', { name: 'Nom, prénom, naissance ou téléphone' });
const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });

const openPerson = async (page: Page, hands: Hands, text: string, name: string): Promise<void> => {
  await hands.type(text);
  await expect(page.getByRole('option', { name }).first()).toBeVisible();
  await hands.press('Enter');
  await expect(heading(page, name)).toBeVisible();
};

/** Tab until this is focused; the order of the page is the order of the work. */
const tabTo = async (
  page: Page,
  hands: Hands,
  name: string | RegExp,
  role: 'button' | 'textbox' = 'textbox',
) => {
  const target = page.getByRole(role, { name }).first();
  for (let i = 0; i < 40; i++) {
    await hands.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`never reached ${String(name)} with Tab`);
};

test.beforeEach(async ({ page }) => dayShown(page));
test.afterEach(async ({ hands }) => expect(await hands.mouse()).toBe(0));

test('homonyms are told apart by birth date and the last four digits', async ({ page, hands }) => {
  await openPatients(page, hands);
  await hands.type('dup mar');
  const line = page.getByRole('option', { name: /DUPONT Marie/ });
  await expect(line.filter({ hasText: '12/03/1952' })).toContainText('…45 12');
  await expect(line.filter({ hasText: '12/03/1952' })).toContainText('homonyme');
  await hands.type(' 1952');
  await expect(page.getByRole('option')).toHaveCount(1);
  await hands.press('Enter');
  await expect(heading(page, 'DUPONT Marie')).toBeVisible();
});

test('an error is said at its field, and what was typed is kept until it is right', async ({
  page,
  hands,
}) => {
  await openPatients(page, hands);
  await openPerson(page, hands, 'dup mar 1952', 'DUPONT Marie');
  await tabTo(page, hands, 'Modifier', 'button');
  await hands.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Nom de naissance' })).toBeFocused();
  const birth = page.getByRole('textbox', { name: 'Date de naissance' });
  await tabTo(page, hands, 'Date de naissance');
  await hands.type('31/02/1952');
  await hands.press('Enter');
  await expect(birth).toBeFocused();
  await expect(birth).toHaveAccessibleDescription(/Date non comprise/);
  await hands.press('Control+KeyA');
  await hands.type('12/03/52');
  await expect(page.getByText('née le 12/03/1952, 74 ans')).toBeVisible();
  await tabTo(page, hands, 'Téléphone à appeler en premier');
  await hands.press('Control+KeyA');
  await hands.type('06 39 98 45');
  await hands.press('Enter');
  const phone = page.getByRole('textbox', { name: 'Téléphone à appeler en premier' });
  await expect(phone).toBeFocused();
  await expect(phone).toHaveAccessibleDescription('Il manque des chiffres à ce numéro.');
  await hands.type(' 77');
  await hands.press('Enter');
  await expect(heading(page, 'DUPONT Marie')).toBeVisible();
  await expect(page.getByText('06 39 98 45 77')).toBeVisible();
});

test('somebody who resembles a known person is shown first, and is merged and parted again', async ({
  page,
  hands,
}) => {
  await openPatients(page, hands);
  await hands.type('Dupond Marie 12/03/52');
  await expect(page.getByText('Personne ne correspond')).toBeVisible();
  await hands.press('Enter');
  await expect(heading(page, 'Nouveau patient')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Nom de naissance' })).toHaveValue('Dupond');
  await expect(page.getByText('même naissance, nom proche')).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: 'C’est cette personne' })).toBeFocused();
  await tabTo(page, hands, /créer une autre personne/, 'button');
  await hands.press('Enter');
  await expect(heading(page, 'DUPOND Marie')).toBeVisible();

  await tabTo(page, hands, /Fusionner avec une autre fiche/, 'button');
  await hands.press('Enter');
  await hands.type('dupont marie 1952');
  await expect(page.getByRole('listbox', { name: 'Personnes' }).getByRole('option')).toHaveCount(1);
  await hands.press('Enter');
  await expect(page.getByRole('row', { name: /Nom de naissance.*différent/ })).toBeVisible();
  await tabTo(page, hands, 'Garder l’autre fiche', 'button');
  await hands.press('Enter');
  await expect(page.getByRole('columnheader', { name: /Fiche gardée/ })).toContainText('DUPONT Marie');
  await tabTo(page, hands, /^Fusionner/, 'button');
  await hands.press('Enter');
  await expect(heading(page, 'DUPONT Marie')).toBeVisible();
  const merged = page.getByRole('region', { name: 'Fiches fusionnées avec celle-ci' });
  await expect(merged).toContainText('DUPOND Marie');
  await tabTo(page, hands, 'Séparer', 'button');
  await hands.press('Enter');
  await expect(merged).toHaveCount(0);
});

test('S3 a newcomer on the phone is written down in five fields, Tab only', async ({ page, hands }) => {
  hands.forget();
  await hands.press('F2');
  await hands.type('zorglub nina');
  await expect(page.getByRole('button', { name: 'Nouvelle personne' })).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toHaveValue('Zorglub');
  await expect(page.getByRole('textbox', { name: 'Prénom' })).toHaveValue('Nina');
  await expect(page.getByRole('textbox', { name: /naissance/i })).toBeFocused();
  await hands.type('040599');
  await hands.press('Tab');
  await hands.type('0639987712');
  await hands.press('Tab');
  if (!(await page.getByRole('textbox', { name: 'Commune' }).evaluate((e) => e === document.activeElement)))
    await hands.press('Tab');
  await hands.type('Vichy');
  await hands.press('Enter');
  await expect(page.getByRole('region', { name: 'Personne' })).toContainText('ZORGLUB Nina');
  await expect(page.getByRole('region', { name: 'Personne' })).toContainText(
    'née(e)'.replace('née(e)', 'né(e) le 04/05/1999'),
  );
  expect(hands.keys).toBeLessThanOrEqual(45);
});

test('nothing of the patients’ screens keeps anybody out', async ({ page, hands }) => {
  test.slow();
  await openPatients(page, hands);
  await look(page, 'patients');
  await hands.type('dup mar');
  await expect(page.getByRole('option').first()).toBeVisible();
  await look(page, 'patients, found');
  await hands.type(' 1952');
  await expect(page.getByRole('option')).toHaveCount(1);
  await hands.press('Enter');
  await expect(heading(page, 'DUPONT Marie')).toBeVisible();
  await look(page, 'patient');
  await tabTo(page, hands, 'Modifier', 'button');
  await hands.press('Enter');
  await tabTo(page, hands, 'Date de naissance');
  await hands.type('x');
  await hands.press('Enter');
  await expect(page.getByText(/Date non comprise/)).toBeVisible();
  await look(page, 'patient, form with an error');
  await goTo(page, '#/patients?nouveau=1');
  await expect(heading(page, 'Nouveau patient')).toBeVisible();
  await hands.type('Dupont');
  await hands.press('Tab');
  await hands.type('Marie');
  await expect(page.getByText('même nom, naissance inconnue').first()).toBeVisible();
  await look(page, 'patient, resemblances');
  await goTo(page, '#/patients?fiche=1&fusion=2');
  await expect(heading(page, /Une seule et même personne/)).toBeVisible();
  await look(page, 'patients, merge');
});
