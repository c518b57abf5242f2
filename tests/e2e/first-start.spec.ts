import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'empty' });

const PIN = '7301';

test('a new house is opened without touching the mouse, and nothing is written before its code is kept', async ({
  page,
  hands,
  desk,
}) => {
  const nobody = desk.as({});
  await expect(page.getByRole('button', { name: /Ouvrir ma maison/ })).toBeFocused();
  await hands.press('Enter');

  await expect(page.getByLabel('Nom de la maison')).toBeFocused();
  await hands.type('Maison de santé des Tilleuls');
  await hands.press('Enter');

  await expect(page.getByLabel('Prénom, praticien 1')).toBeFocused();
  await hands.type('Alma');
  await hands.press('Tab');
  await hands.type('Fictif');
  await hands.press('Enter');

  await expect(page.getByLabel('Prénom et nom, personne 1')).toBeFocused();
  await hands.type('Sophie Lenoir');
  await expect(page.getByLabel('Initiales, personne 1')).toHaveValue('SL');
  const pin = page.getByLabel('Code, de quatre à huit chiffres');
  const again = page.getByLabel('Le même, encore une fois');
  for (let tabs = 0; tabs < 6 && !(await pin.evaluate((field) => field === document.activeElement)); tabs++)
    await hands.press('Tab');
  await hands.type('1234');
  await hands.press('Enter');
  await expect(pin).toHaveAccessibleDescription(/Trop facile à deviner/);
  await expect(pin).toBeFocused();
  await hands.press('Control+KeyA');
  await hands.type(PIN);
  await hands.press('Enter');
  await expect(again).toBeFocused();
  await expect(again).toHaveAccessibleDescription('Les deux codes diffèrent.');
  await hands.type(PIN);
  await hands.press('Enter');

  const code = page.getByTestId('recovery-code');
  await expect(code).toHaveText(/^([0-9A-Z]{4}-){7}[0-9A-Z]{4}$/);
  await expect(page.getByRole('button', { name: /Ouvrir la maison/ })).toBeDisabled();
  expect(await nobody.practice.house()).toBe(null);

  const kept = page.getByLabel(/Je l’ai imprimé ou recopié/);
  for (let tabs = 0; tabs < 6 && !(await kept.evaluate((box) => box === document.activeElement)); tabs++)
    await hands.press('Tab');
  await hands.press('Space');
  await expect(kept).toBeChecked();
  await hands.press('Enter');

  await expect(page.getByText('Maison de santé des Tilleuls est ouverte.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Horaires' })).toBeVisible();
  // She sits there without being asked, and from now on by her code only.
  await hands.press('Control+KeyL');
  await expect(page.getByLabel('Vos initiales')).toBeFocused();
  await hands.type('sl');
  await expect(page.getByLabel('Code de Sophie Lenoir', { exact: true })).toBeFocused();
  await hands.type(PIN);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'Horaires' })).toBeVisible();
  expect(await hands.mouse()).toBe(0);

  expect(await nobody.practice.house()).toMatchObject({
    name: 'Maison de santé des Tilleuls',
    zone: 'Europe/Paris',
    region: 'metropole',
    demo: false,
  });
  expect((await nobody.people.list()).map(({ initials, name, role }) => [initials, name, role])).toEqual([
    ['AF', 'Dr Alma Fictif', 'practitioner'],
    ['SL', 'Sophie Lenoir', 'coordinator'],
  ]);
});

test('what is missing is said at its field, and going back keeps what was typed', async ({ page, hands }) => {
  await page.getByRole('button', { name: /Ouvrir ma maison/ }).click();
  await page.getByRole('button', { name: /Continuer/ }).click();
  const name = page.getByLabel('Nom de la maison');
  await expect(name).toBeFocused();
  await expect(name).toHaveAccessibleDescription('À remplir.');
  await hands.type('Maison du Parc');
  await hands.press('Enter');

  await page.getByLabel('Prénom, praticien 1').fill('Alma');
  await hands.press('Enter');
  await expect(page.getByLabel('Nom, praticien 1', { exact: true })).toHaveAccessibleDescription(
    'À remplir.',
  );
  await page.getByLabel('Nom, praticien 1', { exact: true }).fill('Fictif');
  await hands.press('Enter');

  await page.getByLabel('Prénom et nom, personne 1').fill('Sophie Lenoir');
  await page.getByRole('button', { name: 'Ajouter une personne' }).click();
  await page.getByLabel('Prénom et nom, personne 2').fill('Simon Lebrun');
  await hands.press('Enter');
  await expect(page.getByLabel('Initiales, personne 2')).toHaveAccessibleDescription(
    'Ces initiales sont déjà celles de quelqu’un.',
  );

  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('button', { name: 'Retour' }).click();
  await expect(name).toHaveValue('Maison du Parc');
});

test('going back from the code and forward again shows the same code', async ({ page, hands }) => {
  await page.getByRole('button', { name: /Ouvrir ma maison/ }).click();
  await page.getByLabel('Nom de la maison').fill('Maison du Parc');
  await hands.press('Enter');
  await page.getByRole('button', { name: /Continuer/ }).click();
  await page.getByLabel('Prénom et nom, personne 1').fill('Sophie Lenoir');
  await hands.press('Enter');
  const first = await page.getByTestId('recovery-code').innerText();
  await page.getByRole('button', { name: 'Retour' }).click();
  await page.getByRole('button', { name: /Continuer/ }).click();
  expect(await page.getByTestId('recovery-code').innerText()).toBe(first);
});

test('a region overseas brings its own hour', async ({ page }) => {
  await page.getByRole('button', { name: /Ouvrir ma maison/ }).click();
  await page.getByRole('combobox', { name: 'Région' }).click();
  await page.getByRole('option', { name: 'La Réunion' }).click();
  await expect(page.getByRole('combobox', { name: 'Fuseau horaire' })).toHaveValue('La Réunion');
});

test('the door of the fictitious house says where it lives and how to open it', async ({ page }) => {
  await page.getByRole('button', { name: /Découvrir la maison fictive/ }).click();
  await expect(page.getByText('npm run demo')).toBeVisible();
  await expect(page.getByText(/la vôtre n’est ni lue ni modifiée/)).toBeVisible();
  await page.getByRole('button', { name: 'Retour' }).click();
  await expect(page.getByRole('button', { name: /Ouvrir ma maison/ })).toBeVisible();
});

test('the first start keeps nobody out', async ({ page, hands }) => {
  test.slow();
  await expect(page.getByRole('button', { name: /Ouvrir ma maison/ })).toBeFocused();
  await look(page, 'first start, doors');
  await hands.press('Enter');
  await page.getByLabel('Nom de la maison').fill('Maison du Parc');
  await look(page, 'first start, house');
  await hands.press('Enter');
  await expect(page.getByLabel('Prénom, praticien 1')).toBeFocused();
  await look(page, 'first start, practitioners');
  await hands.press('Enter');
  await page.getByLabel('Prénom et nom, personne 1').fill('Sophie Lenoir');
  await look(page, 'first start, team');
  await hands.press('Enter');
  await expect(page.getByTestId('recovery-code')).toBeVisible();
  await look(page, 'first start, recovery code');
});
