/** What people ask, from the first word to an outcome: the call panel, « Demandes », F7, and the path on the patient's page. */
import type { Page } from '@playwright/test';
import { dayShown, goTo } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

const callOfMarie = async (page: Page, hands: Hands) => {
  await dayShown(page);
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
};

const panel = (page: Page) => page.getByRole('complementary');

test('S12: a pharmacist asks for somebody without a doctor; she is rung, and so is the pharmacy, in at most 40 keys and without the mouse', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  await hands.press('F2');
  await hands.type('roux ida 1948');
  await expect(page.getByText('Personne ne correspond')).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByLabel('Prénom')).toHaveValue('Ida');
  await expect(page.getByLabel('Téléphone à appeler en premier')).toBeFocused();
  await hands.type('0639984520');
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'ROUX Ida' })).toBeVisible();
  await hands.press('t');
  await hands.press('p');
  await hands.press('3');
  await expect(page.getByLabel('Professionnel qui demande')).toBeFocused();
  // The directory knows the pharmacy: the arrow takes it, and what is typed alone stays as it was typed.
  await hands.type('pha');
  await expect(page.getByRole('listbox', { name: 'Annuaire' }).getByRole('option').first()).toBeVisible();
  await hands.press('ArrowDown');
  await hands.press('Enter');
  await hands.press('o');
  await expect(page.getByRole('button', { name: /^Par/ })).toContainText('la personne est d’accord');
  await hands.press('F7');
  await expect(page.getByRole('heading', { name: 'Rappeler' })).toBeVisible();
  await hands.press('4');
  await hands.press('p');
  await expect(panel(page).getByRole('button', { name: /Rappeler aussi la pharmacie/ })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await look(page, 'both call-backs', { at: '.pv-panel' });
  await hands.press('Enter');
  await expect(panel(page).getByText('Deux rappels promis')).toBeVisible();
  await expect(panel(page)).toContainText('Pharmacie du Pont-Imaginaire, Bourg-Fictif : réponse avant');
  test.info().annotations.push({ type: 'touches', description: String(hands.keys) });
  expect(hands.keys).toBeLessThanOrEqual(40);
  expect(await hands.mouse()).toBe(0);

  const asCamille = desk.as({ actorId: 1 });
  const { patients } = await asCamille.patients.search({ text: 'roux ida', limit: 1 });
  const patientId = patients[0]?.id;
  if (patientId === undefined) throw new Error('Ida Roux was not written down');
  const [request] = await asCamille.requests.ofPatient({ patientId });
  expect(request).toMatchObject({
    nature: 'registration',
    origin: 'pharmacy',
    professional: 'Pharmacie du Pont-Imaginaire, Bourg-Fictif',
    patientAgrees: true,
    outcome: { kind: 'callback' },
  });
  const [toHer, toPharmacy, ...others] = (await asCamille.callbacks.pending()).filter(
    ({ requestId }) => requestId === request?.id,
  );
  expect(others).toEqual([]);
  expect(toHer).toMatchObject({ answersProfessional: false, phone: null, patient: { id: patientId } });
  expect(toPharmacy).toMatchObject({
    answersProfessional: true,
    callerName: 'Pharmacie du Pont-Imaginaire, Bourg-Fictif',
    about: null,
    due: toHer?.due,
  });
  expect(toPharmacy?.phone).toMatch(/^\+33/);

  await hands.press('F7');
  const pharmacy = page.getByRole('listitem', { name: /^Pharmacie du Pont-Imaginaire/ });
  await expect(pharmacy).toContainText('réponse à sa demande pour ROUX Ida');
  await expect(page.getByRole('listitem', { name: /^ROUX Ida/ })).toBeVisible();
  await look(page, 'both waiting', { at: '.pv-panel' });
  await goTo(page, `#/patients?fiche=${patientId}`);
  const path = page.getByRole('region', { name: 'Parcours' });
  await expect(path).toContainText('Pharmacie du Pont-Imaginaire, Bourg-Fictif : réponse promise');
  await expect(path).toContainText('Rappel promis');
});

