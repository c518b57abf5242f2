/**
 * What a receptionist sees: another day, key to paint, against bare FullCalendar with the same events in the same browser;
 * a person searched, keystroke to paint; a start, from nothing to a desk that answers; the memory of the desk's process.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { buildAllIfStale } from '../../scripts/start/build.ts';
import { chromiumPath } from '../../scripts/test/chromium.ts';
import type { AgendaDay } from '../../src/contract/agenda.ts';
import { addDays, type Day, weekdayOf } from '../../src/contract/time.ts';
import { openFile } from '../../src/main/core/open-file.ts';
import { type RunningDesk, startDesk } from '../support/running-desk.ts';
import type { BareDay } from './bare/bare.ts';
import { asDataFolder } from './desk-folder.ts';
import { benchFreed, peopleWait } from './freed.ts';
import { BENCH_KEY, type GrownHouse, TODAY } from './grow.ts';
import { type Figure, figure, type Timing, timing } from './measure.ts';

const DAYS = 30;
const STARTS = 5;
/** The grown house's only member of staff. */
const RECEPTIONIST = { actorId: 1, station: 'Banc' };
const NOW_TEXT = `${TODAY}T08:00+01:00`;

/** Working days around today, each some three hundred appointments. */
const workingDays = (from: Day): Day[] => {
  const days: Day[] = [];
  for (let day = from; days.length < DAYS; day = addDays(day, -1)) if (weekdayOf(day) <= 5) days.push(day);
  return days;
};

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00`;

const bareDay = (day: AgendaDay): BareDay => ({
  resources: day.columns
    .filter(({ present }) => present)
    .map(({ practitionerId }) => ({ id: String(practitionerId), title: `Praticien ${practitionerId}` })),
  events: day.appointments.map(({ id, practitionerId, start, end, patient }) => ({
    id: String(id),
    resourceId: String(practitionerId),
    title: patient.displayName,
    start: `2024-01-01T${clock(start)}`,
    end: `2024-01-01T${clock(end)}`,
  })),
});

/** One file, so that the page needs no server. */
const bareScript = async (): Promise<string> => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: true,
      lib: { entry: join(import.meta.dirname, 'bare/bare.ts'), formats: ['iife'], name: 'bare' },
    },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
  const [bundle] = Array.isArray(result) ? result : [result];
  const chunk = bundle && 'output' in bundle ? bundle.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('the bare calendar was not built');
  return chunk.code;
};

const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath() ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

const bareTimings = async (page: Page, days: readonly AgendaDay[]): Promise<Timing> => {
  await page.setContent('<!doctype html><style>body{margin:0}</style>');
  await page.addScriptTag({ content: await bareScript() });
  await page.evaluate(() => window.bare?.open());
  const ms: number[] = [];
  for (const day of days)
    ms.push(await page.evaluate((shown) => window.bare?.show(shown) ?? Promise.resolve(0), bareDay(day)));
  return timing(ms.slice(1));
};

/** From the key to the paint of the other day's cards. The neighbour is given time to be fetched, as a reader gives it. */
const dayChange = (page: Page, key: 'ArrowLeft' | 'ArrowRight'): Promise<number> =>
  page.evaluate(async (pressed) => {
    const first = () => document.querySelector<HTMLElement>('.cal-card')?.dataset['claim'] ?? '';
    const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
    await new Promise((resolve) => setTimeout(resolve, 700));
    const before = first();
    const start = performance.now();
    window.dispatchEvent(
      new KeyboardEvent('keydown', {
        key: pressed,
        code: pressed,
        altKey: true,
        bubbles: true,
        cancelable: true,
      }),
    );
    while (first() === before && performance.now() - start < 10_000) await frame();
    await frame();
    await frame();
    return performance.now() - start;
  }, key);

const cardsShown = (page: Page): Promise<number> => page.locator('.cal-card').count();

const sitDown = async (page: Page, desk: RunningDesk): Promise<void> => {
  await page.clock.setFixedTime(Temporal.Instant.from(NOW_TEXT).epochMilliseconds);
  await page.goto(await desk.invite());
  await page.getByRole('heading', { name: 'Qui est au poste' }).waitFor();
  await page.keyboard.type('cm');
  await page.locator('.cal-card').first().waitFor({ timeout: 60_000 });
};

const ownTimings = async (page: Page): Promise<Timing> => {
  const ms: number[] = [];
  while (ms.length < DAYS) {
    const took = await dayChange(page, 'ArrowLeft');
    // Week-ends are nearly empty: they would flatter the figure.
    if ((await cardsShown(page)) > 100) ms.push(took);
  }
  return timing(ms);
};

const SEARCHES = ['dup mar 19', 'mart jea', 'lef 19', '0639', 'rou cla', 'le g'];

const searchTimings = async (page: Page): Promise<Timing> => {
  const ms: number[] = [];
  await page.keyboard.press('Control+KeyK');
  const input = page.getByRole('combobox', { name: 'Rechercher une personne ou une action' });
  for (const text of SEARCHES) {
    await input.fill('');
    for (let n = 2; n <= text.length; n++) {
      const typed = text.slice(0, n);
      ms.push(
        await page.evaluate(async (value) => {
          const field = document.querySelector<HTMLInputElement>('.search-input');
          if (field === null) return 0;
          const frame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));
          const shown = () => document.querySelector('[role="listbox"]')?.textContent ?? '';
          await new Promise((resolve) => setTimeout(resolve, 150));
          const before = shown();
          const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
          const start = performance.now();
          set?.call(field, value);
          field.dispatchEvent(new Event('input', { bubbles: true }));
          while (shown() === before && performance.now() - start < 400) await frame();
          // The same people for one more letter: nothing was to be painted.
          if (shown() === before) return -1;
          await frame();
          return performance.now() - start;
        }, typed),
      );
    }
  }
  return timing(ms.filter((value) => value >= 0));
};

/** A process that opens the file and reads one row: the least that any start must do. */
const bareStart = (path: string): number => {
  const start = performance.now();
  const db = openFile(path, BENCH_KEY, { readonly: true });
  db.prepare('SELECT count(*) FROM practitioners').get();
  db.close();
  return performance.now() - start;
};

const startTimings = async (folder: string): Promise<Timing> => {
  const ms: number[] = [];
  for (let n = 0; n < STARTS; n++) {
    const start = performance.now();
    const desk = await startDesk({ now: NOW_TEXT, folder, built: true });
    await desk.as(RECEPTIONIST).agenda.range({ from: TODAY, to: TODAY });
    ms.push(performance.now() - start);
    await desk.stop();
  }
  return timing(ms);
};

/** Resident, in megabytes, as the system counts it. */
const residentOf = (pid: number): number => {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return kilobytes === undefined ? Number.NaN : Number(kilobytes) / 1000;
};

/** Of the desk as shipped, once it has searched, read a month of days and looked for free slots. */
const memoryAfterADay = async (folder: string): Promise<number> => {
  const desk = await startDesk({ now: NOW_TEXT, folder, built: true });
  const client = desk.as(RECEPTIONIST);
  for (const text of SEARCHES) await client.patients.search({ text });
  for (const day of workingDays(TODAY)) await client.agenda.range({ from: day, to: day });
  for (let n = 0; n < 20; n++) await client.agenda.freeSlots({ who: { kind: 'any' }, minutes: 15 });
  const resident = desk.child.pid === undefined ? Number.NaN : residentOf(desk.child.pid);
  await desk.stop();
  return resident;
};

export const benchScreen = async (house: GrownHouse): Promise<Figure[]> => {
  if (chromiumPath() === null) {
    console.error('bench: sans Chromium, les mesures à l’écran ne sont pas faites');
    return [];
  }
  buildAllIfStale();
  peopleWait(house);
  const folder = asDataFolder(house);
  const opened = timing(Array.from({ length: STARTS }, () => bareStart(house.path)));
  const starts = await startTimings(folder);
  const resident = await memoryAfterADay(folder);
  const desk = await startDesk({ now: NOW_TEXT, folder });
  const browser = await launch();
  try {
    const context = await browser.newContext({
      viewport: { width: 1920, height: 1080 },
      locale: 'fr-FR',
      timezoneId: 'Europe/Paris',
    });
    const client = desk.as(RECEPTIONIST);
    const days: AgendaDay[] = [];
    for (const day of workingDays(addDays(TODAY, -1)))
      days.push(...(await client.agenda.range({ from: day, to: day })));
    const bare = await bareTimings(await context.newPage(), days);
    const page = await context.newPage();
    await sitDown(page, desk);
    const own = await ownTimings(page);
    const search = await searchTimings(page);
    await page.keyboard.press('Escape');
    const freed = await benchFreed(page, client);
    return [
      figure('un autre jour, de la touche à l’écran', 1.2 * bare.p95, own, {
        what: 'FullCalendar nu, mêmes rendez-vous',
        measured: bare,
      }),
      figure('recherche de patient, de la frappe à l’écran', 50, search),
      freed,
      figure('démarrage jusqu’au bureau qui répond', 1500, starts, {
        what: 'ouvrir le fichier, lire une ligne',
        measured: opened,
      }),
      {
        what: 'mémoire du processus du bureau',
        unit: 'MB',
        measured: timing([resident]),
        budget: 250,
        against: null,
      },
    ];
  } finally {
    await browser.close();
    await desk.stop();
  }
};
