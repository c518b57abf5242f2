/** The PC changed, or its session: only the sheet of paper opens the house. */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { overwrite } from '../support/damage.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { look } from './support/look.ts';

const NOW = '2026-11-23T10:00+01:00';

const setUp = (desk: RunningDesk) =>
  desk.as({}).practice.setUp({
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

test('a file whose key is out of reach asks for the recovery code, and opens with it alone', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-door-'));
  try {
    const before = await startDesk({ now: NOW, folder });
    const { recoveryCode } = await before.as({}).gate.recoveryCode();
    await setUp(before);
    await before.stop();
    const envelope = join(folder, 'parvis.keys');
    const keys = JSON.parse(readFileSync(envelope, 'utf8')) as Record<string, unknown>;
    writeFileSync(envelope, JSON.stringify({ ...keys, plain: null, system: null }));

    const after = await startDesk({ now: NOW, folder });
    try {
      await page.goto(await after.invite());
      await expect(
        page.getByRole('heading', { name: 'Le code de récupération est nécessaire' }),
      ).toBeVisible();
      await expect(page.getByText(folder)).toBeVisible();
      await look(page, 'closed door, recovery code');

      const field = page.getByRole('textbox', { name: 'Code de récupération' });
      await expect(field).toBeFocused();
      await page.keyboard.type('AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA');
      await page.keyboard.press('Enter');
      await expect(page.getByText(/Ce code de récupération n’ouvre pas le fichier/)).toBeVisible();

      await field.fill(recoveryCode.replaceAll('-', ' ').toLowerCase());
      await page.keyboard.press('Enter');
      await expect(page.getByRole('heading', { name: 'Qui est au poste ?' })).toBeVisible();
      await expect(page.getByRole('button', { name: /Sophie Lenoir/ })).toBeVisible();
    } finally {
      await after.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a damaged file is replaced by the newest copy that opens, in two clicks, and kept aside', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-door-'));
  try {
    const before = await startDesk({ now: NOW, folder });
    await setUp(before);
    const sophie = (await before.as({}).people.list()).find(({ initials }) => initials === 'SL');
    await before.as({ actorId: sophie?.id ?? 0 }).copies.make();
    await before.stop();
    overwrite(join(folder, 'parvis.db'), 100, 50);

    const after = await startDesk({ now: NOW, folder });
    try {
      await page.goto(await after.invite());
      await expect(page.getByRole('heading', { name: 'Le fichier de la maison est abîmé' })).toBeVisible();
      await expect(page.getByRole('radio', { name: 'lundi 23 novembre 2026 à 10:00' })).toBeChecked();
      await look(page, 'closed door, damaged file');
      await page.getByRole('button', { name: 'Remettre cette sauvegarde en place…' }).click();
      await page.getByRole('button', { name: 'Oui, revenir au lundi 23 novembre 2026 à 10:00' }).click();
      await expect(page.getByRole('heading', { name: 'Qui est au poste ?' })).toBeVisible();
    } finally {
      await after.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('a file that has been put back in its place opens when somebody tries again', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-door-'));
  const envelope = join(folder, 'parvis.keys');
  try {
    const before = await startDesk({ now: NOW, folder });
    await setUp(before);
    await before.stop();
    renameSync(envelope, `${envelope}.ailleurs`);

    const after = await startDesk({ now: NOW, folder });
    try {
      await page.goto(await after.invite());
      await expect(page.getByRole('heading', { name: 'L’enveloppe de la clé manque' })).toBeVisible();
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await expect(page.getByRole('heading', { name: 'L’enveloppe de la clé manque' })).toBeVisible();
      renameSync(`${envelope}.ailleurs`, envelope);
      await page.getByRole('button', { name: 'Réessayer' }).click();
      await expect(page.getByRole('heading', { name: 'Qui est au poste ?' })).toBeVisible();
    } finally {
      await after.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