test('without her agreement the pharmacy is not rung: the key does nothing, and the form says why', async ({
  page,
  hands,
}) => {
  await callOfMarie(page, hands);
  await hands.press('p');
  await hands.press('3');
  await expect(page.getByLabel('Professionnel qui demande')).toBeFocused();
  await hands.type('Pharmacie fictive');
  await hands.press('F7');
  await expect(page.getByRole('heading', { name: 'Rappeler' })).toBeVisible();
  await expect(panel(page)).toContainText('seulement si la personne est d’accord');
  await hands.press('p');
  await expect(panel(page).getByRole('button', { name: /Rappeler aussi/ })).toHaveCount(0);
});

test('the same person asking again within thirty days takes the earlier request up, once', async ({
  page,
  hands,
  desk,
}) => {
  const asJulie = desk.as({ actorId: 2, station: 'Accueil 2' });
  const { patients } = await asJulie.patients.search({ text: 'dup mar 1952', limit: 1 });
  const patientId = patients[0]?.id;
  if (patientId === undefined) throw new Error('Marie Dupont is not known');
  await asJulie.requests.open({ patientId, nature: 'administrative', wish: 'carte Vitale' });

  await callOfMarie(page, hands);
  await expect(page.getByText('Déjà demandé aujourd’hui à 10 h 20')).toBeHidden();
  await hands.press('a');
  await expect(page.getByText('Déjà demandé aujourd’hui à 10 h 20')).toBeVisible();
  await expect(panel(page).getByText('« carte Vitale »')).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByLabel('Ce qui a été dit')).toBeFocused();
  await hands.press('2');
  await hands.press('Enter');
  await expect(page.getByText('Réponse enregistrée')).toBeVisible();
  const mine = await asJulie.requests.ofPatient({ patientId });
  expect(mine.map(({ nature, outcome }) => [nature, outcome?.kind])).toEqual([
    ['administrative', 'answered'],
  ]);
});

test('a request that another desk changes meanwhile is brought up to date, never opened twice', async ({
  page,
  hands,
  desk,
}) => {
  await callOfMarie(page, hands);
  await hands.press('F3');
  await expect(page.getByRole('list', { name: 'Places libres' })).toBeVisible();
  const asJulie = desk.as({ actorId: 2, station: 'Accueil 2' });
  const marie = async () =>
    (await asJulie.requests.pending()).filter(({ patient }) => patient?.displayName === 'DUPONT Marie');
  await expect.poll(async () => (await marie()).length).toBe(1);
  const [opened] = await marie();
  if (opened === undefined) throw new Error('the request was not written');
  await asJulie.requests.update({ id: opened.id, version: opened.version, callerName: 'sa fille' });

  await hands.press('Escape');
  await hands.press('n');
  await hands.type('le mercredi');
  await hands.press('Escape');
  await expect(page.getByText('La demande de DUPONT Marie reste ouverte')).toBeVisible();
  const left = await marie();
  expect(left.map(({ id, wish, callerName }) => [id, wish, callerName])).toEqual([
    [opened.id, 'le mercredi', 'sa fille'],
  ]);
});

test('a call that the desk could not write down is kept, and tried again @browser', async ({
  page,
  hands,
  desk,
}) => {
  await callOfMarie(page, hands);
  await hands.press('a');
  await hands.press('n');
  await hands.type('carte Vitale');
  await page.route('**/rpc/requests/open', (route) => route.abort());
  await hands.press('Escape');
  await expect(page.getByText('Parvis n’a pas répondu')).toBeVisible();
  await page.getByRole('link', { name: /^Demandes ouvertes/ }).click();
  await expect(page.getByText('Demande pas encore enregistrée')).toBeVisible();
  await page.unroute('**/rpc/requests/open');
  await page.getByRole('button', { name: 'Reprendre et réessayer' }).click();
  await expect(panel(page).getByLabel('Souhait')).toHaveValue('carte Vitale');
  await hands.press('Escape');
  await expect(page.getByText('La demande de DUPONT Marie reste ouverte')).toBeVisible();
  await expect(page.getByText('Demande pas encore enregistrée')).toHaveCount(0);
  const hers = (await desk.as({ actorId: 1 }).requests.pending()).filter(
    ({ patient }) => patient?.displayName === 'DUPONT Marie',
  );
  expect(hers.map(({ nature, wish }) => [nature, wish])).toEqual([['administrative', 'carte Vitale']]);
});

