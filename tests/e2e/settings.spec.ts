/** Réglages: what the house is made of, changed at the desk. Errors are at their field, successes are seen (R10). */
import type { Page } from '@playwright/test';
import type { DeskClient } from '../support/client.ts';
import type { RunningDesk } from '../support/running-desk.ts';
import { goTo } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

/** Opens a part of the settings. @returns the desk as somebody of the reception sees it */
const openAt = async (page: Page, desk: RunningDesk, path: string): Promise<DeskClient> => {
  await expect(page.getByRole('navigation', { name: 'Écrans' })).toBeVisible();
  await goTo(page, `#/${path}`);
  const receptionist = (await desk.as({}).people.list()).find(
    ({ role, active }) => role === 'reception' && active,
  );
  if (!receptionist) throw new Error('nobody at the desk of the fictitious house');
  return desk.as({ actorId: receptionist.id });
};

const field = (page: Page, name: string) => page.getByRole('textbox', { name, exact: true });
const choose = async (page: Page, combobox: string, option: string | RegExp) => {
  await page.getByRole('combobox', { name: combobox, exact: true }).click();
  await page.getByRole('option', { name: option }).click();
};
const seenSuccess = (page: Page, text: string) => expect(page.getByText(text)).toBeVisible();

test('R12: an absence shows the appointments inside before it is saved, and hides none of them', async ({
  page,
  hands,
  desk,
}) => {
  const api = await openAt(page, desk, 'journee');
  const [doctor] = await api.practice.practitioners();
  if (!doctor) throw new Error('no practitioner');
  const before = await api.agenda.range({
    from: '2026-11-24',
    to: '2026-11-24',
    practitionerIds: [doctor.id],
  });
  const booked = before[0]?.appointments.filter(({ status }) => status === 'booked') ?? [];
  expect(booked.length).toBeGreaterThan(0);

  await hands.press('F10');
  await expect(page.getByRole('form', { name: 'Nouvelle absence' })).toBeVisible();
  await field(page, 'Du').fill('24/11/26');
  await hands.press('Tab');
  await expect(field(page, 'Au, inclus')).toHaveValue('24/11/2026');
  const inside = page.getByRole('region', { name: 'Rendez-vous dans cette absence' });
  await expect(inside.getByText(`${booked.length} rendez-vous dans cette absence`)).toBeVisible();
  await expect(inside.getByText(booked[0]?.patient.displayName ?? '').first()).toBeVisible();

  await choose(page, 'Motif, interne', 'Maladie');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await seenSuccess(page, 'L’absence est enregistrée.');
  const row = page.getByRole('listitem').filter({ hasText: 'Mar. 24 nov. 2026' });
  await expect(row.getByText(`${booked.length} rendez-vous à reprendre`)).toBeVisible();

  const [day] = await api.agenda.range({
    from: '2026-11-24',
    to: '2026-11-24',
    practitionerIds: [doctor.id],
  });
  expect(day?.columns[0]?.open).toEqual([]);
  expect(day?.appointments.map(({ id }) => id)).toEqual(before[0]?.appointments.map(({ id }) => id));
});

test('an absence that ends before it starts is said at its end; Ctrl+Z takes a saved one back', async ({
  page,
  hands,
  desk,
}) => {
  const api = await openAt(page, desk, 'reglages/absences');
  const count = async () => (await api.practice.absences({ from: '2027-03-01', to: '2027-03-31' })).length;
  await page.getByRole('button', { name: /Ajouter une absence/ }).click();
  await field(page, 'Du').fill('10/03/2027');
  await field(page, 'Au, inclus').fill('09/03/2027');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(field(page, 'Au, inclus')).toHaveAccessibleDescription(
    'Le dernier jour vient avant le premier.',
  );
  await expect(field(page, 'Au, inclus')).toBeFocused();
  expect(await count()).toBe(0);

  await field(page, 'Au, inclus').fill('12/03/2027');
  await hands.press('Enter');
  await seenSuccess(page, 'L’absence est enregistrée.');
  expect(await count()).toBe(1);
  await page.getByRole('heading', { name: 'Absences' }).click();
  await hands.press('Control+KeyZ');
  await expect(page.getByText('Absence ajoutée : annulé')).toBeVisible();
  expect(await count()).toBe(0);
});

