/** S10: the day on paper, before the doctors arrive. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { pdfInfo, pdfText } from '../support/poppler.ts';
import { dayShown } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T07:50+01:00' });

const panel = (page: Page) => page.getByRole('complementary', { name: 'Imprimer la journée' });

/** The printer takes the sheet: what it would put on paper stays where it can be read. */
const withPrinter = (page: Page) =>
  page.evaluate(() => {
    window.print = () => {
      document.title = 'printed';
    };
  });

test('S10: everybody’s day goes to the printer in three keys, on A4, without the cancelled', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await withPrinter(page);
  await hands.press('Control+p');
  await expect(panel(page)).toBeVisible();
  await hands.press('Enter');
  await expect(page).toHaveTitle('printed');
  expect(hands.keys).toBeLessThanOrEqual(3);
  expect(await hands.mouse()).toBe(0);

  const [day] = await desk.as({ actorId: 1 }).agenda.range({ from: '2026-11-23', to: '2026-11-23' });
  const booked = day?.appointments.length ?? 0;
  const lines = page.locator('.paper-print tbody tr[data-tone]:not([data-tone="open"])');
  const holds = day?.holds.length ?? 0;
  await expect(lines).toHaveCount(booked + holds);
  await expect(page.locator('.paper-print [data-tone="open"]').first()).toContainText('libre');

  await page.emulateMedia({ media: 'print' });
  const printed = await page.pdf({ preferCSSPageSize: true });
  const sheets = pdfText(printed).split('\f').slice(0, -1);
  expect(pdfInfo(printed)['Page size']).toContain('A4');
  expect(sheets.length).toBeGreaterThan(11);
  sheets.forEach((sheet, at) => {
    expect(sheet).toContain('Lundi 23 novembre 2026');
    expect(sheet).toContain('Maison de santé du Parvis (fictive)');
    expect(sheet).toMatch(/imprimé le 23\/11\/2026 à 7\sh\s50/);
    expect(sheet).toContain(`page ${at + 1} sur ${sheets.length}`);
    expect(sheet).toMatch(/Heure\s+Nom\s+Téléphone\s+Motif\s+Notes/);
  });
  const smallest = await page.evaluate(() =>
    Math.min(
      ...[...document.querySelectorAll('.paper-print *')]
        .filter((one) => one.textContent !== '')
        .map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    ),
  );
  expect(smallest).toBeGreaterThanOrEqual((10 * 96) / 72 - 0.01);
});

test('with no printer it is a PDF in three keys; one practitioner’s, with initials for the wall', async ({
  page,
  hands,
}) => {
  await dayShown(page);
  await hands.press('Control+p');
  await expect(panel(page)).toBeVisible();
  const whole = page.waitForEvent('download');
  await hands.press('p');
  expect(hands.keys).toBeLessThanOrEqual(3);
  expect((await whole).suggestedFilename()).toBe('Journée 2026-11-23.pdf');
  await expect(page.getByText('Journée enregistrée en PDF')).toBeVisible();

  await hands.press('1');
  await hands.press('n');
  await expect(panel(page).getByText('Initiales seulement')).toBeVisible();
  const hers = page.waitForEvent('download');
  await hands.press('p');
  const file = await hers;
  expect(file.suggestedFilename()).toBe('Journée 2026-11-23 Dr Bontemps.pdf');
  const read = pdfText(readFileSync(await file.path()));
  expect(read).toContain('Dr Hélène Bontemps');
  expect(read).not.toContain('ABADIE');
  expect(read).not.toMatch(/06 39 98/);
});

test('the way it was printed is the way it is printed next time, and Ctrl+Z never reaches past it', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await withPrinter(page);
  await hands.press('Control+p');
  await hands.press('t');
  await hands.press('ArrowRight');
  await expect(panel(page).getByRole('heading', { name: 'Mardi 24 novembre 2026' })).toBeVisible();
  await look(page, 'print the day', { at: '.pv-panel' });
  await hands.press('Enter');
  await expect(page).toHaveTitle('printed');
  await expect(page.locator('.paper-print')).not.toContainText('Téléphone');
  await hands.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await hands.press('Control+p');
  await expect(panel(page).getByRole('button', { name: /Téléphones/ })).toHaveAttribute(
    'aria-pressed',
    'false',
  );
  expect(await desk.as({ actorId: 1 }).gate.undoable()).toBeNull();
});