test('what is rare unfolds under one key, is chosen by the beginning of a name, and folds back', async ({
  page,
  hands,
  desk,
}) => {
  await callOfMarie(page, hands);
  await hands.press('a');
  await hands.press('q');
  await hands.type('dela');
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: /^Pour/ })).toContainText('Dr Delalune');
  await hands.press('e');
  await hands.press('4');
  await hands.press('Enter');
  const followed = page.getByRole('button', { name: /^Suivi/ });
  await expect(followed).toContainText('avant demain 12 h 30');
  await expect(followed).toHaveAttribute('aria-expanded', 'false');
  await hands.press('Escape');
  await expect(page.getByText('La demande de DUPONT Marie reste ouverte')).toBeVisible();
  expect(await hands.mouse()).toBe(0);
  const asCamille = desk.as({ actorId: 1 });
  const left = (await asCamille.requests.pending()).find(
    ({ patient }) => patient?.displayName === 'DUPONT Marie',
  );
  const doctors = await asCamille.practice.practitioners();
  expect([left?.nature, left?.practitionerId, left?.due]).toEqual([
    'administrative',
    doctors.find(({ familyName }) => familyName === 'Delalune')?.id,
    Temporal.Instant.from('2026-11-24T12:30+01:00').epochMilliseconds,
  ]);
});

test('no outcome is saved without what it needs, and says so at its field', async ({ page, hands }) => {
  await callOfMarie(page, hands);
  await hands.press('F7');
  await expect(page.getByRole('heading', { name: 'Rappeler' })).toBeVisible();
  await hands.press('Enter');
  await expect(panel(page).getByRole('alert')).toHaveText(/^Dites avant quand/);
  await hands.press('3');
  await hands.press('Enter');
  await expect(page.getByText('Rappel promis')).toBeVisible();
  await expect(page.getByText('Camille Mistral vous rappelle avant 18 h.')).toBeVisible();
});

test('« Demandes » by keyboard: late first, narrowed by a letter, taken up with Enter, concluded with C', async ({
  page,
  hands,
  desk,
}) => {
  const pending = await desk.as({ actorId: 1 }).requests.pending();
  const now = Temporal.Instant.from('2026-11-23T10:20+01:00').epochMilliseconds;
  const late = pending.filter(({ due }) => due < now).length;
  expect(late).toBeGreaterThan(0);
  await dayShown(page);
  await hands.press('Control+k');
  await hands.type('demandes');
  await hands.press('Enter');
  const rows = page.getByRole('list', { name: 'Demandes ouvertes' }).getByRole('listitem');
  await expect(rows).toHaveCount(pending.length);
  await expect(rows.first()).toContainText('en retard de');
  await expect(
    page.getByRole('navigation', { name: 'Demandes et rappels' }).getByRole('link').first(),
  ).toContainText(`${late} en retard`);
  await hands.press('a');
  await expect(rows).toHaveCount(pending.filter(({ nature }) => nature === 'administrative').length);
  await hands.press('a');
  await expect(rows).toHaveCount(pending.length);
  await hands.press('ArrowDown');
  await hands.press('c');
  await expect(panel(page).getByRole('heading', { name: /Comment finit la demande/ })).toBeVisible();
  await hands.press('6');
  await hands.press('Enter');
  await expect(panel(page).getByText('Demande retirée')).toBeVisible();
  await expect(rows).toHaveCount(pending.length - 1);
  // The panel closes, and the list has its keys again.
  await hands.press('Escape');
  await expect(panel(page)).toHaveCount(0);
  await hands.press('Enter');
  await expect(panel(page).getByRole('region', { name: 'Personne' })).toBeVisible();
  await expect(panel(page).getByRole('heading', { name: 'Demande reprise' })).toBeVisible();
  expect(await hands.mouse()).toBe(0);
});

