/** F4, the two lists: who waits, why in this order, and what is done about it; by the keyboard alone. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import type { RunningDesk } from '../support/running-desk.ts';
import { dayShown, goTo } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });
test.beforeEach(async ({ desk }) => {
  test.slow();
  await nobodyWaits(desk);
});

/** The fictitious house has people on its lists: here each scenario says who waits. */
const nobodyWaits = async (desk: RunningDesk): Promise<void> => {
  const { waitlist } = desk.as({ actorId: 1, station: 'Accueil 1' });
  for (const kind of ['registration', 'earlier'] as const)
    for (const { entry } of await waitlist.list({ kind }))
      await waitlist.close({ id: entry.id, version: entry.version, end: 'opened-by-mistake' });
};

const rows = (page: Page) => page.getByRole('region', { name: 'Dans l’ordre' }).getByRole('listitem');
const detail = (page: Page) => page.getByRole('region', { name: 'Inscription' });
const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Listes d’attente' });

const idOf = async (desk: RunningDesk, text: string) => {
  const { patients } = await desk.as({ actorId: 1 }).patients.search({ text, limit: 1 });
  const id = patients[0]?.id;
  if (id === undefined) throw new Error('the house is not the one expected');
  return id;
};

const addByHand = async (desk: RunningDesk, text: string) =>
  desk.as({ actorId: 1, station: 'Accueil 1' }).waitlist.add({
    kind: 'registration',
    patientId: await idOf(desk, text),
    profession: 'general-practitioner',
    origin: 'counter',
    limits: {
      practitionerIds: [],
      wishes: { days: [], from: null, to: null, practitionerSex: null, atShortNotice: false, note: null },
      homeVisit: false,
      stepFree: false,
    },
  });

/** The rule that the practitioners of the house adopted. */
const adopt = async (desk: RunningDesk): Promise<void> => {
  const staff = await desk.as({ actorId: 1 }).people.list();
  const doctor = staff.find(({ initials }) => initials === 'MN');
  if (doctor?.practitionerId == null) throw new Error('the house is not the one expected');
  const written = await desk
    .as({ actorId: 1, station: 'Accueil 1' })
    .waitlist.writeRules(await desk.as({ actorId: 1 }).waitlist.proposedRules());
  await desk.as({ actorId: doctor.id, station: 'Cabinet' }).waitlist.adoptRules({
    id: written.id,
    on: '2026-11-20',
    practitionerIds: [doctor.practitionerId],
  });
};

const openLists = async (page: Page, hands: Hands): Promise<void> => {
  await dayShown(page);
  await hands.press('F4');
  await expect(heading(page)).toBeVisible();
};

test('somebody at the counter is put on the list, and put there twice only once, by the keyboard alone', async ({
  page,
  hands,
  desk,
}) => {
  await openLists(page, hands);
  await expect(page.getByText('Personne n’attend d’être pris en charge')).toBeVisible();
  await look(page, 'lists, nobody');
  await hands.press('a');
  await expect(page.getByLabel('Qui attend ?')).toBeFocused();
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('form', { name: 'Ce que la personne attend' })).toBeFocused();
  await look(page, 'lists, adding');
  await hands.press('m');
  await hands.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page).first()).toContainText('avant 12 h');
  await expect(rows(page).first()).toBeFocused();

  await hands.press('a');
  await expect(page.getByLabel('Qui attend ?')).toBeFocused();
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('form', { name: 'Ce que la personne attend' })).toBeFocused();
  await hands.press('Enter');
  await expect(page.getByText('Cette personne attend déjà sur cette liste')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ouvrir l’inscription qui existe' })).toBeFocused();
  await hands.press('Enter');
  await expect(rows(page)).toHaveCount(1);
  await expect(detail(page)).toContainText('Vous êtes sur la liste depuis aujourd’hui.');
  expect(await hands.mouse()).toBe(0);
  expect(await desk.as({ actorId: 1 }).waitlist.counts()).toMatchObject({ registration: 1, earlier: 0 });
});

test('criteria lift a person and the sum says so; the curtain hides both', async ({ page, hands, desk }) => {
  await adopt(desk);
  await addByHand(desk, 'ser emma');
  await addByHand(desk, 'dup mar 1952');
  await openLists(page, hands);
  await expect(rows(page)).toHaveCount(2);
  await hands.press('Home');
  await hands.press('c');
  const form = page.getByRole('region', { name: 'Critères' });
  await expect(form).toContainText('Servent uniquement à classer la liste, jamais à refuser.');
  await expect(form).toBeFocused();
  await hands.press('r');
  await hands.press('o');
  await expect(form).toContainText('dit par un professionnel le 23/11');
  await look(page, 'lists, criteria');
  await hands.press('Escape');
  await expect(detail(page)).toContainText('ALD ou maladie chronique+30');
  const sum = detail(page).getByRole('table');
  const points = await sum.locator('tbody td').allTextContents();
  const total = Number(await sum.locator('tfoot td').textContent());
  expect(points.map((text) => Number(text.replace('−', '-'))).reduce((all, one) => all + one, 0)).toBe(total);
  await look(page, 'lists, detail');

  await hands.press('F12');
  for (const hidden of [
    rows(page).first().locator('.wl-why > .pv-secret'),
    sum,
    detail(page).locator('.wl-facts'),
    rows(page).first().locator('strong'),
  ])
    await expect(hidden).toHaveCSS('filter', 'blur(6px)');
  await hands.press('F12');
  await expect(sum).toHaveCSS('filter', 'none');
  expect(await hands.mouse()).toBe(0);
});

