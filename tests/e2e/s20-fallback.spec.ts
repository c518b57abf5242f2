/** S20: Parvis does not open, and the day goes on from the sheets that it left in a folder. No mouse anywhere. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pdfText } from '../support/poppler.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { dayShown, goTo } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

const NOW = '2026-11-23T10:00+01:00';
test.use({ house: 'demo', now: NOW });

const today = async (desk: RunningDesk) => {
  const [day] = await desk.as({ actorId: 1 }).agenda.range({ from: '2026-11-23', to: '2026-11-23' });
  return (day?.appointments ?? []).filter(({ status }) => status !== 'cancelled');
};

test('S20: a folder is chosen, the desk is killed, the sheet names everybody of today, and nothing was lost @browser', async ({
  page,
  hands,
  desk,
}) => {
  test.slow();
  const folder = mkdtempSync(join(tmpdir(), 'parvis-secours-'));
  try {
    await dayShown(page);
    await goTo(page, '#/reglages/secours');
    await expect(page.getByText('éteint')).toBeVisible();
    await expect(page.getByText('Ces fichiers ne sont pas chiffrés')).toBeVisible();
    const place = page.getByRole('textbox', { name: 'Dossier' });
    for (let i = 0; i < 60; i++) {
      if (await place.evaluate((element) => element === document.activeElement)) break;
      await hands.press('Tab');
    }
    await expect(place).toBeFocused();
    await hands.type(join(desk.folder, 'sauvegardes'));
    await hands.press('Enter');
    await expect(page.getByText(/Ce dossier (est dans celui de la maison|n’existe pas)/)).toBeVisible();
    await hands.press('Control+KeyA');
    await hands.type(folder);
    await hands.press('Tab');
    // Initials at first: whole names are asked for.
    await hands.press('ArrowDown');
    await expect(page.getByRole('radio', { name: /par leur nom/ })).toBeChecked();
    await hands.press('Tab');
    await expect(page.getByRole('button', { name: 'Choisir ce dossier' })).toBeFocused();
    await hands.press('Enter');
    await expect(page.getByText('parvis-secours-2026-11-23-journee.pdf')).toBeVisible({ timeout: 60_000 });
    await look(page, 'settings, papier de secours', { at: '.set-body' });

    const write = page.getByRole('button', { name: 'Écrire maintenant' });
    for (let i = 0; i < 60; i++) {
      if (await write.evaluate((element) => element === document.activeElement)) break;
      await hands.press('Tab');
    }
    await hands.press('Enter');
    await expect(page.getByText(/4 feuilles écrites\./)).toBeVisible({ timeout: 60_000 });
    expect(await hands.mouse()).toBe(0);

    const booked = await today(desk);
    expect(booked.length).toBeGreaterThan(50);
    const gone = new Promise((resolve) => desk.child.once('exit', resolve));
    desk.child.kill('SIGKILL');
    await gone;

    expect(readdirSync(folder).sort()).toEqual([
      'parvis-secours-2026-11-23-journee.pdf',
      'parvis-secours-2026-11-23-listes.pdf',
      'parvis-secours-2026-11-23-rappels.pdf',
      'parvis-secours-2026-11-24-journee.pdf',
    ]);
    const sheet = pdfText(readFileSync(join(folder, 'parvis-secours-2026-11-23-journee.pdf')));
    for (const { patient } of booked) expect(sheet).toContain(patient.displayName.split(' ')[0] ?? '');
    const rows = [...sheet.matchAll(/^\s*\d\d:\d\d–\d\d:\d\d\s+(?!\s|libre|\d+ places|proposé)/gmu)];
    expect(rows.length).toBe(booked.length);

    const again = await startDesk({ now: NOW, demo: true, folder: desk.folder });
    try {
      expect((await today(again)).map(({ id }) => id).sort()).toEqual(booked.map(({ id }) => id).sort());
      expect(await again.as({ actorId: 1 }).fallback.state()).toMatchObject({ folder, failure: null });
    } finally {
      await again.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
