/**
 * What every scenario starts from: a fresh desk of its own, and a page already signed in to it.
 *
 *   import { expect, test } from './support/test.ts';
 *   test.use({ house: 'demo', now: '2026-11-23T10:00+01:00' });
 *   test('S7 …', async ({ page, hands, desk }) => { await hands.press('F9'); … });
 */
import { rmSync } from 'node:fs';
import { test as base, type Page } from '@playwright/test';
import { windowTest } from '../../electron/scenario-test.ts';
import { type RunningDesk, startDesk } from '../../support/running-desk.ts';
import { type Hands, handsOn } from './hands.ts';
import { type House, type PreparedHouse, prepareHouse } from './houses.ts';
import { type Seated, sit } from './seat.ts';

export interface Given {
  /** Who sits at the desk when the page opens. Default: the receptionist who comes first. */
  actor: Seated;
  /** What the desk starts with. Default: the fictitious house. */
  house: House;
  /** What time it is for the desk and for the page: an ISO instant with its offset. */
  now: string;
}

export interface Fixtures {
  desk: RunningDesk;
  hands: Hands;
  /** Another window on the same desk, signed in, in a browser of its own. */
  anotherPage: () => Promise<Page>;
}

const browserTest = base.extend<Given & Fixtures & { prepared: PreparedHouse }>({
  actor: [undefined, { option: true }],
  house: ['demo', { option: true }],
  now: ['2026-11-23T10:00+01:00', { option: true }],

  prepared: async ({ house, now }, use) => {
    const prepared = await prepareHouse(house, now);
    await use(prepared);
    rmSync(prepared.folder, { recursive: true, force: true });
  },

  desk: async ({ prepared, house, now }, use) => {
    const desk = await startDesk({ now, demo: house === 'demo', folder: prepared.folder });
    await use(desk);
    await desk.stop();
  },

  hands: async ({ page }, use) => {
    const hands = watched.get(page);
    if (hands === undefined) throw new Error('the page was opened without hands');
    await use(hands);
  },

  page: async ({ page, prepared, desk, now, actor }, use) => {
    watched.set(page, await handsOn(page));
    await slowDown(page);
    await sit(page, prepared.staff, actor);
    await open(page, desk, now);
    await use(page);
  },

  anotherPage: async ({ browser, prepared, desk, now, actor }, use) => {
    const opened: Page[] = [];
    await use(async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      opened.push(page);
      await sit(page, prepared.staff, actor);
      await open(page, desk, now);
      return page;
    });
    for (const page of opened) await page.context().close();
  },
});

/** The same scenarios run in a real window, where `npm run test:electron` says which. */
export const test = process.env['PARVIS_E2E_ELECTRON']
  ? (windowTest as unknown as typeof browserTest)
  : browserTest;

export { expect } from '@playwright/test';

const watched = new WeakMap<Page, Hands>();

/** `PARVIS_SLOW=6`: on a page six times slower. A key that is lost there is lost at some counter too. */
const slowDown = async (page: Page): Promise<void> => {
  const rate = Number(process.env['PARVIS_SLOW'] ?? '1');
  if (rate === 1) return;
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate });
};

const open = async (page: Page, desk: RunningDesk, now: string): Promise<void> => {
  // The page's clock shows the same hour; its timers still run.
  await page.clock.setFixedTime(Temporal.Instant.from(now).epochMilliseconds);
  await page.goto(await desk.invite());
};
