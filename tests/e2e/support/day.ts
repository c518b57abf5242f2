import { expect, type Page } from '@playwright/test';

/** The day has been drawn: from here on a hand may be quick. */
export const dayShown = (page: Page): Promise<void> =>
  expect(page.locator('.fc-event').first()).toBeVisible();

/** To a screen by its address, as a link would: `#/patients?fiche=1`. */
export const goTo = (page: Page, hash: string): Promise<void> =>
  page.evaluate((to) => {
    location.hash = to;
  }, hash);
