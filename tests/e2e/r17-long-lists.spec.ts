/** R17: nobody scrolls through a list of practitioners with a phone in one hand. */
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

test('R17: whom to look at is typed, not looked for: three letters and Enter', async ({ page, hands }) => {
  await page.locator('.cal-card').first().waitFor();
  await hands.press('F3');
  const places = page.getByRole('list', { name: 'Places libres' });
  await expect(places.getByRole('button').first()).toBeVisible();
  await hands.press('q');
  await hands.type('val');
  await hands.press('Enter');
  await expect(places.getByRole('button').first()).toContainText('Mme Valdor');
  await hands.press('q');
  await hands.type('bon');
  await hands.press('Escape');
  // Back where one was: the places are still there, and the keys mean what they mean there.
  await expect(places.getByRole('button').first()).toContainText('Mme Valdor');
  await hands.press('n');
  await expect(places.getByRole('button').first()).toContainText('Dr ');
  expect(await hands.mouse()).toBe(0);
});
