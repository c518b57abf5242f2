/** Somebody sits down at the desk, by their initials; those keys belong to no scenario. */
import { expect, type Page } from '@playwright/test';
import type { Hands } from './hands.ts';

export const sitDown = async (page: Page, hands: Hands, initials = 'CM'): Promise<void> => {
  await expect(page.getByRole('heading', { name: 'Qui est au poste' })).toBeVisible();
  await hands.type(initials);
  await expect(page.locator('.fc-event').first()).toBeVisible();
  hands.forget();
};
