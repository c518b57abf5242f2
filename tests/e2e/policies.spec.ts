/** Réglages → Nouveaux patients: whom each practitioner can still take on, dated and signed, the past kept. */
import type { Page } from '@playwright/test';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

const openPolicies = async (page: Page): Promise<void> => {
  await expect(page.getByRole('navigation', { name: 'Écrans' })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/reglages/nouveaux-patients';
  });
  await expect(page.getByRole('heading', { name: 'Nouveaux patients' })).toBeVisible();
};

const rowOf = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a practitioner who has not said anything is work to do, until her first policy is written', async ({
  page,
}) => {
  await openPolicies(page);
  await expect(page.getByText('Un praticien n’a pas encore dit sa règle')).toBeVisible();
  await expect(rowOf(page, 'Montfleuri')).toContainText('règle à écrire');
  await page.getByRole('button', { name: 'Écrire la règle de M. Basile Montfleuri' }).click();
  await page.getByRole('radio', { name: /Quota par mois/ }).click();
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(page.getByText('Combien de nouveaux patients par mois')).toBeVisible();
  await page.getByRole('textbox', { name: 'Nouveaux patients par mois' }).fill('3');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(page.getByText('La politique est enregistrée.')).toBeVisible();
  await expect(rowOf(page, 'Montfleuri')).toContainText('3 places ce mois-ci');
  await expect(page.getByText('n’a pas encore dit sa règle')).toHaveCount(0);
});

test('closing a door keeps what was said before, with who wrote it', async ({ page }) => {
  await openPolicies(page);
  await page.getByRole('button', { name: 'Modifier la règle de Dr Mai Nguyen' }).click();
  await page.getByRole('radio', { name: /Complet/ }).click();
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(rowOf(page, 'Nguyen')).toContainText('complet');
  await page.getByRole('button', { name: 'Historique de Dr Mai Nguyen' }).click();
  const history = page.getByRole('region', { name: 'Historique de Dr Mai Nguyen' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByRole('listitem').first()).toContainText('complet');
  await expect(history.getByRole('listitem').last()).toContainText('4 par mois');
  await expect(history.getByRole('listitem').first()).toContainText('par Camille Mistral');
});

test('somebody else wrote another policy meanwhile: nothing is overwritten, and the form says so', async ({
  page,
  desk,
}) => {
  await openPolicies(page);
  await page.getByRole('button', { name: 'Modifier la règle de Dr Hélène Bontemps' }).click();
  const form = page.getByRole('form', { name: 'Dr Hélène Bontemps' });
  await form.getByRole('radio', { name: /Ouvert/ }).click();
  const other = desk.as({ actorId: 2, station: 'Accueil 2' });
  const doctor = (await other.practice.practitioners()).find(({ familyName }) => familyName === 'Bontemps');
  const now = (await other.refusals.policies()).find(({ practitionerId }) => practitionerId === doctor?.id);
  if (now?.current == null) throw new Error('the house is not the one expected');
  const { id: _, setBy: __, setAt: ___, withdrawnAt: ____, ...said } = now.current;
  await other.refusals.setPolicy({
    ...said,
    state: 'quota',
    quotaPerMonth: 2,
    ground: null,
    validFrom: '2026-11-23',
  });
  await form.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(form.getByText('Quelqu’un d’autre a modifié cette fiche entre-temps')).toBeVisible();
  await form.getByRole('button', { name: 'Reprendre la version enregistrée' }).click();
  await expect(form.getByRole('radio', { name: /Quota par mois/ })).toBeChecked();
});

test.describe('a practitioner at the desk', () => {
  test.use({ actor: 'MN' });

  test('writes her own policy, and cannot touch a colleague’s', async ({ page }) => {
    await openPolicies(page);
    await expect(page.getByRole('button', { name: 'Modifier la règle de Dr Mai Nguyen' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^(?:Modifier|Écrire) la règle/ })).toHaveCount(1);
  });
});

test('the rules of the newcomers keep nobody out', async ({ page }) => {
  test.slow();
  await openPolicies(page);
  await page.getByRole('button', { name: 'Modifier la règle de Mme Clémence Rivaux' }).click();
  await expect(page.getByRole('checkbox', { name: 'Visite à domicile dans le secteur' })).toBeChecked();
  await look(page, 'settings, newcomers');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Historique de Mme Clémence Rivaux' }).click();
  await expect(page.getByText('par Camille Mistral')).toBeVisible();
  await look(page, 'settings, newcomers, what was said before');
});

test.describe('a practitioner who no longer follows somebody', () => {
  test.use({ actor: 'MN' });

  test('decides so herself, and hands over step by step before the desk may say it', async ({
    page,
    desk,
  }) => {
    await expect(page.getByRole('navigation', { name: 'Écrans' })).toBeVisible();
    const api = desk.as({ actorId: 1 });
    const { patients } = await api.patients.search({ text: 'dup mar 1952', limit: 1 });
    await page.evaluate((id) => {
      location.hash = `#/patients?fiche=${id}`;
    }, patients[0]?.id);
    const card = page.getByRole('region', { name: 'Décisions des praticiens' });
    await card.getByRole('button', { name: 'Ne plus suivre cette personne…' }).click();
    await card.getByRole('button', { name: 'Enregistrer ma décision' }).click();
    await expect(card.getByText('Choisissez l’un des deux.')).toBeVisible();
    await card.getByRole('radio', { name: 'Rupture de confiance' }).click();
    await card.getByRole('button', { name: 'Enregistrer ma décision' }).click();
    await expect(card.getByText('relais à faire')).toBeVisible();
    await card.getByRole('button', { name: 'Aujourd’hui' }).first().click();
    await card.getByRole('combobox', { name: 'Successeur' }).click();
    await page.getByRole('option', { name: 'Dr Clairval' }).click();
    await expect(card.getByText('Dr Clairval')).toBeVisible();
    await card.getByRole('button', { name: 'Aujourd’hui' }).click();
    await expect(card.getByText('en vigueur')).toBeVisible();
    await look(page, 'patient, decisions of practitioners');
    const path = page.getByRole('region', { name: 'Parcours' });
    await expect(path).toContainText('Relais assuré');
  });
});
