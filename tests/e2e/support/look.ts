/** A screen as everybody must be able to use it: in the light and in the dark, with or without eyes on it. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { seriousViolations } from './axe.ts';

/** The PCs of a front desk. */
const SIZES = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** `PARVIS_PICTURES=folder`: each screen that is looked at leaves its pictures there, to be judged by a person. */
const takePictures = async (page: Page, what: string): Promise<void> => {
  const folder = process.env['PARVIS_PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const before = page.viewportSize();
  for (const size of SIZES) {
    await page.setViewportSize(size);
    const scheme = await page.locator('html').getAttribute('data-mantine-color-scheme');
    await page.screenshot({
      path: join(folder, `${what.replaceAll(/[^\p{L}\p{N}]+/gu, '-')}-${size.width}-${scheme}.png`),
    });
  }
  if (before !== null) await page.setViewportSize(before);
};

/** All that the dark changes: names, roles and order are those that were read in the light. */
const COLOURS = ['color-contrast', 'link-in-text-block'] as const;

interface How {
  /** Only this part: the rest stands on the screen as it did when it was looked at. A full day takes a while to read. */
  readonly at?: string;
  /** For what closes by itself: brings it back before each look. */
  readonly open?: () => Promise<void>;
}

/** Nothing serious that a machine can find on the screen as it stands, light then dark; light again afterwards. */
export const look = async (page: Page, what: string, { at, open }: How = {}): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await open?.();
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    const rules = colorScheme === 'light' ? undefined : COLOURS;
    expect(await seriousViolations(page, at, rules), `${what}, ${colorScheme}`).toEqual([]);
    await takePictures(page, what);
  }
  await page.emulateMedia({ colorScheme: 'light' });
};
