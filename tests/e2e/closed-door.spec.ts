/** The PC changed, or its session: only the sheet of paper opens the house. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startDesk } from '../support/running-desk.ts';
import { seriousViolations } from './support/axe.ts';

const NOW = '2026-11-23T10:00+01:00';

test('a file whose key is out of reach asks for the recovery code, and opens with it alone', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'parvis-door-'));
  try {
    const before = await startDesk({ now: NOW, folder });
    const nobody = before.as({});
    const { recoveryCode } = await nobody.gate.recoveryCode();
    await nobody.practice.setUp({
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
      expect(await seriousViolations(page)).toEqual([]);

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