test('hours are given to several days at once, and a clash is said at the hour that causes it', async ({
  page,
  desk,
}) => {
  const api = await openAt(page, desk, 'reglages/horaires');
  const doctor = (await api.practice.practitioners())[0];
  if (!doctor) throw new Error('no practitioner');
  await page.getByRole('button', { name: 'Ajouter une plage' }).click();
  const form = page.getByRole('form', { name: 'Nouvelle plage' });
  await form.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(form.getByText('Choisissez au moins un jour.')).toBeVisible();

  await form.getByText('lundi à vendredi').click();
  await field(page, 'De').fill('9h');
  await field(page, 'À').fill('10');
  await form.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(field(page, 'De')).toHaveAccessibleDescription('Une autre plage couvre déjà ce moment.');

  await field(page, 'De').fill('19h');
  await field(page, 'À').fill('20h15');
  await form.getByRole('button', { name: /Enregistrer/ }).click();
  await seenSuccess(page, 'Les horaires sont enregistrés.');
  const evening = (await api.practice.openingHours({ practitionerId: doctor.id })).filter(
    ({ start }) => start === 1140,
  );
  expect(evening.map(({ weekday, end }) => [weekday, end])).toEqual([
    [1, 1215],
    [2, 1215],
    [3, 1215],
    [4, 1215],
    [5, 1215],
  ]);
  await expect(page.getByRole('button', { name: /^Lundi 19:00–\s?20:15/ })).toBeVisible();
});

test('one week in two is said in dates, and week 53 is announced', async ({ page, desk }) => {
  await openAt(page, desk, 'reglages/horaires');
  await page.getByRole('button', { name: 'Ajouter une plage' }).click();
  const form = page.getByRole('form', { name: 'Nouvelle plage' });
  await form.getByText('sam.', { exact: true }).click();
  await choose(page, 'Rythme', 'une semaine sur deux');
  await field(page, 'Une des semaines travaillées, celle du').fill('23/11/2026');
  const note = form.getByRole('note');
  await expect(note).toContainText('Une semaine sur deux, à partir du 23/11/2026');
  await expect(note).toContainText('2026 a une semaine 53 : deux semaines impaires se suivent au nouvel an.');
  await expect(note).toContainText('sam. 9 janv., sam. 23 janv., sam. 6 févr., sam. 20 févr.');
  await form.getByRole('button', { name: /Enregistrer/ }).click();
  await seenSuccess(page, 'Les horaires sont enregistrés.');
  await expect(
    page.getByRole('button', {
      name: /^Samedi 8:30–.*1 sem. sur 2\s?, à partir de la semaine du 23\/11\/2026/,
    }),
  ).toBeVisible();
});

test('extra slots open a public holiday; what would change nothing is refused at the hour', async ({
  page,
  desk,
}) => {
  const api = await openAt(page, desk, 'reglages/horaires');
  const doctor = (await api.practice.practitioners())[0];
  if (!doctor) throw new Error('no practitioner');
  await page.getByRole('button', { name: 'Ajouter une dérogation' }).click();
  const form = page.getByRole('form', { name: 'Nouvelle dérogation' });
  await field(page, 'Date').fill('25/12/2026');
  await page.keyboard.press('Tab');
  await expect(form.getByText('Vendredi 25 décembre')).toBeVisible();
  await expect(form.getByText(/Noël/)).toContainText('fermé');

  await form.getByText('Fermer', { exact: true }).click();
  await form.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(form.getByText('Rien ne changerait : c’est déjà le cas à ce moment.')).toBeVisible();

  await form.getByText('En plus', { exact: true }).click();
  await field(page, 'De').fill('9:00');
  await field(page, 'À').fill('10:30');
  await choose(page, 'Pour', 'Soins non programmés');
  await form.getByRole('button', { name: /Enregistrer/ }).click();
  await seenSuccess(page, 'La dérogation du vendredi 25 décembre est enregistrée.');
  const [day] = await api.agenda.range({
    from: '2026-12-25',
    to: '2026-12-25',
    practitionerIds: [doctor.id],
  });
  expect(day?.columns[0]?.open).toEqual([{ start: 540, end: 630, kind: 'unscheduled', capacity: 1 }]);

  await page.getByRole('button', { name: /Retirer la dérogation du vendredi 25 décembre/ }).click();
  await seenSuccess(page, 'La dérogation est retirée.');
});

test('somebody else saved first: what changed is named, and nothing is lost', async ({ page, desk }) => {
  const api = await openAt(page, desk, 'reglages/praticiens');
  const doctor = (await api.practice.practitioners())[0];
  if (!doctor) throw new Error('no practitioner');
  await page
    .getByRole('button', { name: /^Modifier/ })
    .first()
    .click();
  await expect(field(page, 'Nom')).toHaveValue(doctor.familyName);
  await api.practice.updatePractitioner({ ...doctor, step: 25, title: 'Pr' });
  await field(page, 'Nom').fill('Autrement');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  const warning = page.getByRole('alert').filter({ hasText: 'entre-temps' });
  await expect(warning).toContainText('A changé : pas, civilité.');
  await expect(field(page, 'Nom')).toHaveValue('Autrement');
  await page.getByRole('button', { name: 'Reprendre la version enregistrée' }).click();
  await expect(field(page, 'Nom')).toHaveValue(doctor.familyName);
  await expect(page.getByRole('textbox', { name: 'Pas de l’agenda' })).toHaveValue('25 min');
});

