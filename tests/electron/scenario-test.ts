/**
 * The fixtures of the scenarios (`tests/e2e/support/test.ts`) on a real Electron window: Parvis's own shell, page and
 * preload, and its desk in a utility process; only the desk's clock is the test's.
 *
 * One window is all there is: a scenario that needs a second one says so with the tag `@browser` and runs in the
 * browser only.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type Hands, handsOn } from '../e2e/support/hands.ts';
import { prepareHouse } from '../e2e/support/houses.ts';
import { sit } from '../e2e/support/seat.ts';
import type { Fixtures, Given } from '../e2e/support/test.ts';
import type { RunningDesk } from '../support/running-desk.ts';
import { type Launched, launch } from './launch.ts';
import { deskThroughPage } from './page-port.ts';
import { programUnderTest, SCENARIO_PROGRAM } from './program.ts';

interface Opened {
  readonly parvis: Launched;
  readonly desk: RunningDesk;
  readonly hands: Hands;
}

export const windowTest = base.extend<Given & Fixtures & { opened: Opened }>({
  actor: [undefined, { option: true }],
  house: ['demo', { option: true }],
  now: ['2026-11-23T10:00+01:00', { option: true }],

  opened: async ({ house, now, actor }, use) => {
    const { folder, staff } = await prepareHouse(house, now);
    const root = mkdtempSync(join(tmpdir(), 'parvis-scenario-'));
    const clock = join(root, 'clock');
    const setNow = async (instant: string): Promise<void> =>
      writeFileSync(clock, String(Temporal.Instant.from(instant).epochMilliseconds));
    await setNow(now);
    const parvis = await launch({
      program: {
        command: programUnderTest().command,
        args: [SCENARIO_PROGRAM, ...(house === 'demo' ? ['--demo'] : [])],
      },
      env: {
        PARVIS_DATA: folder,
        PARVIS_TEST_CLOCK: clock,
        PARVIS_TEST_OUT: join(import.meta.dirname, '../../out'),
      },
    });
    try {
      const { page } = parvis;
      await page.clock.setFixedTime(Temporal.Instant.from(now).epochMilliseconds);
      const hands = await handsOn(page);
      await sit(page, staff, actor);
      await page.reload();
      // Not spread: that would ask for what is refused.
      const desk: RunningDesk = Object.assign(Object.create(browserOnly), {
        folder,
        setNow,
        as: await deskThroughPage(page),
      });
      await use({ parvis, desk, hands });
    } finally {
      await parvis.kill();
      for (const path of [root, folder]) rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    }
  },

  desk: ({ opened }, use) => use(opened.desk),
  hands: ({ opened }, use) => use(opened.hands),
  page: ({ opened }, use) => use(opened.parvis.page),
  anotherPage: ({ opened: _ }, use) => use(() => Promise.reject(new Error(ONE_WINDOW))),
});

const ONE_WINDOW = 'there is one window under Electron: tag this scenario @browser';

const refuse = (): never => {
  throw new Error('there is no loopback host under Electron: tag this scenario @browser');
};

const browserOnly: Pick<RunningDesk, 'url' | 'bearer' | 'child' | 'invite' | 'stop'> = {
  get url() {
    return refuse();
  },
  get bearer() {
    return refuse();
  },
  get child() {
    return refuse();
  },
  invite: refuse,
  stop: refuse,
};
