/** The counter: who arrives, who does not come, and the practitioner who glances at her day. No mouse. */
import type { Page } from '@playwright/test';
import type { Hands } from './support/hands.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';

test.use({ now: '2026-11-23T10:00+01:00', viewport: { width: 1920, height: 1080 } });

/** Somebody of the reception is seated already: the day is on screen. */
const sitDown = async (page: Page, hands: Hands) => {
  await page.locator('.cal-card').first().waitFor();
  hands.forget();
};

const lines = (page: Page, group: string) =>
  page
    .locator(`[data-group="${group}"] .room-row`)
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label')));

test('S7: a patient is at the counter: F9, two letters of the name, Enter', async ({ page, hands }) => {
  await sitDown(page, hands);
  await hands.press('F9');
  await expect(page.getByLabel('Qui arrive ?')).toBeFocused();
  const ask = await page.getByLabel('Qui arrive ?').boundingBox();
  const room = await page.locator('.room').boundingBox();
  expect(room?.y).toBeGreaterThan((ask?.y ?? 0) + (ask?.height ?? 0));
  await hands.type('ro');
  await hands.press('Enter');
  await expect(page.getByText('ROUSSEL Madeleine : arrivée notée, 15 min d’avance')).toBeVisible();
  expect(await hands.mouse()).toBe(0);
  expect(hands.keys).toBeLessThanOrEqual(5);

  await expect
    .poll(() => lines(page, 'waiting'))
    .toContainEqual(
      expect.stringMatching(/^10:15, ROUSSEL .*Madeleine, Dr Bontemps, Arrivé, attend depuis 0.min$/),
    );
  await expect(page.getByLabel('Qui arrive ?')).toBeFocused();
});

test('S7: somebody who came on the wrong day is told the right one', async ({ page, hands }) => {
  await sitDown(page, hands);
  await hands.press('F9');
  await hands.type('dupont marie');
  await expect(page.getByRole('heading', { name: 'Pas de rendez-vous aujourd’hui' })).toBeVisible();
  await expect(page.locator('.room-other').first()).toContainText(
    /attendue? .* à .* avec|aucun rendez-vous à venir/,
  );
});

test('S8: twenty minutes late, nobody came: F9, down, x; and R brings her back', async ({
  page,
  hands,
  desk,
}) => {
  await sitDown(page, hands);
  await desk.setNow('2026-11-23T10:35+01:00');
  await page.clock.setFixedTime(Temporal.Instant.from('2026-11-23T10:35+01:00').epochMilliseconds);
  await expect(page.getByText('10:35', { exact: true }).first()).toBeVisible({ timeout: 10_000 });
  await hands.press('F9');
  await expect(page.getByRole('heading', { name: /Pas encore arrivés/ })).toBeVisible();
  const [first = ''] = await lines(page, 'late');
  // « DUPONT née MARTIN Marie » is told as « DUPONT Marie ».
  const name = (first ?? '').split(', ')[1]?.replace(/ née? (?:\p{Lu}[\p{Lu}’-]+ )+/u, ' ') ?? '';
  await hands.press('ArrowDown');
  await hands.press('x');
  await expect(page.getByText(`${name} : non venu`)).toBeVisible();
  expect(await hands.mouse()).toBe(0);
  expect(hands.keys).toBe(3);

  await expect
    .poll(async () => (await lines(page, 'noshow')).includes(first?.replace('Prévu', 'Non venu') ?? null))
    .toBe(true);
  await page.getByLabel('Qui arrive ?').fill(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('r');
  await expect(page.getByText(`${name} : prévu`)).toBeVisible();
  await expect.poll(() => lines(page, 'late')).toContain(first);
});

test('S14: one key, and the practitioner reads her day; reception is back by itself', async ({
  page,
  hands,
}) => {
  await sitDown(page, hands);
  await hands.press('Digit1');
  const glance = page.getByRole('dialog', { name: 'Journée de Dr Hélène Bontemps' });
  await expect(glance.locator('.glance-name')).toHaveText('LAMBERT Hervé');
  expect(hands.keys).toBe(1);
  expect(await hands.mouse()).toBe(0);
  await expect(glance.getByText('5 min de retard')).toBeVisible();
  await expect(glance.getByText('Encore aujourd’hui')).toBeVisible();
  expect(
    await glance.evaluate(
      (element) =>
        [element, ...element.querySelectorAll('.glance-body, .glance-list')].filter(
          ({ scrollHeight, clientHeight }) => scrollHeight > clientHeight,
        ).length,
    ),
  ).toBe(0);
  await expect(glance).toBeHidden({ timeout: 25_000 });
  await expect(page.getByRole('heading', { name: 'Lundi 23 novembre' })).toBeVisible();
});

test('waiting room and glance keep nobody out', async ({ page, hands }) => {
  test.slow();
  await sitDown(page, hands);
  await hands.press('F9');
  await page.locator('.room-row').first().waitFor();
  await look(page, 'waiting room', { at: '.pv-panel' });
  await hands.press('Escape');
  await look(page, 'glance', {
    at: '.glance',
    open: async () => {
      await hands.press('Escape');
      await hands.press('Digit1');
      await page.locator('.glance-name').waitFor();
    },
  });
});
