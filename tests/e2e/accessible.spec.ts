/** No serious violation that a machine can find, light and dark, on the screens of the desk. */

import type { Page } from '@playwright/test';
import { seriousViolations } from './support/axe.ts';
import { dayShown } from './support/day.ts';
import type { Hands } from './support/hands.ts';
import { expect, test } from './support/test.ts';

test.use({ house: 'demo', now: '2026-11-23T10:20+01:00' });

const screens: readonly {
  readonly name: string;
  readonly go: (page: Page, hands: Hands) => Promise<void>;
}[] = [
  { name: 'the day', go: async () => {} },
  {
    name: 'a card beside the day',
    go: async (page) => {
      await page.locator('.fc-event.is-booked').first().click();
      await expect(page.getByRole('complementary', { name: 'Rendez-vous' })).toBeVisible();
    },
  },
  {
    name: 'the person and the free places of a call',
    go: async (page, hands) => {
      await hands.press('F2');
      await hands.type('dup mar 1952');
      await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
      await hands.press('Enter');
      await hands.press('F3');
      await expect(
        page.getByRole('list', { name: 'Places libres' }).getByRole('button').first(),
      ).toBeVisible();
    },
  },
  {
    name: 'the last look before saving',
    go: async (page, hands) => {
      await hands.press('F2');
      await hands.type('dup mar 1952');
      await expect(page.getByRole('option')).toHaveText([/^DUPONT Marie/]);
      await hands.press('Enter');
      await hands.press('F3');
      await expect(
        page.getByRole('list', { name: 'Places libres' }).getByRole('button').first(),
      ).toBeVisible();
      await hands.press('Enter');
      await hands.press('1');
      await expect(page.getByRole('button', { name: 'Enregistrer' })).toBeVisible();
    },
  },
  {
    name: 'the search',
    go: async (page, hands) => {
      await hands.press('Control+k');
      await hands.type('dup');
      await expect(page.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'one practitioner’s week',
    go: async (page, hands) => {
      await hands.press('s');
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(/^Semaine du/);
    },
  },
  {
    name: 'the open requests',
    go: async (page) => {
      await page.getByRole('link', { name: 'Demandes', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'Demandes ouvertes' })).toBeVisible();
    },
  },
];

for (const colorScheme of ['light', 'dark'] as const)
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });
    for (const { name, go } of screens)
      test(`${name} can be used by everybody (${colorScheme})`, async ({ page, hands }) => {
        await dayShown(page);
        await go(page, hands);
        expect(await seriousViolations(page)).toEqual([]);
      });
  });
