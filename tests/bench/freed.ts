/** Somebody cancels, two thousand people wait: from the key that cancels to the ordered names, painted. */
import type { Page } from '@playwright/test';
import type { Appointment } from '../../src/contract/agenda.ts';
import { addDays } from '../../src/contract/time.ts';
import { get, type WriteDb } from '../../src/main/core/db.ts';
import type { DeskClient } from '../support/client.ts';
import { type GrownHouse, TODAY } from './grow.ts';
import { type Figure, figure, timing } from './measure.ts';
import { fillWaitlist } from './waiting.ts';

const CANCELLED = 15;

/** Before a desk holds the file. Another measure of the same run may have filled the list already. */
export const peopleWait = (house: GrownHouse): void => {
  const db = house.open() as WriteDb;
  try {
    const known = get<{ n: number }>(db, 'SELECT count(*) AS n FROM waitlist_entries');
    if (known?.n === 0) fillWaitlist(db);
  } finally {
    db.close();
  }
};

/** The doctors' appointments of one of the next days: those that many would come for. */
const toCancel = async (client: DeskClient): Promise<Appointment[]> => {
  const [day] = await client.agenda.range({ from: addDays(TODAY, 2), to: addDays(TODAY, 2) });
  return (day?.appointments ?? [])
    .filter(({ status, practitionerId }) => status === 'booked' && practitionerId <= 6)
    .slice(0, CANCELLED);
};

/** The second Enter comes as soon as there is something to press, as from a hand that knows the way. */
const cancelAndAsk = async (page: Page, { id, day }: Appointment): Promise<number> => {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/journee?jour=${day}`);
  const card = page.locator(`[data-claim="${id}"]`);
  await card.waitFor();
  await card.focus();
  await page.keyboard.press('Delete');
  await page.getByRole('region', { name: 'Annuler le rendez-vous' }).waitFor();
  const shown = page.evaluate(async () => {
    const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    const start = await new Promise<number>((resolve) => {
      window.addEventListener('keydown', () => resolve(performance.now()), { capture: true, once: true });
    });
    const names = () => document.querySelectorAll('.pv-panel .freed-lines li').length;
    let asked = false;
    while (names() === 0 && performance.now() - start < 20_000) {
      const button = document.activeElement;
      if (!asked && button instanceof HTMLButtonElement && button.textContent?.includes('Proposer')) {
        asked = true;
        button.click();
      }
      await frame();
    }
    await frame();
    return performance.now() - start;
  });
  await page.keyboard.press('Enter');
  const took = await shown;
  await page.keyboard.press('Escape');
  return took;
};

export const benchFreed = async (page: Page, client: DeskClient): Promise<Figure> => {
  const ms: number[] = [];
  for (const appointment of await toCancel(client)) ms.push(await cancelAndAsk(page, appointment));
  const answers: number[] = [];
  for (const { id } of await client.waitlist.freed()) {
    const start = performance.now();
    await client.waitlist.freedSlot({ id });
    answers.push(performance.now() - start);
  }
  return figure('d’une annulation aux noms à l’écran, 2 000 personnes en attente', 200, timing(ms), {
    what: 'la réponse du bureau seule',
    measured: timing(answers),
  });
};
