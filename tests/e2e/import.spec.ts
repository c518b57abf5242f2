import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

const fixture = join(import.meta.dirname, '../fixtures/former-agenda');
const files = ['horaires', 'motifs', 'patients', 'praticiens', 'rendez-vous'].map((name) =>
  join(fixture, `${name}.csv`),
);

test.use({ house: 'empty', now: '2026-11-23T08:00+01:00' });

// The first start is another scenario: here the house is set up, and nobody has brought anything into it yet.
test.beforeEach(async ({ desk }) => {
  await desk.as({}).practice.setUp({
    house: { name: 'Maison fictive', zone: 'Europe/Paris', region: 'metropole', phone: null, address: null },
    practitioners: [],
    staff: [{ initials: 'SL', name: 'Sophie Lenoir' }],
  });
});

/** Presses Tab until the wanted element has the focus. */
const tabTo = async (page: Page, hands: Hands, name: RegExp): Promise<void> => {
  const wanted = page.getByRole('button', { name });
  for (let tabs = 0; tabs < 60; tabs++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await hands.press('Tab');
  }
  throw new Error(`no Tab leads to ${name}`);
};

const sitAndOpen = async (page: Page, hands: Hands): Promise<void> => {
  await expect(page.getByText('Qui est au poste')).toBeVisible();
  // From the first listener on the browser hands file dialogs over: well before the key that opens one.
  page.on('filechooser', () => undefined);
  await hands.type('sl');
  await expect(page.getByRole('navigation', { name: 'Écrans' })).toBeVisible();
  await page.evaluate(() => {
    location.hash = '#/reprise';
  });
  await expect(page.getByRole('heading', { name: 'Les fichiers de l’ancien logiciel' })).toBeFocused();
};

const chooseFiles = async (page: Page, hands: Hands, chosen: readonly string[] = files): Promise<void> => {
  await tabTo(page, hands, /^(Choisir les|Ajouter des) fichiers/);
  const chooser = page.waitForEvent('filechooser');
  await hands.press('Enter');
  await (await chooser).setFiles([...chosen]);
  await expect(page.getByRole('button', { name: /^Continuer/ })).toBeEnabled();
};

/** Ctrl+Enter, once the step's main button allows it. */
const goOn = async (page: Page, hands: Hands, button: RegExp): Promise<void> => {
  await expect(page.getByRole('button', { name: button })).toBeEnabled();
  await hands.press('Control+Enter');
};

const said = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');

