/** S4: « J’ai mal dans la poitrine depuis une heure ». One key to the card, from anywhere, whatever else fails. */
import { execFileSync } from 'node:child_process';
import { readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import { seriousViolations } from './support/axe.ts';
import { prepareHouse } from './support/houses.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

const NOW = '2026-11-23T10:00+01:00';
test.use({ now: NOW });

const card = (page: Page) => page.getByRole('dialog', { name: 'Urgence', exact: true });
const kept = (page: Page, text: string) => card(page).getByRole('status').filter({ hasText: text });

/** Whoever comes first of the staff in this role, over the wire. */
const somebody = async (desk: RunningDesk, role: 'reception' | 'coordinator' | 'practitioner') => {
  const staff = (await desk.as({}).people.list()).find((one) => one.role === role && one.active);
  if (!staff) throw new Error(`no ${role} here`);
  return { ...staff, client: desk.as({ actorId: staff.id }) };
};

const waiting = async (desk: RunningDesk) => (await somebody(desk, 'reception')).client.urgency.waiting();

test('S4: one key to the card, two to a logged 15, and back to the day', async ({ page, hands, desk }) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  hands.forget();
  await hands.press('F8');
  await expect(card(page)).toBeVisible();
  expect(hands.keys).toBe(1);
  await expect(card(page).getByText('15', { exact: true }).first()).toBeVisible();
  await expect(card(page).getByText('Douleur ou oppression dans la poitrine')).toBeVisible();
  await expect(card(page).getByText(/Carte n° 1, signée par Dr/)).toBeVisible();
  // Neither a place nor a score, and « no sign » only about somebody's request.
  await expect(card(page).getByText('Aucun signe')).toBeHidden();
  await hands.press('2');
  await expect(card(page).getByText('Noté à 10:00 : nous appelons le 15')).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(4);
  await expect(kept(page, 'à écrire')).toHaveCount(0);
  await hands.press('Escape');
  await expect(card(page)).toBeHidden();
  expect(await hands.mouse()).toBe(0);
  expect(await waiting(desk)).toEqual([]);
});

test('S4: a practitioner is told in three keys, everybody sees it, and she answers in two', async ({
  page,
  hands,
  desk,
}) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  hands.forget();
  await hands.press('F8');
  await hands.press('3');
  await expect(card(page).getByRole('heading', { name: 'Qui est prévenu ?' })).toBeVisible();
  await hands.press('1');
  await expect(card(page).getByText(/^Noté à 10:00\s: nous avons prévenu Dr /)).toBeVisible();
  expect(hands.keys).toBe(3);
  await hands.press('Escape');
  const banner = page.getByRole('alert', { name: 'Urgence sans réponse' });
  await expect(banner).toContainText('Sans réponse d’un praticien : le 15');
  expect(await seriousViolations(page, '.urg-banner')).toEqual([]);

  hands.forget();
  await hands.press('1');
  const answers = page.getByRole('region', { name: 'Une urgence attend votre réponse' });
  await expect(answers).toBeVisible();
  await hands.press('p');
  await expect(answers).toBeHidden();
  expect(hands.keys).toBe(2);
  await hands.press('Escape');
  await expect(banner).toBeHidden();
  expect(await waiting(desk)).toEqual([]);
});

test('S4: a doubt stays on screen until the 15 is called', async ({ page, hands, desk }) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  await hands.press('F8');
  await hands.press('4');
  await hands.press('Escape');
  const banner = page.getByRole('alert', { name: 'Urgence sans réponse' });
  await expect(banner).toContainText('10:00, doute de l’accueil');
  expect((await waiting(desk)).map(({ what }) => what)).toEqual(['doubt']);
  await banner.getByRole('button', { name: 'Nous appelons le 15' }).click();
  await expect(banner).toBeHidden();
  expect(await waiting(desk)).toEqual([]);
});

