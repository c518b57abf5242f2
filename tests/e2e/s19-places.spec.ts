/** S19: « Dr Nguyen rouvre quelques places »: who comes next is seen first, then one call after the other, until none is left. */
import type { Page } from '@playwright/test';
import { dayShown } from './support/day.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });
test.beforeEach(() => test.slow());

const AT_PANEL = { at: '.pv-panel' } as const;
const me = { actorId: 1, station: 'Accueil 1' };

const panel = (page: Page) => page.getByRole('complementary', { name: 'Places données' });
const lines = (page: Page) =>
  page.getByRole('list', { name: 'À appeler, dans l’ordre' }).getByRole('listitem');
const kept = (page: Page) => panel(page).getByText(/^Retenu jusqu’à 10\sh\s40 par CM/);

test('S19: two places are given in at most 10 keys, rung in at most 8 a call, and close themselves at zero', async ({
  page,
  hands,
  desk,
}) => {
  const client = desk.as(me);
  await dayShown(page);
  hands.forget();
  await hands.press('F4');
  await expect(
    page.getByRole('region', { name: 'Dans l’ordre' }).getByRole('listitem').first(),
  ).toBeFocused();
  await expect(page.getByRole('button', { name: /^Places\s?3/ })).toBeVisible();
  await hands.press('p');
  await expect(panel(page).getByText(/^0\splace sur 3 pourvue, jusqu’au 17\sdécembre$/)).toBeVisible();
  await hands.press('d');
  const form = page.getByRole('complementary', { name: 'Donner des places' });
  await expect(form.getByRole('region', { name: 'Places à donner' })).toBeFocused();
  await hands.press('2');
  await expect(form.getByLabel('Combien')).toBeFocused();
  await expect(form.getByRole('button', { name: /Dr Mai Nguyen/ })).toHaveAttribute('aria-pressed', 'true');
  await hands.press('2');
  const next = form.getByRole('list', { name: 'Viendraient ensuite, dans l’ordre' }).getByRole('listitem');
  await expect(next).toHaveCount(2);
  await expect(form.getByRole('table', { name: 'Effet sur la liste' })).toContainText('moins de 11');
  await expect(form.getByLabel('Jusqu’au, inclus')).toHaveValue('31/12/2026');
  await look(page, 'places, giving', AT_PANEL);
  const coming = await next.locator('.pv-name').first().textContent();
  await hands.press('Enter');
  await expect(panel(page).getByText(/^0\splace sur 2 pourvue, jusqu’au 31\sdécembre$/)).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(10);
  await expect(lines(page).first()).toContainText(coming ?? 'nobody');
  await expect(lines(page).first()).toBeFocused();
  const names = await lines(page).locator('strong').allTextContents();

  // Nobody answers: counted, and the next one is under the hand.
  hands.forget();
  await hands.press('Enter');
  await expect(kept(page)).toBeVisible();
  await look(page, 'places, on the phone', AT_PANEL);
  await hands.press('3');
  await expect(lines(page).first()).toContainText(names[1] ?? 'nobody');
  await expect(lines(page).first()).toBeFocused();
  expect(hands.keys).toBeLessThanOrEqual(8);

  // She takes it, and the second hour that is read to her.
  hands.forget();
  await hands.press('Enter');
  await expect(kept(page)).toBeVisible();
  await hands.press('1');
  const first = page.getByRole('region', { name: 'Premier rendez-vous' });
  await expect(first).toBeFocused();
  await expect(first.getByRole('list', { name: 'Places libres' }).getByRole('listitem')).toHaveCount(9);
  await hands.press('2');
  await expect(first.locator('.slot[aria-current]')).toContainText('2');
  await look(page, 'places, first appointment', AT_PANEL);
  await hands.press('Enter');
  await expect(panel(page).getByText('Rendez-vous enregistré')).toBeVisible();
  await expect(panel(page).getByText(/^1\splace sur 2 pourvue, jusqu’au 31\sdécembre$/)).toBeVisible();
  await hands.press('Enter');
  await expect(lines(page).first()).toContainText(names[2] ?? 'nobody');
  await expect(lines(page).first()).toBeFocused();
  expect(hands.keys).toBeLessThanOrEqual(8);

  // The last one is promised a call instead: none is left, and the list closes itself.
  hands.forget();
  await hands.press('Enter');
  await expect(kept(page)).toBeVisible();
  await hands.press('1');
  await expect(first).toBeFocused();
  await hands.press('p');
  await expect(page.getByRole('region', { name: 'Rappel promis' })).toBeFocused();
  await hands.press('2');
  await look(page, 'places, a promised call', AT_PANEL);
  await hands.press('Enter');
  await expect(
    panel(page).getByText('Toutes les places sont pourvues : la liste d’appels se referme.'),
  ).toBeVisible();
  expect(hands.keys).toBeLessThanOrEqual(8);
  await look(page, 'places, all taken', AT_PANEL);
  await hands.press('Enter');
  await expect(panel(page)).toBeHidden();
  expect(await hands.mouse()).toBe(0);

  expect((await client.waitlist.givenPlaces()).map(({ count }) => count)).toEqual([3]);
  expect((await client.callbacks.pending()).filter(({ openedAt }) => openedAt > 0).length).toBeGreaterThan(0);
});
