import { renameSync } from 'node:fs';
import { join } from 'node:path';
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
  await expect(page.getByText('sauvegardes/parvis-2026-11-23.db')).toBeVisible();
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
