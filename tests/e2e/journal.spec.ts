/** Who saw what: answered to the patient who asks, read and verified by the référent. No mouse anywhere. */
import type { Page } from '@playwright/test';
import { pdfInfo, pdfText } from '../support/poppler.ts';
import { dayShown, goTo } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:00+01:00' });
test.beforeEach(async ({ page }) => dayShown(page));
test.afterEach(async ({ hands }) => expect(await hands.mouse()).toBe(0));

const lines = (page: Page) => page.getByTestId('journal-line');

/** Tab until this is focused; the order of the page is the order of the work. */
const tabTo = async (page: Page, hands: Hands, role: 'button' | 'combobox' | 'textbox', name: string) => {
  const target = page.getByRole(role, { name, exact: true });
  await expect(target).toBeVisible();
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await hands.press('Tab');
  }
  throw new Error(`never reached ${name} with Tab`);
};

const openDupont = async (page: Page, hands: Hands) => {
  await hands.press('Control+KeyK');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option', { name: /DUPONT Marie/ })).toHaveCount(1);
  await hands.press('Enter');
};

test('« Qui a vu mon dossier ? » is answered on screen, and on a sheet to take away', async ({
  page,
  hands,
  desk,
}) => {
  test.slow();
  const { patients } = await desk.as({ actorId: 1 }).patients.search({ text: 'dupont marie 1952', limit: 5 });
  const id = patients[0]?.id;
  if (id === undefined) throw new Error('nobody of that name');
  await desk.as({ actorId: 2, station: 'Étage' }).patients.get({ id });

  await goTo(page, `#/patients?fiche=${id}`);
  await expect(page.getByRole('heading', { level: 1, name: 'DUPONT Marie' })).toBeVisible();
  await tabTo(page, hands, 'button', 'Qui a vu ce dossier');
  await hands.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Qui a vu ce dossier/ })).toBeFocused();
  await expect(lines(page).filter({ hasText: 'Dossier consulté' }).first()).toBeVisible();
  await expect(lines(page).filter({ hasText: 'Dossier consulté' }).filter({ hasText: 'Étage' })).toHaveCount(
    1,
  );
  await expect(lines(page).first()).toContainText('Journal de ce dossier consulté');
  await look(page, 'journal of a patient', { at: '.patients-main' });

  await tabTo(page, hands, 'button', 'Enregistrer en PDF');
  const download = page.waitForEvent('download');
  await hands.press('Enter');
  const file = await download;
  expect(file.suggestedFilename()).toBe('Qui a consulté ce dossier 2026-11-23.pdf');
  const pdf = await file.createReadStream().then(async (stream) => Buffer.concat(await stream.toArray()));
  expect(pdfInfo(pdf)['Title']).toBe('Qui a consulté ce dossier');
  expect(pdfText(pdf)).toMatch(/23\/11\/2026\s+10:00\s+\S+\s+Étage\s+Dossier consulté/);

  await hands.press('Escape');
  await expect(page.getByRole('heading', { level: 1, name: 'DUPONT Marie' })).toBeVisible();
  await openDupont(page, hands);
});

test('reception is told to whom the whole journal belongs, and where its own answer is', async ({ page }) => {
  await goTo(page, '#/reglages/journal');
  await expect(page.getByText('Votre rôle ne permet pas cette action')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Vérifier le journal' })).toBeHidden();
});

test.describe(() => {
  test.use({ actor: 'AS' });

  test('the référent reads the journal, narrows it, takes it away, and has it verified', async ({
    page,
    hands,
    desk,
  }) => {
    test.slow();
    const [first] = (await desk.as({ actorId: 1 }).patients.search({ text: 'dupont marie 1952', limit: 5 }))
      .patients;
    if (first === undefined) throw new Error('nobody of that name');
    await desk.as({ actorId: 2, station: 'Étage' }).patients.get({ id: first.id });

    await goTo(page, '#/reglages/journal');
    await expect(lines(page).first()).toContainText('Journal consulté');
    await expect(lines(page)).toHaveCount(50);
    await tabTo(page, hands, 'button', 'Vérifier le journal');
    await hands.press('Enter');
    await expect(page.getByText(/Journal vérifié en entier\s:\s[\d\s]+entrées, tout se tient/)).toBeVisible({
      timeout: 60_000,
    });
    await look(page, 'settings, journal', { at: '.set-body' });

    await tabTo(page, hands, 'combobox', 'Sorte d’acte');
    await hands.type('Consult');
    await hands.press('ArrowDown');
    await hands.press('Enter');
    await expect(lines(page).filter({ hasText: 'Étage' })).toHaveCount(1);
    await expect(lines(page).filter({ hasText: 'Étage' })).toContainText('DUPONT Marie');

    await tabTo(page, hands, 'button', 'Exporter en tableur');
    const download = page.waitForEvent('download');
    await hands.press('Enter');
    const file = await download;
    const csv = await file.createReadStream().then(async (stream) => Buffer.concat(await stream.toArray()));
    expect(file.suggestedFilename()).toBe('Journal 2026-11-23.csv');
    expect(csv.toString('utf8')).toMatch(/Étage;Consultations;Dossier consulté;[^;]*DUPONT Marie/);
  });
});