test('S4: somebody falls ill at the counter during a call: one key sets the call apart, and it stays open', async ({
  page,
  hands,
  desk,
}) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await hands.press('F3');
  await hands.press('F8');
  await expect(card(page).getByText('Pour DUPONT Marie')).toBeVisible();
  await hands.press('0');
  await expect(card(page).getByText('Sans demande : la ligne ne touche')).toBeVisible();
  await hands.press('2');
  await expect(card(page).getByText('Noté à 10:00 : nous appelons le 15')).toBeVisible();
  await hands.press('Escape');
  await expect(page.getByText('Adressé au 15')).toHaveCount(0);
  const clara = desk.as({ actorId: 1 });
  const [marie] = (await clara.patients.search({ text: 'dup mar 1952', limit: 1 })).patients;
  if (marie === undefined) throw new Error('Marie Dupont is not known');
  expect((await clara.requests.ofPatient({ patientId: marie.id })).map(({ outcome }) => outcome)).toEqual([
    null,
  ]);
  expect(await clara.urgency.history({ patientId: marie.id })).toEqual([]);
});

test('S4: in the middle of a word of a half-filled form, which is untouched afterwards', async ({
  page,
  hands,
}) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  await hands.press('F2');
  const field = page.locator('.pv-panel input').first();
  await expect(field).toBeFocused();
  await hands.type('dup mar 1952');
  await hands.press('ArrowLeft');
  await hands.press('ArrowLeft');
  hands.forget();
  await hands.press('F8');
  await expect(card(page)).toBeVisible();
  expect(hands.keys).toBe(1);
  await hands.type('xyz');
  await hands.press('F2');
  await hands.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('dup mar 1952');
  await hands.type('7');
  await expect(field).toHaveValue('dup mar 19752');
});

test('S4: « aucun signe » is said of the request in hand, and the call goes on', async ({
  page,
  hands,
  desk,
}) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option').first()).toBeVisible();
  await hands.press('Enter');
  await hands.press('F8');
  await expect(card(page).getByText('Aucun signe')).toBeVisible();
  await hands.press('5');
  await expect(card(page)).toBeHidden();
  const { client } = await somebody(desk, 'reception');
  await expect
    .poll(async () => {
      const open = await client.requests.pending();
      const states = await Promise.all(open.map(({ id }) => client.urgency.ofRequest({ requestId: id })));
      return states.filter(({ state }) => state === 'ruled-out').length;
    })
    .toBe(1);
});

test('S4: with the curtain drawn, over a dialog, on the settings and in a glance', async ({
  page,
  hands,
}) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  const opens = async () => {
    await hands.press('F8');
    await expect(card(page)).toBeVisible();
    await hands.press('Escape');
    await expect(card(page)).toBeHidden();
  };
  await hands.press('F12');
  await opens();
  await expect(page.locator('html[data-curtain]')).toBeAttached();
  await hands.press('F12');
  // The digits are those of the columns: there are none before the day is on screen.
  await page.getByRole('navigation', { name: 'Coup d’œil d’un praticien' }).waitFor();
  await hands.press('1');
  await expect(page.getByRole('dialog', { name: /^Journée de/ })).toBeVisible();
  await opens();
  await page.getByRole('button', { name: /^Au poste/ }).click();
  await page.getByRole('menuitem', { name: 'Nommer ce poste' }).click();
  const dialog = page.getByRole('dialog', { name: /poste/ });
  await expect(dialog).toBeVisible();
  await opens();
  await expect(dialog).toBeVisible();
  await hands.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('link', { name: 'Réglages' }).click();
  await opens();
});

test.describe('nobody seated', () => {
  test.use({ actor: null });
  test('S4: the card is there, and the line is written when somebody sits down', async ({
    page,
    hands,
    desk,
  }) => {
    await expect(page.getByRole('heading', { name: 'Qui est au poste ?' })).toBeVisible();
    await hands.press('F8');
    await expect(card(page)).toBeVisible();
    await hands.press('4');
    await expect(kept(page, '1 ligne à écrire')).toBeVisible();
    await hands.press('Escape');
    await page.reload();
    const { name } = await somebody(desk, 'reception');
    await page.getByRole('button', { name }).click();
    await expect.poll(async () => (await waiting(desk)).length).toBe(1);
    await expect(page.getByText('1 ligne à écrire')).toBeHidden();
  });
});

