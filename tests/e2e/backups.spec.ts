import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:00+01:00' });

/** A copy waits for the round that follows each start. */
const COPY = { timeout: 60_000 };

test('a copy on request says that it is made; one that fails says so on every screen, until one works', async ({
  page,
  desk,
}) => {
  await page.evaluate(() => {
    location.hash = '#/reglages/sauvegardes';
  });
  const backUp = page.getByRole('button', { name: 'Sauvegarder maintenant' });
  await backUp.click();
  await expect(page.getByText('Sauvegarde faite et vérifiée.')).toBeVisible(COPY);
  await expect(page.getByText(/sauvegardes\/parvis-2026-11-23-10h00(-\d)?\.db/)).toBeVisible();
  await expect(page.getByText('lundi 23 novembre 2026 à 10:00').first()).toBeVisible();

  // Without its envelope a copy would open nowhere.
  const envelope = join(desk.folder, 'parvis.keys');
  renameSync(envelope, `${envelope}.ailleurs`);
  await backUp.click();
  await expect(page.getByRole('alert').getByText(/Les sauvegardes précédentes sont intactes/)).toBeVisible(
    COPY,
  );
  const sign = page.getByRole('link', { name: /Sauvegarde en échec/ });
  await expect(sign).toBeVisible();

  renameSync(`${envelope}.ailleurs`, envelope);
  await backUp.click();
  await expect(sign).toBeHidden(COPY);
});

test('the second place is told what it is worth, gets the copies, and is missed when it is gone', async ({
  page,
}) => {
  test.slow();
  const stick = mkdtempSync(join(tmpdir(), 'parvis-cle-'));
  try {
    await page.evaluate(() => {
      location.hash = '#/reglages/sauvegardes';
    });
    const place = page.getByRole('textbox', { name: 'Dossier' });
    await place.fill(stick);
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Ce dossier est sur le même disque que la maison/)).toBeVisible(COPY);
    await page.getByRole('checkbox', { name: /Je le veux quand même/ }).check();
    await page.getByRole('button', { name: 'Choisir ce dossier' }).click();
    await expect(page.getByText('présent', { exact: true })).toBeVisible(COPY);
    await expect(page.getByText(/La plus récente qui y est/)).toBeVisible();
    await look(page, 'settings, sauvegardes, second place', { at: '.set-body' });

    renameSync(join(stick, 'sauvegardes-parvis'), join(stick, 'retirée'));
    await page.getByRole('button', { name: 'Vérifier et copier' }).focus();
    await page.getByRole('button', { name: 'Sauvegarder maintenant' }).click();
    await expect(page.getByText(/clé ou dossier absent depuis moins d’une heure/)).toBeVisible(COPY);
  } finally {
    rmSync(stick, { recursive: true, force: true });
  }
});

test.describe(() => {
  // Whoever makes a code can recover a référent's PIN with it: the référent's alone.
  test.use({ actor: 'AS' });

  test('the recovery code is replaced, shown once, and verified from the sheet', async ({ page }) => {
    await page.evaluate(() => {
      location.hash = '#/reglages/sauvegardes';
    });
    await page.getByRole('button', { name: 'Remplacer le code…' }).click();
    await page.getByRole('button', { name: 'Oui, l’ancien code ne vaudra plus rien' }).click();
    const shown = page.getByTestId('new-recovery-code');
    await expect(shown).toHaveText(/^(\w{4}-){7}\w{4}$/, COPY);
    const code = (await shown.textContent()) ?? '';
    await page.getByRole('button', { name: 'C’est noté, et la feuille est rangée' }).click();
    await expect(shown).toHaveCount(0);
    const typed = page.getByRole('textbox', { name: 'Retapez-le depuis la feuille' });
    await typed.fill('AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/Ce n’est pas le code de cette maison/)).toBeVisible(COPY);
    await typed.fill(code.toLowerCase());
    await page.keyboard.press('Enter');
    await expect(page.getByText(/C’est bien le code/)).toBeVisible(COPY);
  });
});
