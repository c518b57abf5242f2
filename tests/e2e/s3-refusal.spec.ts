/** S3: a newcomer looks for a médecin traitant, and the doctor is full. Nobody is sent away with nothing. */
import type { Page } from '@playwright/test';
import type { RequestId } from '../../src/contract/ids.ts';
import { dayShown } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

const panel = (page: Page) => page.getByRole('complementary', { name: 'Refus et orientation' });
const step = (page: Page, name: string | RegExp) => panel(page).getByRole('region', { name });
const line = (page: Page, name: string) =>
  page
    .getByRole('list', { name: /Qui peut la prendre/ })
    .getByRole('listitem')
    .filter({ hasText: name });

/** Known already, looking for a médecin traitant: F6 is one key away. */
const askForADoctor = async (page: Page, hands: Hands) => {
  await dayShown(page);
  await hands.press('F2');
  await hands.type('suryani');
  await expect(page.getByRole('option')).toHaveText([/^SURYANI/]);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'SURYANI' })).toBeVisible();
  await hands.press('t');
};

/** The same, with urgency ruled out: « Qui peut ? » is on screen. */
const toWhoCan = async (page: Page, hands: Hands) => {
  await askForADoctor(page, hands);
  await hands.press('F6');
  await expect(panel(page).getByText('Un de ces signes')).toBeVisible();
  await hands.press('n');
  await expect(line(page, 'Dr Nguyen')).toBeVisible();
};

test('S3: from a name that nobody knows to the paper in hand, in at most 45 keys and without the mouse', async ({
  page,
  hands,
  desk,
}) => {
  await dayShown(page);
  hands.forget();
  await hands.press('F2');
  await hands.type('roc zoe');
  await expect(page.getByRole('button', { name: 'Nouvelle personne' })).toBeVisible();
  await hands.press('Enter');
  await expect(page.getByRole('textbox', { name: 'Nom', exact: true })).toHaveValue('Roc');
  await expect(page.getByRole('textbox', { name: 'Prénom' })).toHaveValue('Zoe');
  await expect(page.getByRole('textbox', { name: /naissance/i })).toBeFocused();
  await hands.type('040599');
  await hands.press('Tab');
  await hands.type('0639987712');
  await hands.press('Tab');
  await hands.press('Tab');
  await expect(page.getByRole('textbox', { name: 'Commune' })).toBeFocused();
  await hands.type('Vichy');
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'ROC Zoe' })).toBeVisible();

  await hands.press('t');
  await hands.press('F6');
  await expect(panel(page).getByText('Un de ces signes')).toBeVisible();
  await hands.press('n');
  await expect(line(page, 'Dr Bontemps')).toContainText('complet');
  await expect(line(page, 'Dr Bontemps')).toContainText('Refus en son nom');
  await expect(line(page, 'Dr Nguyen')).toContainText(/places? ce mois-ci/);
  await expect(line(page, 'Dr Clairval')).toContainText('A-t-elle une lettre');
  await expect(line(page, 'Dr Delalune')).toContainText('absence ou départ');
  await hands.press('d');
  await hands.press('c');
  await hands.press('Enter');
  await expect(step(page, 'Ce qu’on lui propose')).toContainText('Liste médecin traitant');
  await hands.press('1');
  await hands.press('Enter');
  await expect(panel(page).getByLabel('À dire', { exact: true }).last()).toContainText('Dr Bontemps');
  await hands.press('Enter');
  await expect(panel(page).getByText('Refus enregistré')).toBeVisible();
  await hands.press('c');
  await expect(page.getByText(/Attestation copiée|ATTESTATION/)).toBeVisible();

  expect(hands.keys).toBeLessThanOrEqual(45);
  expect(await hands.mouse()).toBe(0);
  test.info().annotations.push({ type: 'touches', description: String(hands.keys) });

  const api = desk.as({ actorId: 1 });
  const { patients } = await api.patients.search({ text: 'roc zoe', limit: 1 });
  const zoe = patients[0];
  if (zoe === undefined) throw new Error('Zoe was not written down');
  const [request] = await api.requests.ofPatient({ patientId: zoe.id });
  expect(request?.outcome).toMatchObject({ kind: 'registration-list', profession: 'general-practitioner' });
  const [refusal] = await api.refusals.ofRequest({ requestId: request?.id ?? (zoe.id as never) });
  expect(refusal).toMatchObject({ ground: 'list-full', waysForward: [{ kind: 'registration-list' }] });
});

