/** The PC is gone. What is left: a stick, and a sheet of paper. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startDesk } from '../support/running-desk.ts';
import { look } from './support/look.ts';

const NOW = '2026-11-23T10:00+01:00';

test('a new PC gets the house back from a stick and the recovery code, and nothing else @browser', async ({
  page,
}) => {
  test.slow();
  const made = ['ancien', 'cle', 'neuf'].map((name) => mkdtempSync(join(tmpdir(), `parvis-${name}-`)));
  const [old = '', stick = '', fresh = ''] = made;
  try {
    const before = await startDesk({ now: NOW, folder: old });
    const { recoveryCode } = await before.as({}).gate.recoveryCode();
    await before.as({}).practice.setUp({
      house: {
        name: 'Maison du Parc',
        zone: 'Europe/Paris',
        region: 'metropole',
        phone: null,
        address: null,
      },
      practitioners: [],
      staff: [{ initials: 'SL', name: 'Sophie Lenoir' }],
    });
    const sophie = (await before.as({}).people.list()).find(({ initials }) => initials === 'SL');
    const state = await before
      .as({ actorId: sophie?.id ?? 0 })
      .copies.setTarget({ path: stick, acceptSameDisk: true });
    expect(state.target?.copyAt).not.toBe(null);
    await before.stop();
    rmSync(old, { recursive: true, force: true });

    const after = await startDesk({ now: NOW, folder: fresh });
    try {
      await page.goto(await after.invite());
      await page.getByRole('button', { name: /Retrouver ma maison sur ce poste neuf/ }).click();
      const folder = page.getByRole('textbox', { name: 'Dossier où sont les sauvegardes' });
      await folder.fill(join(stick, 'nulle-part'));
      await page.keyboard.press('Enter');
      await expect(page.getByText(/Aucune sauvegarde de Parvis dans ce dossier/)).toBeVisible();
      await folder.fill(stick);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('radio', { name: 'lundi 23 novembre 2026 à 10:00' })).toBeChecked();
      await expect(page.getByText(/0 personne, 0 rendez-vous/)).toBeVisible();
      await look(page, 'new PC, copies on the stick');
      await page.getByRole('button', { name: 'Reprendre celle du lundi 23 novembre 2026 à 10:00' }).click();

      await expect(
        page.getByRole('heading', { name: 'Le code de récupération est nécessaire' }),
      ).toBeVisible();
      await page.getByRole('textbox', { name: 'Code de récupération' }).fill(recoveryCode);
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Qui est au poste ?' })).toBeVisible();
      await expect(page.getByRole('button', { name: /Sophie Lenoir/ })).toBeVisible();
    } finally {
      await after.stop();
    }
  } finally {
    for (const folder of made) rmSync(folder, { recursive: true, force: true });
  }
});