test.describe('a house that has just begun', () => {
  test.use({ house: 'empty' });
  test('S4: the card is the example, says so, and works before the first start is over', async ({
    page,
    hands,
  }) => {
    await expect(page.getByRole('heading').first()).toBeVisible();
    await hands.press('F8');
    await expect(card(page).getByText('Exemple, à valider par un médecin')).toBeVisible();
    expect(await seriousViolations(page)).toEqual([]);
    await hands.press('1');
    await expect(kept(page, '1 ligne à écrire')).toBeVisible();
    await hands.press('Escape');
    await expect(card(page)).toBeHidden();
  });
});

test('S4: an unsigned card warns, and works', async ({ page, hands, desk }) => {
  await desk.stop();
  const house = await prepareHouse('empty', NOW);
  const fresh = await startDesk({ now: NOW, folder: house.folder });
  try {
    await fresh.as({}).practice.setUp({
      house: {
        name: 'Maison du Parc',
        zone: 'Europe/Paris',
        region: 'metropole',
        phone: null,
        address: null,
      },
      practitioners: [],
      staff: [{ initials: 'SL', name: 'Sophie Lenoir' }],
    });
    const { client } = await somebody(fresh, 'coordinator');
    await client.urgency.saveCard({
      redFlags: ['Douleur dans la poitrine'],
      author: 'Dr Fictif',
      basedOn: 0,
    });
    await page.goto(await fresh.invite());
    await page.getByRole('button', { name: /Sophie Lenoir/ }).click();
    await page.getByRole('button', { name: 'Urgence' }).waitFor();
    await hands.press('F8');
    await expect(card(page).getByText('Carte non signée')).toBeVisible();
    await hands.press('2');
    await expect(card(page).getByText('Noté à 10:00 : nous appelons le 15')).toBeVisible();
    await expect(kept(page, 'à écrire')).toHaveCount(0);
  } finally {
    await fresh.stop();
  }
});

test('S4: past its review date the card warns, and works', async ({ page, hands, desk }) => {
  await desk.setNow('2028-01-10T10:00+01:00');
  await page.clock.setFixedTime(Temporal.Instant.from('2028-01-10T10:00+01:00').epochMilliseconds);
  await page.reload();
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  await expect(page.getByText('Carte d’urgence à revoir')).toBeVisible();
  await hands.press('F8');
  await expect(card(page).getByText(/Carte à revoir depuis le/)).toBeVisible();
  await hands.press('4');
  await expect.poll(async () => (await waiting(desk)).length).toBe(1);
});

test('S4: on a full disk the card works, and the line is written once there is room @browser', async ({
  page,
  hands,
  desk,
}) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  // The system itself refuses the desk any file longer than a page: what SQLite meets on a full disk.
  const limit = (bytes: string) =>
    execFileSync('prlimit', ['--pid', String(desk.child.pid), `--fsize=${bytes}:`]);
  limit('4096');
  const { client } = await somebody(desk, 'reception');
  await expect(client.requests.open({ nature: 'administrative' })).rejects.toThrow();
  hands.forget();
  await hands.press('F8');
  await expect(card(page).getByText('Douleur ou oppression dans la poitrine')).toBeVisible();
  await hands.press('4');
  await expect(card(page).getByText('Noté à 10:00 : doute')).toBeVisible();
  await expect(kept(page, '1 ligne à écrire')).toBeVisible();
  expect(hands.keys).toBe(2);
  expect(await waiting(desk)).toEqual([]);
  limit('unlimited');
  await expect.poll(async () => (await waiting(desk)).length, { timeout: 15_000 }).toBe(1);
  await expect(kept(page, 'à écrire')).toHaveCount(0);
});