test('an open colleague who was not asked stops the refusal, and is named where it stopped', async ({
  page,
  hands,
}) => {
  await toWhoCan(page, hands);
  await hands.press('Enter');
  await expect(line(page, 'Dr Nguyen')).toContainText('Peut encore accueillir');
  await expect(line(page, 'Dr Bontemps')).not.toContainText('Peut encore accueillir');
  await hands.press('d');
  await expect(line(page, 'Dr Nguyen')).not.toContainText('Peut encore accueillir');
  // Dr Clairval has seen her before: the keys are there already.
  await hands.press('Enter');
  await expect(line(page, 'Dr Clairval')).toContainText('patient connu');
  await expect(line(page, 'Dr Clairval')).toContainText('Peut encore accueillir');
  await hands.press('d');
  await hands.press('Enter');
  await expect(step(page, 'Ce qu’on lui propose')).toBeVisible();
});

test('without a way forward nothing is recorded, and what was said before is kept', async ({
  page,
  hands,
}) => {
  await toWhoCan(page, hands);
  await hands.press('d');
  await hands.press('d');
  await hands.press('Enter');
  await hands.press('Enter');
  await expect(panel(page).getByText('personne ne repart sans rien')).toBeVisible();
  await hands.press('Escape');
  await expect(line(page, 'Dr Nguyen')).toContainText('La personne décline');
});

test('a colleague takes the person on: the place is kept, and her free slots are next', async ({
  page,
  hands,
  desk,
}) => {
  const api = desk.as({ actorId: 1 });
  const nguyen = (await api.practice.practitioners()).find(({ familyName }) => familyName === 'Nguyen');
  const taken = async () =>
    (await api.refusals.policies()).find(({ practitionerId }) => practitionerId === nguyen?.id)?.meter
      .taken ?? 0;
  const before = await taken();
  await toWhoCan(page, hands);
  await hands.press('a');
  await hands.press('Enter');
  const places = page.getByRole('list', { name: 'Places libres' });
  await expect(places.getByRole('button').first()).toContainText('Dr Nguyen');
  expect(await taken()).toBe(before + 1);
});

test('the last place goes to another window in the same second: told on that line, and nothing is half-written', async ({
  page,
  hands,
  desk,
}) => {
  const other = desk.as({ actorId: 2, station: 'Accueil 2' });
  const nguyen = (await other.practice.practitioners()).find(({ familyName }) => familyName === 'Nguyen');
  if (nguyen === undefined) throw new Error('the house is not the one expected');
  const left =
    (await other.refusals.policies()).find(({ practitionerId }) => practitionerId === nguyen.id)?.meter
      .left ?? 0;
  const { patients } = await other.patients.search({ text: 'du', limit: 20 });
  const newcomers: { readonly id: RequestId; readonly version: number }[] = [];
  for (const { id: patientId } of patients) {
    if (newcomers.length === left) break;
    const { id, version } = await other.requests.open({ nature: 'registration', patientId });
    const own = await other.refusals.whoCan({ requestId: id, profession: 'general-practitioner' });
    // Whoever Dr Nguyen has seen before takes no newcomer's place.
    if (own.some(({ practitionerId, followed }) => practitionerId === nguyen.id && !followed))
      newcomers.push({ id, version });
  }
  const take = async (index: number) => {
    const request = newcomers[index];
    if (request === undefined) throw new Error('not enough people');
    await other.refusals.accept({ request, practitionerId: nguyen.id });
  };
  for (let index = 0; index < left - 1; index += 1) await take(index);
  await toWhoCan(page, hands);
  await expect(line(page, 'Dr Nguyen')).toContainText('1 place ce mois-ci');
  await hands.press('a');
  // The screen must not have heard yet: this is the same second.
  await page.route('**/rpc/refusals/whoCan', (route) => route.abort());
  await take(left - 1);
  await page.unroute('**/rpc/refusals/whoCan');
  await hands.press('Enter');
  await expect(line(page, 'Dr Nguyen')).toContainText('La dernière place vient d’être prise');
  await expect(line(page, 'Dr Nguyen')).toContainText('quota atteint');
  await hands.press('d');
  await hands.press('Enter');
  await expect(step(page, 'Ce qu’on lui propose').getByText('Liste médecin traitant')).toBeVisible();
});

