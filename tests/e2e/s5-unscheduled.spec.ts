/** S5: fever since last night, no sign of danger, somebody must see her today. */
import type { Page } from '@playwright/test';
import { seriousViolations } from './support/axe.ts';
import { dayShown, goTo } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

const panel = (page: Page) => page.getByRole('complementary');
const cascade = (page: Page) => page.getByRole('list', { name: 'Cascade' });

/** F2, the person, S for unscheduled care, Enter: urgency is asked first, and no place is in sight. */
const askForToday = async (page: Page, hands: Hands) => {
  await dayShown(page);
  await hands.press('F2');
  await hands.type('dup mar 1952');
  await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
  await hands.press('Enter');
  await expect(page.getByRole('heading', { name: 'DUPONT Marie' })).toBeVisible();
  await hands.press('s');
  await hands.press('Enter');
  await expect(page.getByRole('group', { name: /Un de ces signes/ })).toBeVisible();
  await expect(cascade(page)).toHaveCount(0);
};

test('S5: no sign of danger, and she leaves with who, where and when, in at most 22 keys and without the mouse', async ({
  page,
  hands,
  desk,
}) => {
  await askForToday(page, hands);
  await hands.press('n');
  await expect(cascade(page)).toBeVisible();
  const chosen = cascade(page).locator('.slot[aria-current]');
  await expect(chosen).toHaveCount(1);
  const hour = (await chosen.locator('strong').textContent()) ?? '';
  await hands.press('Enter');
  await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeVisible();
  await hands.press('Enter');

  await expect(page.getByText('Rendez-vous enregistré')).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(22);
  expect(await hands.mouse()).toBe(0);

  const said = panel(page).getByRole('status');
  await expect(said).toContainText(/^À relire à voix haute.*aujourd’hui lundi 23 novembre à .* avec le Dr/i);
  await expect(said).toContainText('Maison de santé du Parvis (fictive), 1 place du Parvis');

  const asCamille = desk.as({ actorId: 1 });
  const { patients } = await asCamille.patients.search({ text: 'dup mar 1952', limit: 1 });
  const patientId = patients[0]?.id;
  if (patientId === undefined) throw new Error('Marie Dupont is not known');
  const [request] = await asCamille.requests.ofPatient({ patientId });
  const { coming } = await asCamille.agenda.ofPatient({ patientId });
  expect(request).toMatchObject({ nature: 'unscheduled', outcome: { kind: 'appointment' } });
  expect(coming.map(({ typeName, day }) => [typeName, day])).toEqual([['Soin non programmé', '2026-11-23']]);
  const [h = '', m = ''] = hour.split(':');
  expect(coming[0]?.start).toBe(Number(h) * 60 + Number(m));
});

test('nothing in the house suits: the CPTS line, then the doctor who sorts rings back, each step with its hour', async ({
  page,
  hands,
  desk,
}) => {
  await askForToday(page, hands);
  await hands.press('n');
  await expect(cascade(page)).toBeVisible();
  for (
    let step = 0;
    step < 4 && (await cascade(page).getByText('CPTS du Parvis (fictive)').count()) === 0;
    step++
  ) {
    const before = await cascade(page).locator('[data-done]').count();
    await hands.press('p');
    await expect.poll(() => cascade(page).locator('[data-done]').count()).toBeGreaterThan(before);
  }
  await expect(cascade(page).getByText('01 99 00 01 15')).toBeVisible();
  await expect(cascade(page).getByText(/(rien|ne convient pas), 10:20/)).toHaveCount(4);
  await hands.press('p');
  await expect(cascade(page).getByText('Dr Bontemps rappelle la personne')).toBeVisible();
  await hands.press('Enter');
  await hands.press('Enter');
  await expect(page.getByText('Rappel promis')).toBeVisible();
  const [call] = (await desk.as({ actorId: 1 }).callbacks.pending()).filter(
    ({ patient }) => patient?.displayName === 'DUPONT Marie',
  );
  expect(call?.owner.kind).toBe('practitioner');
});

test('a practitioner gives one more in two keys, from her glance or from the day; what is wrong is said at its field', async ({
  page,
  hands,
  desk,
}) => {
  const left = async () => {
    const [day] = await desk.as({ actorId: 1 }).unscheduled.days({ from: '2026-11-23', to: '2026-11-23' });
    return day?.practitioners.reduce((sum, one) => sum + one.extra.length, 0);
  };
  await dayShown(page);
  expect(await left()).toBe(2);
  await hands.press('1');
  await expect(page.getByRole('dialog')).toContainText('Un créneau SNP de plus');
  await hands.press('g');
  await expect(
    page.getByRole('region', { name: 'Un créneau SNP de plus' }).getByRole('button').first(),
  ).toBeVisible();
  await hands.press('1');
  await expect(page.getByText(/^Donné à /)).toBeVisible();
  await hands.press('Escape');
  expect(await left()).toBe(3);

  await hands.press('g');
  await expect(panel(page).getByRole('group', { name: 'Donner un créneau à' })).toBeVisible();
  await hands.press('1');
  await expect.poll(left).toBe(4);

  await panel(page).getByRole('button', { name: 'Donner un créneau' }).click();
  await panel(page).getByLabel('Une autre heure').fill('9:00');
  await hands.press('Enter');
  await expect(panel(page).getByText(/Cette heure est déjà passée/)).toBeVisible();
  await hands.press('Escape');

  await hands.press('l');
  await expect(panel(page).getByText('libéré à la main')).toBeVisible();
  await hands.press('l');
  await expect(page.getByText(/déjà été libérées à la main/)).toBeVisible();
});

test('the cascade, the reserve and its settings keep nobody out', async ({ page, hands }) => {
  await askForToday(page, hands);
  await hands.press('n');
  await expect(cascade(page)).toBeVisible();
  await look(page, 'snp cascade', { at: '.pv-panel' });
  await hands.press('Escape');
  await hands.press('Escape');
  await hands.press('g');
  await expect(page.getByRole('group', { name: 'Donner un créneau à' })).toBeVisible();
  await look(page, 'snp reserve', { at: '.pv-panel' });
  await goTo(page, '#/reglages/soins-non-programmes');
  await expect(page.getByRole('heading', { name: 'La réserve de chacun' })).toBeVisible();
  expect(await seriousViolations(page, '.set')).toEqual([]);
});
