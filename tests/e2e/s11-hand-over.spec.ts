/** S11: the evening, the house is handed over to the télésecrétariat. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pdfInfo, pdfText } from '../support/poppler.ts';
import { dayShown } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

const panel = (page: Page) => page.getByRole('complementary', { name: 'Passation au télésecrétariat' });

test.describe('the evening', () => {
  test.use({ house: 'demo', now: '2026-11-23T18:00+01:00' });

  test('S11: the hand-over is a PDF and a text in at most six keys, with what the night needs', async ({
    page,
    hands,
    desk,
  }) => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: async (text: string) => {
            document.title = text;
          },
        },
      });
    });
    await dayShown(page);
    await expect(page.getByRole('button', { name: /Passation/ })).toBeVisible();
    const { counts } = await desk.as({ actorId: 1 }).handover.tonight();
    await hands.press('Control+F9');
    await expect(panel(page).getByLabel('De garde ce soir')).toBeVisible();
    const whole = page.waitForEvent('download');
    await hands.press('p');
    const file = await whole;
    await expect(page.getByText('Passation enregistrée en PDF')).toBeVisible();
    await hands.press('c');
    await expect(page.getByText('Passation copiée')).toBeVisible();
    expect(hands.keys).toBeLessThanOrEqual(6);
    expect(await hands.mouse()).toBe(0);

    expect(file.suggestedFilename()).toBe('Passation 2026-11-23.pdf');
    const pdf = readFileSync(await file.path());
    expect(pdfInfo(pdf)['Page size']).toContain('A4');
    const read = pdfText(pdf).replaceAll(/\s+/g, ' ');
    for (const part of [
      'Passation du lundi 23 novembre 2026',
      'De garde ce soir',
      'Carte d’urgence',
      'Soins non programmés, mardi 24 novembre',
      'À rappeler',
      'À prévenir',
    ])
      expect(read).toContain(part);
    const copied = (await page.title()).replaceAll(/\s+/g, ' ');
    expect(copied).toContain('PASSATION DU LUNDI 23 NOVEMBRE 2026');
    expect(counts.callbacks).toBeGreaterThan(0);
    expect(copied).toContain(
      `${counts.callbacks} ${counts.callbacks === 1 ? 'appel promis' : 'appels promis'}`,
    );
  });

  test('what is typed for the night is kept: over Échap, over a reload, and on the sheet', async ({
    page,
    hands,
  }) => {
    await dayShown(page);
    await hands.press('Control+F9');
    const note = panel(page).getByLabel('Consignes de ce soir');
    await expect(note).toBeVisible();
    await hands.press('e');
    await expect(note).toBeFocused();
    await hands.type('La porte du parking reste fermée.');
    await hands.press('Escape');
    await expect(note).not.toBeFocused();
    await hands.press('g');
    await expect(panel(page).getByLabel('De garde ce soir')).toBeFocused();
    await hands.type('Dr Bontemps');
    await hands.press('Enter');
    await expect(panel(page).getByLabel('De garde ce soir')).not.toBeFocused();
    await hands.press('n');
    await expect(panel(page).getByText('Initiales seulement')).toBeVisible();
    await look(page, 'hand over the evening', { at: '.pv-panel' });
    const whole = page.waitForEvent('download');
    await hands.press('p');
    const read = pdfText(readFileSync(await (await whole).path()));
    expect(read).toContain('La porte du parking reste fermée.');
    expect(read).toContain('Dr Bontemps');
    expect(read).not.toMatch(/06 39 98/);

    await page.reload();
    await dayShown(page);
    await hands.press('Control+F9');
    await expect(note).toHaveValue('La porte du parking reste fermée.');
    await expect(panel(page).getByLabel('De garde ce soir')).toHaveValue('Dr Bontemps');
  });
});