test('rung in vain three times is unreachable and comes back at a key; still looking; gone, and taken back', async ({
  page,
  hands,
  desk,
}) => {
  await addByHand(desk, 'dup mar 1952');
  await openLists(page, hands);
  await expect(rows(page).first()).toBeFocused();
  for (const count of [1, 2, 3]) {
    await hands.press('n');
    await expect(detail(page)).toContainText(`${count} essai${count === 1 ? '' : 's'} sur 3`);
  }
  const out = page.getByRole('region', { name: 'Injoignables' }).getByRole('listitem');
  await expect(out).toHaveCount(1);
  await look(page, 'lists, unreachable');
  await hands.press('o');
  await expect(rows(page)).toHaveCount(1);
  await hands.press('r');
  await expect(page.getByText('toujours en recherche, sa place est gardée')).toBeVisible();
  await hands.press('x');
  await expect(page.getByRole('region', { name: 'Fin de l’inscription' })).toBeFocused();
  await hands.press('2');
  await expect(page.getByText('Personne n’attend d’être pris en charge')).toBeVisible();
  await hands.press('Control+z');
  await expect(rows(page)).toHaveCount(1);
  expect(await hands.mouse()).toBe(0);
});

test('only those who agreed go to the CPTS, in a file without criteria or rank', async ({
  page,
  hands,
  desk,
}) => {
  await addByHand(desk, 'dup mar 1952');
  await addByHand(desk, 'ser emma');
  await openLists(page, hands);
  await expect(rows(page)).toHaveCount(2);
  await hands.press('m');
  await expect(page.getByRole('form', { name: 'Modifier l’inscription' })).toBeFocused();
  await hands.press('o');
  await look(page, 'lists, changing');
  await hands.press('Enter');
  await expect(detail(page)).toContainText('D’accord pour la liste de la CPTS');
  await hands.press('e');
  await expect(page.getByRole('region', { name: 'Liste pour la CPTS' })).toContainText('1 personne sur 2');
  await look(page, 'lists, export');
  const download = page.waitForEvent('download');
  await hands.press('Enter');
  const csv = readFileSync(await (await download).path(), 'utf8');
  expect(csv).toContain('DUPONT Marie');
  expect(csv).not.toContain('SERRE');
  await expect(page.getByText('Liste pour la CPTS enregistrée : 1 personne')).toBeVisible();
});

test('who waits is told wherever she is shown, and the way leads to her line', async ({
  page,
  hands,
  desk,
}) => {
  await addByHand(desk, 'dup mar 1952');
  await dayShown(page);
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('link', { name: /^Sur liste depuis le 23\/11/ })).toBeVisible();
  await hands.press('t');
  await expect(page.getByText('Déjà sur liste depuis le 23/11')).toBeVisible();
  await look(page, 'lists, asked again');
  await hands.press('i');
  await expect(heading(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await look(page, 'lists, beside a call');
  await goTo(page, '#/demandes?vue=listes');
  await expect(heading(page)).toBeVisible();
});

test.describe('at her own desk, a practitioner', () => {
  test.use({ actor: 'MN' });

  test('adopts a new rule under her initials; until then the one before is in force', async ({
    page,
    hands,
    desk,
  }) => {
    const api = desk.as({ actorId: 1, station: 'Accueil 1' });
    const before = (await api.waitlist.rules()).inForce?.id;
    const written = await api.waitlist.writeRules({ ...(await api.waitlist.proposedRules()), perWeek: 3 });
    await dayShown(page);
    await goTo(page, '#/reglages/listes');
    await expect(page.getByText('proposée', { exact: true })).toBeVisible();
    expect((await api.waitlist.rules()).inForce?.id).toBe(before);
    await look(page, 'lists, rules');
    await page.getByRole('button', { name: 'Adopter…' }).press('Enter');
    const form = page.getByRole('form', { name: 'Adopter la règle n° 2' });
    await expect(form.getByRole('checkbox', { name: 'Dr Mai Nguyen' })).toBeChecked();
    await look(page, 'lists, adopting');
    await form.getByRole('button', { name: 'Adopter' }).press('Enter');
    await expect(page.getByText('proposée', { exact: true })).toHaveCount(0);
    expect((await api.waitlist.rules()).inForce?.id).toBe(written.id);
    expect(await hands.mouse()).toBe(0);
  });
});

test('a version of the rule says what it would do while it is typed', async ({ page }) => {
  await dayShown(page);
  await goTo(page, '#/reglages/listes');
  await page.getByRole('button', { name: 'Proposer une version' }).click();
  const form = page.getByRole('form', { name: 'Nouvelle version de la règle' });
  await expect(form).toContainText('78 ans + ALD, 6 semaines : 20 + 30 + 6 × 2 = 62');
  await form.getByLabel('Points par semaine').fill('3');
  await expect(form).toContainText('6 × 3 = 68');
  await look(page, 'lists, writing the rule');
  await form.getByRole('button', { name: 'Proposer' }).click();
  await expect(page.getByText('proposée', { exact: true })).toBeVisible();
});