test('S4: with the database file gone the line is kept over a new start, and written once @browser', async ({
  page,
  hands,
  desk,
}) => {
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  await expect(page.getByText('Carte d’urgence à')).toHaveCount(0);
  await desk.stop();
  const files = readdirSync(desk.folder).filter((name) => name.startsWith('parvis.db'));
  const move = (from: string, to: string): void => {
    for (const name of files) renameSync(join(desk.folder, from + name), join(desk.folder, to + name));
  };
  move('', 'away-');
  const without = await startDesk({ now: NOW, demo: true, folder: desk.folder });
  try {
    await page.goto(await without.invite());
    await expect(page.getByRole('heading').first()).toBeVisible();
    await hands.press('F8');
    // The house's own card, as this page last knew it.
    await expect(card(page).getByText(/Carte n° 1, signée par Dr/)).toBeVisible();
    await hands.press('4');
    await expect(kept(page, '1 ligne à écrire')).toBeVisible();
    await hands.press('Escape');
    await expect(card(page)).toBeHidden();
  } finally {
    await without.stop();
  }
  move('away-', '');
  const after = await startDesk({ now: NOW, demo: true, folder: desk.folder });
  try {
    expect([without.url, after.url]).toEqual([desk.url, desk.url]);
    await page.goto(await after.invite());
    await expect(page.getByRole('alert', { name: 'Urgence sans réponse' })).toContainText('10:00, doute');
    await page.reload();
    await page.getByRole('button', { name: 'Urgence' }).waitFor();
    await expect(page.getByText('ligne à écrire')).toHaveCount(0);
    expect((await waiting(after)).map(({ what }) => what)).toEqual(['doubt']);
  } finally {
    await after.stop();
  }
});

test('the card is written anew by reception, and signed by a practitioner alone', async ({
  page,
  desk,
  hands,
}) => {
  await page.getByRole('link', { name: 'Réglages' }).click();
  await page.getByRole('link', { name: 'Carte d’urgence' }).click();
  await page.getByRole('button', { name: 'Nouvelle version' }).click();
  const signs = page.getByRole('textbox', { name: 'Signes, un par ligne' });
  await signs.press('Control+End');
  await hands.type('\nBrûlure étendue');
  await page.getByRole('button', { name: /^Enregistrer/ }).click();
  await expect(page.getByText('La version 2 attend une signature')).toBeVisible();
  await expect(page.getByRole('list', { name: 'Ce qui change depuis la version 1' })).toContainText(
    'Brûlure étendue',
  );
  await expect(page.getByRole('button', { name: /^Relire et signer/ })).toBeHidden();
  expect(await seriousViolations(page, '.set')).toEqual([]);

  const { name } = await somebody(desk, 'practitioner');
  await page.getByRole('button', { name: /^Au poste/ }).click();
  await page.getByRole('menuitem', { name: 'Quitter le poste' }).click();
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: 'Relire et signer la version 2' }).click();
  expect(await seriousViolations(page, '.set')).toEqual([]);
  await page.getByRole('button', { name: /^Je signe/ }).click();
  await expect(page.getByText('La version 2 attend une signature')).toBeHidden();
  await hands.press('F8');
  await expect(card(page).getByText('Brûlure étendue')).toBeVisible();
});

test('S4: the card can be read by everybody, without scrolling, on both screens', async ({ page, hands }) => {
  test.slow();
  await page.getByRole('button', { name: 'Urgence' }).waitFor();
  for (const [width, height] of [
    [1366, 768],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await hands.press('F8');
    await expect(card(page)).toBeVisible();
    // Every outcome and every number in sight.
    for (const text of ['La personne appelle le 15', 'Doute', '3919'])
      await expect(card(page).getByText(text, { exact: true })).toBeInViewport({ ratio: 1 });
    await look(page, `urgency card ${width}`, { at: '.urg' });
    await hands.press('3');
    await look(page, `urgency who is told ${width}`, { at: '.urg' });
    await hands.press('Escape');
    await hands.press('4');
    await hands.press('Escape');
    await look(page, `urgency banner ${width}`, { at: '.urg-banner' });
    await hands.press('F8');
    await hands.press('2');
    await hands.press('Escape');
  }
});
