import { expect, type Page } from '@playwright/test';

/** The day has been drawn: from here on a hand may be quick. */
export const dayShown = (page: Page): Promise<void> =>
  expect(page.locator('.fc-event').first()).toBeVisible();