test('an RPPS number that does not add up is saved with a warning, and its owner gets initials', async ({
  page,
  desk,
}) => {
  const api = await openAt(page, desk, 'reglages/praticiens');
  await page.getByRole('button', { name: 'Ajouter un praticien' }).click();
  await expect(field(page, 'Nom')).toBeFocused();
  await field(page, 'Prénom').fill('Noé');
  await field(page, 'Nom').fill('Exemplaire');
  await field(page, 'Numéro RPPS').fill('123');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(field(page, 'Numéro RPPS')).toHaveAccessibleDescription(
    'Un numéro RPPS compte onze chiffres.',
  );
  await field(page, 'Numéro RPPS').fill('10946401478');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(page.getByText(/semble mal recopié/)).toBeVisible();

  await expect(field(page, 'Initiales')).toHaveValue('NE');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await seenSuccess(page, 'Ses initiales sont enregistrées.');
  const saved = (await api.practice.practitioners()).find(({ familyName }) => familyName === 'Exemplaire');
  expect(saved?.rpps).toBe('10946401478');
  expect((await api.people.list()).find(({ initials }) => initials === 'NE')).toMatchObject({
    name: 'Dr Noé Exemplaire',
    role: 'practitioner',
    practitionerId: saved?.id,
  });
});

test('initials that somebody has already are refused at their field', async ({ page, desk }) => {
  const api = await openAt(page, desk, 'reglages/equipe');
  const taken = (await api.people.list())[0];
  await page.getByRole('button', { name: 'Ajouter quelqu’un' }).click();
  await field(page, 'Prénom et nom').fill('Zoé Fictive');
  await expect(field(page, 'Initiales')).toHaveValue('ZF');
  await field(page, 'Initiales').fill(taken?.initials.toLowerCase() ?? '');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await expect(field(page, 'Initiales')).toHaveAccessibleDescription(
    'Ces initiales sont déjà celles de quelqu’un.',
  );
  await field(page, 'Initiales').fill('zf');
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await seenSuccess(page, 'La personne est ajoutée : elle peut prendre le poste.');
});

test('another region has other public holidays, and its own hour', async ({ page, desk }) => {
  const api = await openAt(page, desk, 'reglages/maison');
  const holidays = page.getByRole('complementary', { name: 'Prochains jours fériés' });
  await expect(holidays.getByText('Abolition de l’esclavage')).toHaveCount(0);
  await choose(page, 'Région des jours fériés', 'La Réunion');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await seenSuccess(page, 'La maison est enregistrée.');
  await expect(holidays.getByText('Abolition de l’esclavage')).toBeVisible();
  expect(await api.practice.house()).toMatchObject({ region: 'reunion', zone: 'Indian/Reunion' });
});

test('an appointment type keeps its instruction, and leaves the list when it is taken away', async ({
  page,
  desk,
}) => {
  const api = await openAt(page, desk, 'reglages/motifs');
  await page.getByRole('button', { name: 'Modifier Vaccination' }).click();
  await page.getByLabel('Consigne affichée au rendez-vous').fill('Apporter le carnet.');
  await page.getByRole('switch', { name: 'Proposé à la prise de rendez-vous' }).uncheck();
  await page.getByRole('button', { name: /Enregistrer/ }).click();
  await seenSuccess(page, 'Le motif est enregistré.');
  await expect(page.getByRole('button', { name: 'Modifier Vaccination' })).toHaveCount(0);
  await page.getByRole('switch', { name: /Montrer aussi les motifs retirés/ }).check();
  await expect(page.getByRole('button', { name: 'Modifier Vaccination' })).toBeVisible();
  const saved = (await api.practice.appointmentTypes()).find(({ name }) => name === 'Vaccination');
  expect([saved?.instruction, saved?.active]).toEqual(['Apporter le carnet.', false]);
});

const parts = [
  ['maison', null],
  ['praticiens', /^Modifier/],
  ['motifs', /^Modifier/],
  ['horaires', /^Lundi \d/],
  ['absences', /Ajouter une absence/],
  ['equipe', /^Modifier/],
] as const;

test('the settings keep nobody out', async ({ page, desk }) => {
  test.slow();
  await openAt(page, desk, 'reglages/maison');
  for (const [part, opens] of parts) {
    await goTo(page, `#/reglages/${part}`);
    if (opens !== null) await page.getByRole('button', { name: opens }).first().click();
    await expect(page.getByRole('form').first()).toBeVisible();
    await look(page, `settings, ${part}`);
  }
  await goTo(page, '#/reglages/sauvegardes');
  await expect(page.getByRole('button', { name: 'Sauvegarder maintenant' })).toBeVisible();
  await look(page, 'settings, sauvegardes');
});