test('the paper is saved under a name that names nobody, and printed alone', async ({ page, hands }) => {
  await page.addInitScript(() => {
    window.print = () => {
      document.title = `printed ${document.querySelectorAll('.paper-print').length}`;
    };
  });
  await page.reload();
  await toWhoCan(page, hands);
  for (const key of ['d', 'd', 'Enter', '5', 'Enter']) await hands.press(key);
  await expect(panel(page).getByText('Vos démarches')).toBeVisible();
  await hands.press('Enter');
  await expect(panel(page).getByText('Refus enregistré')).toBeVisible();
  const download = page.waitForEvent('download');
  await hands.press('p');
  const name = (await download).suggestedFilename();
  expect(name).toMatch(/\.pdf$/);
  expect(name.toLowerCase()).not.toContain('suryani');
  await hands.press('i');
  await expect(page).toHaveTitle('printed 1');
});

test('yes or doubt opens the card over everything, and « aucun signe » there leads on', async ({
  page,
  hands,
}) => {
  await askForADoctor(page, hands);
  await hands.press('F6');
  await expect(panel(page).getByText('Un de ces signes')).toBeVisible();
  await hands.press('d');
  await expect(page.getByRole('button', { name: /Nous appelons le 15/ })).toBeVisible();
  await hands.press('Escape');
  await expect(panel(page).getByText('Un de ces signes')).toBeVisible();
  await hands.press('o');
  await expect(page.getByRole('button', { name: /Nous appelons le 15/ })).toBeVisible();
  await hands.press('5');
  await expect(line(page, 'Dr Nguyen')).toBeVisible();
});

test('one refused person, from the call to the kept call-back, and all of it on her path', async ({
  page,
  hands,
  desk,
}) => {
  await toWhoCan(page, hands);
  for (const key of ['d', 'd', 'Enter', '3', 'Enter']) await hands.press(key);
  await expect(panel(page).getByText('Vos démarches')).toBeVisible();
  await hands.press('r');
  await hands.press('Enter');
  await expect(panel(page).getByText('Dites avant quand')).toBeVisible();
  await hands.press('3');
  await hands.press('Enter');
  await expect(panel(page).getByText('Refus enregistré')).toBeVisible();
  await expect(panel(page).getByText(/Rappel promis, avant aujourd’hui à 18/)).toBeVisible();
  await hands.press('Enter');

  await hands.press('F7');
  const promise = page.getByRole('listitem', { name: /^SURYANI/ });
  await expect(promise).toBeVisible();
  for (let steps = 0; steps < 20; steps += 1) {
    if (await promise.evaluate((row) => row === document.activeElement)) break;
    await hands.press('ArrowDown');
  }
  await hands.press('Enter');
  await hands.type('une place se libère en janvier');
  await hands.press('Enter');
  await expect(promise).toHaveCount(0);

  const { patients } = await desk.as({ actorId: 1 }).patients.search({ text: 'suryani', limit: 1 });
  await page.evaluate((id) => {
    location.hash = `#/patients?fiche=${id}`;
  }, patients[0]?.id);
  const path = page.getByRole('region', { name: 'Parcours' });
  for (const told of [
    'Rappel tenu',
    'une place se libère en janvier',
    'Rappel promis',
    'Dr Bontemps n’a pas pu accueillir',
    'Dr Nguyen, décliné par la personne',
    'CPTS',
  ])
    await expect(path).toContainText(told);
  expect(await hands.mouse()).toBe(0);
});