test('F7 from anywhere: tried, given to somebody else, unreachable', async ({ page, hands }) => {
  await dayShown(page);
  await hands.press('F7');
  const first = page.locator('.waiting-row').first();
  await expect(first).toBeFocused();
  await expect(first).toContainText('en retard');
  const late = page.locator('.waiting-row[data-kind="callback"]').first();
  while ((await late.getAttribute('data-active')) === null) await hands.press('ArrowDown');
  await hands.press('n');
  await expect(page.getByText(/pas de réponse, \d(?:ᵉʳ|ᵉ) essai noté/)).toBeVisible();
  await expect(late).toContainText(/\d essais?, /);
  await hands.press('d');
  await expect(page.getByRole('combobox', { name: 'Donner à' })).toBeFocused();
  await hands.type('jul');
  await hands.press('Enter');
  await expect(page.getByText(/rappel confié/)).toBeVisible();
  await expect(late).toContainText('Julie Brume');
  const name = (await late.locator('strong').textContent()) ?? '';
  await expect(late).toBeFocused();
  await hands.press('i');
  await expect(page.getByText(`${name} : injoignable, rappel clos`)).toBeVisible();
  await expect(page.locator('.waiting-row', { hasText: name })).toHaveCount(0);
  expect(await hands.mouse()).toBe(0);
});

test('the patient’s page tells the whole path, the latest first', async ({ page, desk }) => {
  const { patients } = await desk
    .as({ actorId: 1 })
    .patients.search({ text: 'dupond marie-claude', limit: 1 });
  await dayShown(page);
  await page.goto(`${new URL(page.url()).origin}/#/patients?fiche=${patients[0]?.id}`);
  const path = page.getByRole('region', { name: 'Parcours' });
  await expect(path.getByRole('listitem')).toHaveCount(3);
  await expect(path.getByRole('listitem').nth(0)).toContainText('Demande : Médecin traitant, appel');
  await expect(path.getByRole('listitem').nth(0)).toContainText('« où en est la liste ? »');
  await expect(path.getByRole('listitem').nth(1)).toContainText('Inscrit sur la liste, médecin généraliste');
  await expect(path.getByRole('listitem').nth(2)).toContainText('CPTS fictive du Parvis');
});

test('requests, call-backs and the call panel keep nobody out', async ({ page, hands }) => {
  test.slow();
  await callOfMarie(page, hands);
  await look(page, 'request strip', { at: '.strip' });
  await look(page, 'request rail', { at: '.rail' });
  await hands.press('m');
  await look(page, 'request message', { at: '.pv-panel' });
  await hands.press('p');
  await hands.press('3');
  await look(page, 'request handed on', { at: '.pv-panel' });
  await hands.press('Escape');
  await hands.press('c');
  await look(page, 'request answered', { at: '.pv-panel' });
  for (const ending of ['1', '2', '3', '4', '5', '7']) {
    await hands.press(ending);
    await look(page, `request ending ${ending}`, { at: '.pv-panel' });
    await hands.press('Escape');
  }
  const { origin } = new URL(page.url());
  await page.goto(`${origin}/#/demandes`);
  await page.locator('.request').first().waitFor();
  await look(page, 'request list', { at: '.requests' });
  await page.goto(`${origin}/#/demandes?vue=rappels`);
  await page.locator('.waiting-row').first().waitFor();
  await look(page, 'request call-backs', { at: '.requests' });
  await page.keyboard.press('Enter');
  await page.locator('.waiting-form').waitFor();
  await look(page, 'request keeping a promise', { at: '.requests' });
});
