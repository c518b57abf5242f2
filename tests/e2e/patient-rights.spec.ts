/** What a person may ask of the house about what it holds of her: read, kept in spite of it, erased. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { draft } from '../support/patient-drafts.ts';
import { pdfText } from '../support/poppler.ts';
import type { RunningDesk } from '../support/running-desk.ts';
import { goTo } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ now: '2026-11-23T10:00+01:00', actor: 'AS' });

const NAME = 'Quenouille';

const somebodyNew = async (desk: RunningDesk) => {
  const staff = await desk.as({}).people.list();
  const referent = desk.as({ actorId: staff.find(({ initials }) => initials === 'AS')?.id ?? 0 });
  const { id } = await referent.patients.create({
    patient: draft(NAME, 'Philomène', { phones: ['06 39 98 42 71'], note: 'fauteuil bleu' }),
    confirmedNew: true,
  });
  return { id, referent };
};

const saved = async (page: Page, key: () => Promise<void>): Promise<Buffer> => {
  const coming = page.waitForEvent('download');
  await key();
  return readFileSync(await (await coming).path());
};

test('everything held about a person is handed over, as a paper and as a file @browser', async ({
  page,
  hands,
  desk,
}) => {
  const home = new URL(page.url()).origin;
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== home && protocol !== 'data:' && protocol !== 'blob:') elsewhere.push(request.url());
  });
  const { id } = await somebodyNew(desk);
  await goTo(page, `#/patients?fiche=${id}`);
  const pdf = page.getByRole('button', { name: 'Tout ce qui est conservé (PDF)' });
  await pdf.focus();
  const paper = await saved(page, () => hands.press('Enter'));
  expect(pdfText(paper)).toContain('Ce que la maison conserve sur vous');
  expect(pdfText(paper)).toContain(NAME);
  await page.getByRole('button', { name: 'Le même en JSON' }).focus();
  await look(page, 'droits de la personne', { at: '.person-data' });
  const json = await saved(page, () => hands.press('Enter'));
  expect(JSON.parse(json.toString('utf8'))).toMatchObject({ format: 'parvis-person', version: 1 });
  // Nor does the page ask anybody else for anything.
  expect(elsewhere).toEqual([]);
});

test('what is corrected at her request is written with what stood there before, and by whom', async ({
  page,
  hands,
  desk,
}) => {
  const { id } = await somebodyNew(desk);
  await goTo(page, `#/patients?fiche=${id}`);
  await expect(page.getByRole('button', { name: 'Qui a vu ce dossier' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Corrections de la fiche' })).toBeHidden();
  await page.getByRole('button', { name: 'Modifier' }).focus();
  await hands.press('Enter');
  const name = page.getByLabel('Nom de naissance');
  await name.focus();
  await hands.press('Control+KeyA');
  await hands.type('Quenouillet');
  await hands.press('Enter');
  const corrections = page.getByRole('region', { name: 'Corrections de la fiche' });
  await expect(corrections.getByRole('deletion')).toHaveText('Quenouille');
  await expect(corrections).toContainText('Quenouillet');
  await expect(corrections.getByRole('listitem')).toContainText('AS');
  await look(page, 'corrections de la fiche', { at: '.corrections' });
  expect(await hands.mouse()).toBe(0);
});

test('a person who was never received is erased on her word: nobody finds her any more', async ({
  page,
  hands,
  desk,
}) => {
  const { id, referent } = await somebodyNew(desk);
  await goTo(page, `#/patients?fiche=${id}`);
  await page.getByRole('button', { name: 'Effacer…' }).focus();
  await hands.press('Enter');
  const word = page.getByLabel('Pour confirmer, écrivez EFFACER');
  await expect(word).toBeFocused();
  await expect(page.getByText(/Seront effacés/)).toBeVisible();
  await look(page, 'effacer une personne', { at: '.person-data-erase' });
  await hands.type('oui');
  await expect(page.getByRole('button', { name: 'Effacer cette personne' })).toBeDisabled();
  await word.fill('');
  await hands.type('effacer');
  await hands.press('Enter');
  await expect(page.getByText('La personne est effacée.')).toBeVisible();
  await expect(page.getByText(NAME)).toHaveCount(0);
  expect((await referent.patients.search({ text: NAME })).patients).toEqual([]);
  await hands.press('Control+KeyZ');
  await expect(page.getByText(NAME)).toHaveCount(0);
  expect((await referent.patients.search({ text: NAME })).patients).toEqual([]);
});

test('a dispute under way stops it, until somebody says that it is over', async ({ page, hands, desk }) => {
  const { id } = await somebodyNew(desk);
  await goTo(page, `#/patients?fiche=${id}`);
  await page.getByRole('button', { name: 'Litige en cours…' }).focus();
  await hands.press('Enter');
  await expect(page.getByLabel('Pourquoi rien ne doit être effacé')).toBeFocused();
  await hands.type('plainte');
  await hands.press('Enter');
  await expect(page.getByText(/Le litige est noté/)).toBeVisible();
  await page.getByRole('button', { name: 'Effacer…' }).focus();
  await hands.press('Enter');
  await expect(page.getByText(/Un litige est en cours/)).toBeVisible();
  await expect(page.getByLabel('Pour confirmer, écrivez EFFACER')).toHaveCount(0);
});

test('a référent sees what is due before it goes, and chooses how long what is kept', async ({
  page,
  hands,
}) => {
  await goTo(page, '#/reglages/donnees-des-patients');
  await page.getByRole('button', { name: 'Voir ce qui est à effacer' }).focus();
  await hands.press('Enter');
  await expect(page.getByText('Personnes jamais reçues, à effacer')).toBeVisible();
  await look(page, 'données des patients');
  const words = page.getByLabel('Mots d’une demande ou d’un rappel');
  await words.focus();
  await words.fill('2');
  await hands.press('Enter');
  await expect(page.getByText('Les durées sont enregistrées.')).toBeVisible();
});

test('the notice for patients and the entry of the register are filled from the settings @browser', async ({
  page,
  hands,
}) => {
  await goTo(page, '#/reglages/donnees-des-patients');
  for (const [title, said] of [
    ['Information des patients', 'Vos données à l’accueil de la maison'],
    ['Fiche du registre', 'Transferts hors de l’Union'],
  ] as const) {
    await page.getByRole('button', { name: new RegExp(`${title}.*PDF`) }).focus();
    expect(pdfText(await saved(page, () => hands.press('Enter')))).toContain(said);
  }
});