test.describe('a house whose card nobody has signed', () => {
  test.use({ house: 'former-agenda' });

  test('refuses nobody: a practitioner’s call-back is promised instead, and the card stays one key away', async ({
    page,
    hands,
    desk,
  }) => {
    const staff = await desk.as({}).people.list();
    const receptionist = staff.find(({ practitionerId }) => practitionerId === null);
    const api = desk.as({ actorId: receptionist?.id ?? 0 });
    const { patients } = await api.patients.search({ text: 'es', limit: 1 });
    const somebody = patients[0];
    if (somebody === undefined) throw new Error('nobody was taken over');
    await page.evaluate((id) => {
      location.hash = `#/patients?fiche=${id}`;
    }, somebody.id);
    await expect(page.getByRole('heading', { name: somebody.displayName }).first()).toBeVisible();
    await hands.press('F2');
    await expect(page.getByRole('complementary', { name: 'Nouvelle demande' })).toBeVisible();
    await hands.press('t');
    await hands.press('F6');
    await expect(panel(page).getByText('La carte d’urgence n’est pas signée')).toBeVisible();
    await expect(panel(page).getByText('Un de ces signes')).toHaveCount(0);
    await hands.press('r');
    await expect(page.getByRole('complementary', { name: 'Nouvelle demande' })).toContainText('Avant quand');
  });
});

test('the same person calling again nine days later is recognised, with what was answered then', async ({
  page,
  hands,
  desk,
}) => {
  await toWhoCan(page, hands);
  for (const key of ['d', 'd', 'Enter', '1', 'Enter']) await hands.press(key);
  await expect(panel(page).getByText('Vos démarches')).toBeVisible();
  await hands.press('Enter');
  await expect(panel(page).getByText('Refus enregistré')).toBeVisible();
  await desk.setNow('2026-12-02T09:30+01:00');
  await page.clock.setFixedTime(Temporal.Instant.from('2026-12-02T09:30+01:00').epochMilliseconds);
  await page.reload();
  await dayShown(page);
  await hands.press('F2');
  await hands.type('suryani');
  await expect(page.getByRole('option')).toHaveText([/^SURYANI/]);
  await hands.press('Enter');
  await hands.press('t');
  await expect(page.getByText(/Déjà demandé/)).toBeVisible();
  await expect(page.getByRole('complementary')).toContainText('liste');
});

test('nothing of the four steps keeps anybody out', async ({ page, hands }) => {
  const check = (what: string) => look(page, `refusal ${what}`, { at: '.pv-panel' });
  await askForADoctor(page, hands);
  await hands.press('F6');
  await expect(panel(page).getByText('Un de ces signes')).toBeVisible();
  await check('urgency');
  await hands.press('n');
  await expect(line(page, 'Dr Nguyen')).toBeVisible();
  await hands.press('Enter');
  await expect(line(page, 'Dr Nguyen')).toContainText('Peut encore accueillir');
  await check('who');
  await hands.press('d');
  await hands.press('d');
  await hands.press('Enter');
  await hands.press('1');
  await hands.press('4');
  await check('ways');
  await hands.press('Enter');
  await hands.press('r');
  await expect(panel(page).getByText('Vos démarches')).toBeVisible();
  await check('say');
  await hands.press('2');
  await hands.press('Enter');
  await expect(panel(page).getByText('Refus enregistré')).toBeVisible();
  await check('done');
});