test('a former agenda is taken over without touching the mouse, then again without changing anything', async ({
  page,
  hands,
  desk,
}) => {
  await sitAndOpen(page, hands);
  await chooseFiles(page, hands);
  const list = page.getByRole('list', { name: 'Fichiers choisis' });
  await expect(list.getByRole('listitem')).toContainText([
    'Horaires',
    'Motifs',
    'Patients',
    'Praticiens',
    'Rendez-vous',
  ]);

  await goOn(page, hands, /^Continuer/);
  await expect(page.getByRole('heading', { name: 'Les colonnes' })).toBeFocused();
  await tabTo(page, hands, /^patients\.csv/);
  await hands.press('Enter');
  await expect(page.getByRole('combobox', { name: 'Colonne pour Date de naissance' })).toHaveValue(
    'Né(e) le',
  );
  await expect(page.getByRole('row', { name: /Date de naissance/ })).toContainText('28/08/1963');

  await goOn(page, hands, /^Vérifier/);
  await expect(page.getByRole('heading', { name: 'Ce qui sera repris' })).toBeFocused();
  const counts = page.getByRole('region', { name: 'Combien' });
  expect(said(await counts.innerText()).replaceAll(/\s+/g, ' ')).toBe(
    '2 praticiens 3 plages d’horaires 3 motifs 4 patients 7 rendez-vous Prévu 4 Annulé 1 Honoré 1 Absent 1 1 ligne répétée à l’identique, comptée une fois',
  );
  await expect(page.getByRole('row', { name: /Nom de naissance absent/ })).toContainText('B05');
  await expect(page.getByRole('row', { name: /formule de tableur/ })).toContainText('B07');
  await expect(page.getByText('À vérifier, rien n’est fusionné')).toBeVisible();
  await expect(page.getByText('Gardés comme l’ancien agenda les avait donnés')).toBeVisible();
  await expect(page.getByRole('heading', { name: /Téléphones illisibles/ })).toBeVisible();

  // The refused lines, to mend in a spreadsheet.
  const download = page.waitForEvent('download');
  await tabTo(page, hands, /^Enregistrer les lignes refusées \(CSV\), Patients/);
  await hands.press('Enter');
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('patients-refuses.csv');
  expect(readFileSync(await saved.path(), 'utf8')).toContain('B05;;;Anonyme;16/09/2020;F;');

  await goOn(page, hands, /^Reprendre ces données/);
  await expect(page.getByRole('heading', { name: 'C’est repris' })).toBeFocused();
  const result = page.getByRole('region', { name: 'Résultat' });
  expect(said(await result.innerText()).replaceAll(/\s+/g, ' ')).toBe(
    '20 créés 0 mis à jour 0 inchangé 0 gardé, car modifié ici',
  );

  // The same files again.
  await tabTo(page, hands, /^Reprendre d’autres fichiers/);
  await hands.press('Enter');
  await chooseFiles(page, hands);
  await goOn(page, hands, /^Continuer/);
  await goOn(page, hands, /^Vérifier/);
  await goOn(page, hands, /^Reprendre ces données/);
  await expect(page.getByRole('heading', { name: 'Rien n’a changé' })).toBeFocused();
  await expect(page.getByText('était déjà repris')).toBeVisible();
  expect(said(await result.innerText()).replaceAll(/\s+/g, ' ')).toBe(
    '0 créé 0 mis à jour 19 inchangés 0 gardé, car modifié ici',
  );

  await goOn(page, hands, /^Voir la journée/);
  await expect(page.getByText('Dr Fictif').first()).toBeVisible();
  await expect(page.getByText('Mme Exemple').first()).toBeVisible();
  expect(await hands.mouse()).toBe(0);
  expect((await desk.as({}).people.list()).map(({ initials }) => initials)).toEqual(['AF', 'NE', 'SL']);
});

test('leaving with files chosen asks first, and Enter stays', async ({ page, hands }) => {
  await sitAndOpen(page, hands);
  await chooseFiles(page, hands);
  await page.getByRole('link', { name: 'Journée' }).click();
  await expect(page.getByText('Rien n’a été écrit. Les fichiers choisis seront oubliés')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Rester' })).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByRole('list', { name: 'Fichiers choisis' })).toBeVisible();
  await page.getByRole('link', { name: 'Journée' }).click();
  await page.getByRole('button', { name: 'Quitter sans reprendre' }).click();
  await expect(page.getByRole('heading', { name: /Lundi 23 novembre/ })).toBeVisible();
});

test('a column that is named otherwise is shown to Parvis, which remembers it', async ({ page, hands }) => {
  const renamed = {
    name: 'patients.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Code;Patronyme;Prénom;Né(e) le\r\nB01;Essai;Noémie;28/08/1963\r\n', 'utf8'),
  };
  await sitAndOpen(page, hands);
  for (const missing of [true, false]) {
    await page.locator('input[type=file]').setInputFiles(renamed);
    await expect(page.getByRole('button', { name: /^Continuer/ })).toBeEnabled();
    await hands.press('Control+Enter');
    await expect(page.getByRole('heading', { name: 'Les colonnes' })).toBeVisible();
    if (missing) {
      await expect(page.getByText(/^Il manque dans patients\.csv/)).toBeVisible();
      await expect(page.getByRole('button', { name: /^Vérifier/ })).toBeDisabled();
      await page.getByRole('combobox', { name: 'Colonne pour Nom de naissance' }).click();
      await page.getByRole('option', { name: 'Patronyme' }).click();
    }
    await expect(page.getByRole('combobox', { name: 'Colonne pour Nom de naissance' })).toHaveValue(
      'Patronyme',
    );
    await expect(page.getByRole('button', { name: /^Vérifier/ })).toBeEnabled();
    await page.getByRole('button', { name: 'Quitter' }).click();
    await page.getByRole('button', { name: 'Quitter sans reprendre' }).click();
    await page.getByRole('link', { name: 'Reprendre un ancien agenda' }).click();
  }
});

test('a file that cannot be read says why, and the others go on without it', async ({ page, hands }) => {
  await sitAndOpen(page, hands);
  const send = (name: string, buffer: Buffer) =>
    page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer });
  await send('photo.csv', Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0]));
  await expect(page.getByRole('alert')).toContainText('Ce n’est pas du CSV');
  await send('vide.csv', Buffer.alloc(0));
  await expect(page.getByRole('alert').last()).toContainText('Refaites l’export');
  await send('coupé.csv', Buffer.from('Code;Nom;Prénom;Né(e) le\r\nB01;"Essai;Zoé;1990\r\n', 'utf8'));
  await expect(page.getByRole('alert').last()).toContainText(
    'Un guillemet ouvert n’est jamais refermé, ligne 2',
  );
  await expect(page.getByRole('button', { name: /^Continuer/ })).toBeDisabled();
  await page.locator('input[type=file]').setInputFiles(files);
  await expect(page.getByText('3 fichiers illisibles seront laissés de côté.')).toBeVisible();
  await page.getByRole('button', { name: 'Retirer photo.csv' }).click();
  await page.getByRole('button', { name: 'Retirer motifs.csv' }).click();
  await expect(page.getByRole('list', { name: 'Fichiers choisis' }).getByRole('listitem')).toHaveCount(6);
  await expect(page.getByRole('button', { name: /^Continuer/ })).toBeEnabled();
});

test('a take-over begun in another window is said, and the same files are sent again in one press', async ({
  page,
  hands,
  anotherPage,
}) => {
  await sitAndOpen(page, hands);
  await chooseFiles(page, hands);
  await goOn(page, hands, /^Continuer/);
  const other = await anotherPage();
  await other.getByRole('button', { name: /Sophie Lenoir/ }).click();
  await other.evaluate(() => {
    location.hash = '#/reprise';
  });
  await other.locator('input[type=file]').setInputFiles(files.slice(0, 1));
  await expect(other.getByRole('button', { name: /^Continuer/ })).toBeEnabled();
  await hands.press('Control+Enter');
  await expect(page.getByRole('alert')).toContainText('Cette reprise n’est plus ouverte');
  await page.getByRole('button', { name: 'Renvoyer les fichiers' }).click();
  await expect(page.getByRole('button', { name: /^Continuer/ })).toBeEnabled();
  await hands.press('Control+Enter');
  await goOn(page, hands, /^Vérifier/);
  await expect(page.getByRole('heading', { name: 'Ce qui sera repris' })).toBeVisible();
});

test('the assistant keeps nobody out', async ({ page, hands }) => {
  test.slow();
  await sitAndOpen(page, hands);
  await look(page, 'import, nothing chosen');
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'photo.csv', mimeType: 'text/csv', buffer: Buffer.from([0x50, 0x4b, 0, 0]) });
  await expect(page.getByRole('alert')).toBeVisible();
  await page.locator('input[type=file]').setInputFiles(files);
  await expect(page.getByRole('button', { name: /^Continuer/ })).toBeEnabled();
  await look(page, 'import, files');
  await goOn(page, hands, /^Continuer/);
  await page.getByRole('button', { name: /^patients\.csv/ }).click();
  await look(page, 'import, columns');
  await goOn(page, hands, /^Vérifier/);
  await expect(page.getByRole('heading', { name: 'Ce qui sera repris' })).toBeVisible();
  await look(page, 'import, report');
  await page.getByRole('button', { name: 'Quitter' }).click();
  await expect(page.getByRole('button', { name: 'Rester' })).toBeFocused();
  await look(page, 'import, leaving');
  await hands.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  // As when the question has just closed and the focus is nowhere yet.
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await goOn(page, hands, /^Reprendre ces données/);
  await expect(page.getByRole('heading', { name: 'C’est repris' })).toBeVisible();
  await look(page, 'import, outcome');
});

test.describe('before the names have come', () => {
  test('initials that a quick hand types are not lost', async ({ page, hands }) => {
    let letThrough = () => {};
    const held = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    await page.route('**/rpc/people/list', async (route) => {
      await held;
      await route.continue();
    });
    await page.reload();
    await expect(page.getByText('Qui est au poste')).toBeVisible();
    await hands.type('sl');
    letThrough();
    await expect(page.getByRole('navigation', { name: 'Écrans' })).toBeVisible();
  });
});
